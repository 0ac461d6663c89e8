"""How a place may be spelled in a roster, from its official name. Pure words, no database.

Sources: the 2017 and 2023 names of the division list; three towns became streets in 2017.
"""

import re
import unicodedata

_COUNTY = ("湛江开发区", "湛江经开区", "经济技术开发区", "经开区", "开发区")
_SPACE = re.compile(r"\s+")
_VILLAGE_TAIL = ("村民委员会", "村委会")
_COMMUNITY_TAIL = ("社区居民委员会", "社区居委会", "居民委员会", "居委会")
_TOWN_TAIL = ("街道办事处", "街道办", "街道", "镇")


def plain(text: str) -> str:
    """Drop what people type differently: full-width forms, blanks, brackets."""
    return _SPACE.sub("", unicodedata.normalize("NFKC", text)).strip("()")


def short(kind: str, name: str) -> str:
    """Return the name as people say it: 北山村委会 → 北山村, 东山街道 → 东山."""
    if kind == "town":
        return _without(name, _TOWN_TAIL)
    if kind == "village":
        stem = _without(name, _VILLAGE_TAIL)
        return f"{stem}村" if stem != name else f"{_without(name, _COMMUNITY_TAIL)}社区"
    return name


def variants(kind: str, name: str) -> list[str]:
    """Return every other spelling of an official name, the name itself left out."""
    match kind:
        case "county":
            found = list(_COUNTY)
        case "town":
            stem = short(kind, name)
            found = [stem, *(stem + tail for tail in _TOWN_TAIL)]
        case "village":
            found = _village(name)
        case _:
            found = [name.removesuffix("村"), name.removesuffix("自然村")]
    return [one for one in dict.fromkeys(found) if one and one != name]


def _village(name: str) -> list[str]:
    stem = _without(name, _VILLAGE_TAIL)
    if stem != name:
        tails = ("村", "", "村民委员会", "村委会", "村村委会", "村委", "行政村")
        return [stem + tail for tail in tails]
    stem = _without(name, _COMMUNITY_TAIL)
    return [stem + tail for tail in ("社区", "", "居委", *_COMMUNITY_TAIL)]


def _without(name: str, tails: tuple[str, ...]) -> str:
    for tail in tails:
        if name.endswith(tail) and len(name) > len(tail):
            return name.removesuffix(tail)
    return name
