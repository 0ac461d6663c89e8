"""What the fields of a registry entry are called, so that no slug or code meets a reader. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from jingzhun.policy import vocabulary

_FACTS = {fact.slug: fact for fact in vocabulary.ALL}
_SUBJECTS = ("household", "member")
Content = Mapping[str, Any] | None


def titles(subject: str, *contents: Content) -> dict[str, str]:
    """Titles by slug of the facts that an entry of the registry speaks of; keys end in a slug."""
    if subject not in _SUBJECTS:
        return {}
    slugs = {slug for content in contents for slug in _slugs(content)}
    return {slug: _FACTS[slug].title for slug in sorted(slugs) if slug in _FACTS}


def coded(subject: str, content: Content) -> dict[str, Any] | None:
    """The content with the title in the place of each code."""
    if content is None or subject not in _SUBJECTS:
        return None if content is None else dict(content)
    return {key: _title(key, value) for key, value in content.items()}


def _slugs(content: Content) -> Iterator[str]:
    for key, value in (content or {}).items():
        yield key.rpartition("/")[2]
        if key == "fields" and isinstance(value, list):
            yield from value


def _title(key: str, value: Any) -> Any:
    fact = _FACTS.get(key.rpartition("/")[2])
    if fact is None or fact.codes is None:
        return value
    if isinstance(value, list):
        return [fact.codes.title(str(code)) for code in value]
    return value if value is None else fact.codes.title(str(value))
