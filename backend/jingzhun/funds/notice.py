"""What the printed notice of a decided plan says. Pure; the layout is in `notice.typ`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from importlib.resources import files
from typing import Any

from jingzhun.kit.money import capitals, yuan_text

TEMPLATE = files("jingzhun.funds").joinpath("notice.typ").read_text(encoding="utf-8")


def content(plan: Mapping[str, Any], county: str, signer: str) -> dict[str, Any]:
    """Return the words and numbers of the notice; `plan` is an allocation as it is read."""
    tiers = plan["tiers"]
    return {
        "heading": f"{county}{plan['title']}公告",
        "document": f"文号：{plan['document_number']}",
        "paragraphs": _paragraphs(plan),
        "heads": [
            "序号", "街道（镇）", "行政村", "人数",
            *(f"{tier['title']}（元）" for tier in tiers), "合计（元）",
        ],
        "rows": [
            [
                str(number), row["town"], row["village"], str(row["heads"]),
                *(yuan_text(cell["amount_fen"]) for cell in row["cells"]),
                yuan_text(row["amount_fen"]),
            ]
            for number, row in enumerate(plan["villages"], 1)
        ],
        "total": [
            "", "合计", "", str(plan["heads"]),
            *(yuan_text(tier["amount_fen"]) for tier in tiers), yuan_text(plan["total_fen"]),
        ],
        "capitals": capitals(plan["total_fen"]),
        "closing": ["对本公告有异议的，请向所在街道（镇）或区扶贫办反映。"],
        "signer": signer,
        "day": chinese_day(plan["decided_on"]),
    }  # fmt: skip


def _paragraphs(plan: Mapping[str, Any]) -> list[str]:
    weak = "计入" if plan["counts_weak"] else "不计入"
    ratio = "、".join(f"{tier['title']}{tier['weight']}" for tier in plan["tiers"])
    opening = (
        f"经批准（{plan['document_number']}），现将{plan['start_year']}—{plan['end_year']}年"
        "专项扶贫资金分配方案公告如下。本方案为控制数，资金随项目安排。"
    )
    counted = (
        f"人均标准{yuan_text(plan['standard_fen'])}元，期间合计（依据：{plan['standard_basis']}）；"
        f"口径为{plan['counting_basis_title']}，弱（半）劳动力{weak}；"
        f"人数截至{chinese_day(plan['snapshot_on'])}，共{plan['heads']}人。"
    )
    shared = (
        f"分担比例为{ratio}（依据：{plan['split_basis']}）。总额{yuan_text(plan['total_fen'])}元，"
        f"按{plan['rounding_title']}取整，各项合计与总额相符。"
    )
    lines = [opening, counted, shared]
    if not plan["is_whole"]:
        lines.append("本表只列您管辖范围内的村，人数和金额为这些村的合计。")
    return lines


def chinese_day(day: date) -> str:
    """A day as papers write it: 2018年7月2日."""
    return f"{day.year}年{day.month}月{day.day}日"
