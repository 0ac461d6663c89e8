"""Rules of the national list that cannot be asked yet, each with the fact it waits for."""

from collections.abc import Mapping

_MONITORING = "监测对象数据（返贫监测建成后）"
_VILLAGE = "行政村情况数据"
_POSTS = "公益性岗位数据（帮扶措施建成后）"

UNASKED: Mapping[str, str] = {
    "DQ-020": "文化程度代码表没有硕士研究生",
    "DQ-026": "大病医疗救助数据",
    "DQ-030": _POSTS,
    "DQ-031": _POSTS,
    "DQ-032": _POSTS,
    "DQ-036": _POSTS,
    "DQ-037": "务工月收入",
    "DQ-039": "务工起止时间",
    "DQ-042": "雨露计划数据",
    "DQ-043": "雨露计划数据",
    "DQ-044": _MONITORING,
    "DQ-045": _MONITORING,
    **{f"DQ-{number:03d}": _MONITORING for number in range(52, 73)},
    **{f"DQ-{number:03d}": _VILLAGE for number in range(73, 77)},
}
