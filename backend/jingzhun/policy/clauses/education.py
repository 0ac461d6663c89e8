"""三（六）教育: every pupil on the list, in school, and helped."""

from jingzhun.policy.clauses.quoted import quoted

STUDENTS = quoted("P3-6-1a", "要认真做好贫困户在读学生造册登记工作，确保不落一户、不漏一人")
EDUCATION_AID = quoted("P3-6-1b", "确保贫困学生100%享受到各类教育扶贫政策")
SCHOOLING = quoted("P3-6-1c", "落实贫困户子女义务教育毛入学率达到93%以上")
LIVING_GRANT = quoted(
    "P3-6-1d", "就读小学、初中、高中、中职（含技校）、全日制高等院校（大专）生活费补助"
)
TUITION = quoted("P3-6-1e", "落实高中、中职（含技校）、全日制高等院校（大专）“两免一补”政策")
NO_DROPOUT = quoted("P3-6-1f", "确保贫困户子女不因贫辍学")
NO_SCHOOLING_POVERTY = quoted("P3-6-1g", "不因贫辍学，因学致贫、返贫")
TEACHERS = quoted("P3-6-2", "建立建全城镇教师支援农村教育工作长效机制")
CULTURE = quoted("P3-6-3", "确保完成省级贫困村文化设施建设")

ALL = (
    STUDENTS, EDUCATION_AID, SCHOOLING, LIVING_GRANT, TUITION, NO_DROPOUT, NO_SCHOOLING_POVERTY,
    TEACHERS, CULTURE,
)  # fmt: skip
