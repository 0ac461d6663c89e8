"""The lines of a sheet that are no data: title, filling line, totals, remarks below the table."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from jingzhun.imports.reading.cells import Cell, is_blank, shown
from jingzhun.imports.reading.values.dates import chinese_digits, find_date

_LABEL = re.compile(
    r"(填[报表]单位|上报单位|单位名称|填报村|计量单位|金额单位|单位|"
    r"[填制统上截报][报表计止至][日时][期间]|日期|时间|"
    r"填[报表]人|制表人?|审核人?|复核人?|经办人|负责人|联系人|联系电话)"
    r"\s*(?:[（(][^（）()]{0,20}[）)])?\s*[:：]"
)
_STAMP = re.compile(r"[（(]\s*(?:盖章|公章|签章)\s*[）)]")
_MEASURES = re.compile(r"(?:[十百千万亿]?元|亩|平方米|㎡|m²|人|户|个|公斤|斤|只|头|[、，,/和\s])+")
_TOTAL = re.compile(
    r"(?:本[页村户镇表]|全[村镇区县]|[一-龥]{0,6}村(?:委会)?|以上)?"
    r"(?:合计|小计|总计|共计|累计|总合计|汇总)"
)
_TOTAL_REST = re.compile(r"(?:数|[:：（(].*|\d.*)?")
_COUNT = re.compile(r"(\d{1,9})\s*([一-龥])")
_REMARK = re.compile(
    r"(?:填[报表]人|填[报表]单位|制表|审核|复核|经办|负责人|单位负责|驻村|村委会[（(]?盖?章?[）)]?[:：]|"
    r"联系人|联系电话[:：]|注[:：]|备注[:：]|说明[:：]|填表说明|注意)"
)
_AS_OF = re.compile(r"截[至止]\s*")
_YEAR = re.compile(r"((?:19|20)\d\d)\s*年")
_WIDEST_REMARK = 8


@dataclass(frozen=True, slots=True)
class Filling:
    """What stands above (or below) the table: who filled it, of which day, in which measures."""

    title: str = ""
    unit_name: str = ""
    filled_on: date | None = None
    measures: str = ""


def is_filling(text: str) -> bool:
    """Whether the line names who filled the sheet in or when."""
    return bool(_LABEL.search(text)) and bool(re.search(r"填[报表]|单位|日期|时间|截[至止]", text))


def row_text(row: Sequence[Cell]) -> str:
    """Join what is written in a row, with the gaps that separate its parts."""
    return "    ".join(shown(cell).strip() for cell in row if not is_blank(cell))


def read_filling(lines: Sequence[str]) -> Filling:
    """Read title and filling line from the texts above the headings."""
    title, unit_name, measures = [], "", ""
    labelled: date | None = None
    for line in lines:
        if not is_filling(line):
            title.append(line.strip())
            continue
        for label, value in _labelled(line):
            if label in ("计量单位", "金额单位") or (
                label == "单位" and _MEASURES.fullmatch(value)
            ):
                measures = measures or value
            elif label.endswith("单位") or label in ("单位名称", "填报村"):
                unit_name = unit_name or _STAMP.sub("", value).strip()
            elif label.endswith(("期", "间")):
                labelled = labelled or find_date(value)
    whole = " ".join(lines)
    return Filling(" ".join(title), unit_name, labelled or _as_of(whole), measures)


def _as_of(text: str) -> date | None:
    stated = _AS_OF.search(text)
    if stated:
        return find_date(text[stated.end() : stated.end() + 24])
    return find_date(text)


def _labelled(line: str) -> list[tuple[str, str]]:
    matches = list(_LABEL.finditer(line))
    ends = [match.start() for match in matches[1:]] + [len(line)]
    return [
        (match[1], line[match.end() : end].strip())
        for match, end in zip(matches, ends, strict=True)
    ]


def total_label(row: Sequence[Cell]) -> str:
    """Return the label of a total line, or nothing where the row is none."""
    first = next((cell for cell in row if not is_blank(cell)), None)
    if not isinstance(first, str):
        return ""
    text = re.sub(r"\s+", "", first)
    found = _TOTAL.match(text)
    return text if found and _TOTAL_REST.fullmatch(text[found.end() :]) else ""


def counts(row: Sequence[Cell]) -> dict[str, int]:
    """Read the counts a total line states: “8户”, “21人” → {"户": 8, "人": 21}."""
    found = _COUNT.findall(chinese_digits(row_text(row)))
    return {unit: int(number) for number, unit in found}


def is_remark(row: Sequence[Cell]) -> bool:
    """Whether the row is a note or a signature line under the table."""
    first = next((cell for cell in row if not is_blank(cell)), None)
    if not isinstance(first, str) or not _REMARK.match(re.sub(r"\s+", "", first)):
        return False
    return sum(not is_blank(cell) for cell in row) <= _WIDEST_REMARK


def year_of(*texts: str) -> int | None:
    """Return the year named by the first text that names one: “2017年家庭收入（元）” → 2017."""
    for text in texts:
        found = _YEAR.search(chinese_digits(text))
        if found:
            return int(found[1])
    return None
