"""The allocation of a plan as a workbook whose sums add up: in yuan, and again in whole fen. Pure.

Numbers are plain, not formulas, so that every program shows and sums the same.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from jingzhun.kit.money import yuan_text

Content = Mapping[str, Any]
_FIRST = ("序号", "街道（镇）", "行政村", "代码", "计入人数")
_WIDTHS = (6, 16, 20, 16, 10)


def allocation(content: Content) -> bytes:
    """Return the workbook of an allocation as the service reads it."""
    out = io.BytesIO()
    import xlsxwriter  # noqa: PLC0415 - a quarter of a second of every start otherwise

    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    # The time of computing, so that the same plan gives the same file.
    book.set_properties({"title": content["title"], "created": content["computed_at"]})
    _sheet(book, "分配表（元）", content, lambda fen: fen / 100, "#,##0.00")
    _sheet(book, "核对（分）", content, lambda fen: fen, "#,##0")
    book.close()
    return out.getvalue()


def _sheet(
    book: Any, name: str, content: Content, amount: Callable[[int], float], form: str
) -> None:
    sheet = book.add_worksheet(name)
    styles = {
        "title": book.add_format({"bold": True, "font_size": 15}),
        "head": book.add_format({"bold": True, "bg_color": "#E8EDF3", "border": 1}),
        "text": book.add_format({"border": 1}),
        "count": book.add_format({"border": 1, "num_format": "#,##0"}),
        "amount": book.add_format({"border": 1, "num_format": form}),
        "total": book.add_format({"border": 1, "num_format": form, "bold": True}),
    }
    sheet.write_string(0, 0, content["title"], styles["title"])
    for at, line in enumerate(_about(content), 1):
        sheet.write_string(at, 0, line)
    tiers = content["tiers"]
    heads = [*_FIRST, *(f"{tier['title']}（{tier['weight']}）" for tier in tiers), "合计"]
    for at, head in enumerate(heads):
        sheet.write_string(4, at, head, styles["head"])
        sheet.set_column(at, at, _WIDTHS[at] if at < len(_WIDTHS) else 18)
    for at, row in enumerate(content["villages"]):
        amounts = [*(cell["amount_fen"] for cell in row["cells"]), row["amount_fen"]]
        _line(sheet, 5 + at, (at + 1, row["town"], row["village"], row["code"], row["heads"]),
              list(map(amount, amounts)), styles, "amount")  # fmt: skip
    sums = [*(tier["amount_fen"] for tier in tiers), content["total_fen"]]
    last = 5 + len(content["villages"])
    _line(sheet, last, ("", "合计", "", "", content["heads"]), list(map(amount, sums)), styles,
          "total")  # fmt: skip
    sheet.freeze_panes(5, 3)
    sheet.set_landscape()
    sheet.repeat_rows(4)
    sheet.fit_to_pages(1, 0)


def _line(
    sheet: Any,
    at: int,
    first: Sequence[str | int],
    amounts: Sequence[float],
    styles: Mapping[str, Any],
    style: str,
) -> None:
    for column, value in enumerate(first):
        if isinstance(value, int):
            sheet.write_number(at, column, value, styles["count"])
        else:
            sheet.write_string(at, column, value, styles["text"])
    for column, money in enumerate(amounts, len(first)):
        sheet.write_number(at, column, money, styles[style])


def _about(content: Content) -> list[str]:
    weak = "计入" if content["counts_weak"] else "不计入"
    document = content["document_number"] or "尚未批准"
    when = (
        f"期间：{content['start_year']}—{content['end_year']}年　"
        f"人数截止日：{content['snapshot_on'].isoformat()}　"
        f"标准：{yuan_text(content['standard_fen'])}元／人　取整：{content['rounding_title']}"
    )
    whom = (
        f"口径：{content['counting_basis_title']}，弱（半）劳动力{weak}　"
        f"依据：{content['standard_basis']}"
    )
    part = "" if content["is_whole"] else "　本表只列您管辖范围内的村"
    return [when, whom, f"状态：{content['state_title']}　文号：{document}{part}"]
