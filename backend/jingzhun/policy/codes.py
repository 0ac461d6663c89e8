"""The code tables, read from the files beside this one, and the lists the district adds."""

import csv
from importlib.resources import files

from jingzhun.grammar.codes import CodeTable


def _read(slug: str, aliases: dict[str, str] | None = None) -> CodeTable:
    text = (
        files("jingzhun.policy")
        .joinpath("tables")
        .joinpath(f"{slug}.csv")
        .read_text(encoding="utf-8")
    )
    rows = list(csv.DictReader(text.splitlines()))
    return CodeTable(
        slug,
        {row["code"]: row["name_zh"] for row in rows},
        {row["code"]: row["name_en"] for row in rows},
        aliases or {},
    )


def _district(
    slug: str, titles: dict[str, str], aliases: dict[str, str] | None = None
) -> CodeTable:
    return CodeTable(slug, titles, aliases=aliases or {}, district=True)


EDUCATION = _read(
    "cpad_education", {"文盲半文盲": "01", "文盲": "01", "半文盲": "01", "大专": "05"}
)
ETHNIC = _read("cpad_ethnic")
FUEL = _read("cpad_fuel_type", {"其他": "other"})
HEALTH = _read("cpad_health", {"大病": "03", "慢性病": "02"})
HOUSEHOLD_KIND = _read(
    "cpad_household_attr",
    {
        "一般户": "general",
        "一般农户": "general",
        "低保户": "dibao_poor",
        "五保户": "wubao_poor",
        "特困户": "wubao_poor",
        "特困供养户": "wubao_poor",
        "特困供养贫困户": "wubao_poor",
    },
)
ID_KIND = _read("cpad_id_type", {"身份证": "01"})
LABOUR = _read(
    "cpad_labour",
    {"弱劳动力": "05", "半劳动力": "05", "弱半劳动力": "05", "普通劳力": "01", "技能劳力": "02"},
)
MEMBER_STATE = _read("cpad_member_state")
POVERTY_CAUSE = _read("cpad_poverty_cause", {"缺劳动力": "8", "交通落后": "10", "其它": "99"})
RELATION = _read("cpad_relation", {"户主": "01", "本人": "01", "其它": "99"})
ROAD = _read("cpad_road_type")
STUDENT = _read("cpad_student_status", {"非在校": "01", "不在校": "01"})
WORK_AREA = _read(
    "cpad_work_area", {"乡镇内务工": "01", "乡镇外县内务工": "02", "省内县外务工": "03"}
)
SEX = _read("gbt2261_1_sex", {"男性": "1", "女性": "2"})
DIVISION = _read("gbt2260_divisions_2023")
MARITAL = _read("gbt2261_2_marital")
POLITICAL = _read("gbt4762_political_status")
DISABILITY_GRADE = _read(
    "gbt26341_disability_grade", {"1级": "1", "2级": "2", "3级": "3", "4级": "4"}
)
DISABILITY_KIND = _read("gbt26341_disability_type")
HOUSE_GRADE = _read("house_danger_grade", {"A": "A", "B": "B", "C": "C", "D": "D"})

STANDARD = _district("identification_standard", {"1": "国家标准", "2": "省定标准", "3": "市定标准"})
DROPOUT_REASON = _district(
    "dropout_reason",
    {
        "1": "因病",
        "2": "因残",
        "3": "厌学",
        "4": "家庭缺劳力",
        "5": "因贫",
        "6": "务工",
        "99": "其他",
    },
)
DISEASE_GRADE = _district("disease_grade", {"1": "轻度", "2": "中度", "3": "重度"})
LEFT_BEHIND = _district(
    "left_behind",
    {"child": "留守儿童", "woman": "留守妇女", "elder": "留守老人"},
    {"儿童": "child", "妇女": "woman", "老人": "elder"},
)
PENSION_KIND = _district(
    "pension_kind",
    {"resident": "城乡居民养老金", "employee": "职工养老金", "other": "其他养老待遇"},
)
VERDICT = _district(
    "labour_verdict", {"fits": "符合", "fits-not": "不符合", "unverified": "未核查"}
)
REGISTRATION = _district(
    "registration", {"registered": "建档立卡", "surveyed": "摸底对象", "candidate": "拟纳入"}
)
POVERTY_STATE = _district(
    "poverty_state",
    {"poor": "未脱贫", "exited": "已脱贫", "relapsed": "返贫", "removed": "清退"},
    {"贫困": "poor", "脱贫": "exited", "脱贫户": "exited"},
)

ALL = tuple(value for value in list(globals().values()) if isinstance(value, CodeTable))
