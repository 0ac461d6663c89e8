"""Words by which a member is found: parts of the name, pinyin initials, keyed digests of digits.

Pure. Digits never stand in a token: they are keyed, so that a stolen table tells nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from jingzhun.kit.crypto import Keyring

# Characters read otherwise when they are a surname; pypinyin gives the everyday reading.
SURNAMES = {
    "单": "s", "仇": "q", "解": "x", "曾": "z", "区": "o", "查": "z", "朴": "p", "盖": "g",
    "任": "r", "覃": "q", "尉": "w", "乐": "y", "翟": "z", "缪": "m", "冼": "x", "重": "c",
    "种": "c", "葛": "g", "逄": "p", "黑": "h", "秘": "b", "员": "y", "繁": "p", "折": "s",
}  # fmt: skip
_MOST = 12
_LAST_FOUR, _LAST_SIX = 4, 6


def tokens_of(
    keys: Keyring, name: str | None, id_number: str | None, phones: Iterable[str | None] = ()
) -> list[str]:
    """Return every token of a member; at most a dozen or so, in no meaningful order."""
    found = name_tokens(name) if name else []
    if id_number:
        found += [digits_token(keys, id_number[-n:]) for n in (_LAST_FOUR, _LAST_SIX)]
    found += [phone_token(keys, phone) for phone in phones if phone]
    return list(dict.fromkeys(found))


def name_tokens(name: str) -> list[str]:
    """Pairs of neighbouring characters, and the initials from each character on."""
    text = "".join(name.split())[:_MOST]
    if len(text) == 1:
        return [f"n:{text}"]
    return [*_pairs(text), f"p:{initials(text)}"]


def _pairs(text: str) -> list[str]:
    return [f"n:{text[i : i + 2]}" for i in range(len(text) - 1)]


def query_tokens(keys: Keyring, text: str) -> tuple[list[str], str]:
    """Read what was typed: tokens that must all be there, and the beginning of one ("" if none).

    陈明伟 → both pairs; 陈 → beginning; cmw → beginning of the initials; four or six digits → the
    last of an ID; eleven → a phone. Anything longer is looked up whole by its blind index.
    """
    text = "".join(text.split())
    if text.isascii() and text.isalpha():
        return [], f"p:{text.lower()[:_MOST]}"
    if text[:-1].isdigit() and text[-1:].upper() in "0123456789X":
        if len(text) in (_LAST_FOUR, _LAST_SIX):
            return [digits_token(keys, text.upper())], ""
        return [phone_token(keys, text)], ""
    if len(text) == 1:
        return [], f"n:{text}"
    return _pairs(text[:_MOST]), ""


def digits_token(keys: Keyring, digits: str) -> str:
    """The keyed digest of the last digits of an ID."""
    return f"{len(digits)}:{keys.blind(digits, 'id_last')[:20]}"


def phone_token(keys: Keyring, phone: str) -> str:
    """The keyed digest of a phone number."""
    return f"t:{keys.blind(phone, 'phone_token')[:20]}"


@lru_cache(maxsize=65_536)
def initials(name: str) -> str:
    """Return the pinyin initials of a name, the surname read as a surname: 单雄信 → sxx."""
    first = SURNAMES.get(name[0], _initial(name[0]))
    return first + "".join(_initial(character) for character in name[1:])


@lru_cache(maxsize=32_768)
def _initial(character: str) -> str:
    if not "\u3400" <= character <= "\u9fff":
        return character.lower()[:1]
    # Loaded with the first name that is entered: its dictionaries take half a second and 30 MB,
    # which a server that only reads need not spend.
    from pypinyin import Style, pinyin  # noqa: PLC0415

    read: str = pinyin(character, style=Style.FIRST_LETTER, errors="ignore")[0][0]
    return read[:1]
