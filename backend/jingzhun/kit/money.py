"""Money is an integer number of fen."""

from decimal import Decimal


def yuan(amount: int | str) -> int:
    """Return `amount` yuan as fen, refusing anything finer than a fen."""
    fen = Decimal(amount) * 100
    if fen != fen.to_integral_value():
        raise ValueError(f"{amount} yuan is not a whole number of fen")
    return int(fen)


def yuan_text(fen: int) -> str:
    """Write fen as yuan with thousands separators: 1234567 → “12,345.67”."""
    sign = "-" if fen < 0 else ""
    whole, rest = divmod(abs(fen), 100)
    return f"{sign}{whole:,}.{rest:02d}"


_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_SMALL = ("", "拾", "佰", "仟")
_LARGE = ("", "万", "亿", "万亿")


def capitals(fen: int) -> str:
    """Write an amount in the capital figures of Chinese vouchers: 100050 → 壹仟元零伍角."""
    if fen < 0:
        return "负" + capitals(-fen)
    whole, rest = divmod(fen, 100)
    jiao, cent = divmod(rest, 10)
    text = _whole_capitals(whole) + "元" if whole else ""
    if not rest:
        return (text or "零元") + "整"
    if jiao:
        gap = "零" if whole and whole % 10 == 0 else ""
        text += f"{gap}{_DIGITS[jiao]}角"
    elif whole:
        text += "零"
    return text + (f"{_DIGITS[cent]}分" if cent else "整" if jiao else "")


def _whole_capitals(number: int) -> str:
    groups: list[int] = []
    while number:
        number, group = divmod(number, 10_000)
        groups.append(group)
    text, gap = "", False
    for index in range(len(groups) - 1, -1, -1):
        group = groups[index]
        if not group:
            gap = bool(text)
            continue
        if text and (gap or group < 1000):
            text += "零"
        text += _group_capitals(group) + _LARGE[index]
        gap = False
    return text


def _group_capitals(group: int) -> str:
    text, gap = "", False
    for place in range(3, -1, -1):
        digit = group // 10**place % 10
        if digit:
            text += ("零" if gap and text else "") + _DIGITS[digit] + _SMALL[place]
            gap = False
        else:
            gap = True
    return text
