"""Reads workbooks as villages keep them: pure modules, no database, no web, no field names.

Never knows what a column means and never drops anything in silence. A file goes through in this
order; each step is one module and can be used alone.

`workbook.read_sheets(content, limits=None, progress=None) -> Iterator[RawSheet]`
    Pre-scans and reads the file in a child process with limits of memory and time. RawSheet:
    `name, is_hidden, rows` (`rows[0]` is Excel's row 1, all equally wide), `merged` (0-based,
    inclusive), `hidden_rows, hidden_columns` (0-based), `formulas, errors` (how many cells).
    `progress(done_rows, all_rows)`. Raises an `errors.WorkbookRefused` (a `kit` Refusal):
    FileTooLarge, NotAWorkbook, LegacyWorkbook (.xls), EncryptedWorkbook, WorkbookBomb,
    UnsafeWorkbook, WorkbookTooWide, TooManySheets, TooManyFormulas, DamagedWorkbook,
    ReadingTooSlow. Sheets before the broken one have been yielded by then.
    `limits.Limits` holds every figure; `container.check_kind(content, limits)` is the cheap
    first look; `prescan.prescan(content, limits)` runs the whole check without a reader.

`cells.Cell`: str, float, bool, date, datetime, None, Formula(text, result), ErrorValue(text)
    Blank cells are "" or None; numbers are floats; `cells.shown(cell)`, `cells.is_blank(cell)`.

`layout.read_layout(raw, recognise) -> Sheet`
    `recognise(heading) -> bool` tells known headings, such as `Matcher.recognises`. Sheet: `name,
    title, unit_name, filled_on, measures` (元、亩、平方米), `groups, columns, heading_row, rows,
    totals, remarks, skipped_reason`. Column(index, heading exactly as written, groups from the
    top, year). Row(number as in Excel, cells, filled, opens): `row.cells[column.index]`, merged
    cells filled down within the merge; `row.is_own(index)` is false where filled from above.
    Total(number, label, cells, counts {"户": 8, "人": 21}). Takes over the rows of `raw`.

`blocks.blocks(rows, key, anchors) -> Iterator[Block]`
    Cuts rows into households (any key column): merged, written once, or repeated on each row.

`matching.Matcher(targets).match(columns, remembered) -> Matching`
    Target(slug, title, aliases, groups, by_year). Matching: `matches, unknown` (with
    suggestions)`, ambiguous, duplicates, ignored, missing`; `of(slug)`. `memory_key(column)` is
    the key under which an operator's mapping is remembered (slug, or None to ignore).

`values` — each takes a Cell and returns `Outcome(value, note, error)`, value None if blank or wrong
    `text.text, text.name, text.identifier`; `numbers.number, decimal, integer, money` (fen; with
    `unit_words("个月")`, `scale` for 单位：万元); `dates.day, find_date`; `choices.flag, choice,
    choices, Options(titles, aliases)`.

`annotate.annotate(content, findings, limits=None) -> bytes`
    The same workbook with comments and a fill in the faulty cells. Finding(sheet, row as in
    Excel, column index 0-based, message, severity error | warning | normalised). Everything
    else stays byte for byte: no formula appears that was not there.
"""
