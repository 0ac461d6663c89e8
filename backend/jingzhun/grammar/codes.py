"""A code table: the closed list of values a choice may take, with the words for each."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, eq=False)
class CodeTable:
    """`titles` maps code to Chinese title; `aliases` maps other spellings to a code.

    `district` marks a list that no standard gives and this district may edit by decision.
    """

    slug: str
    titles: Mapping[str, str]
    titles_en: Mapping[str, str] = field(default_factory=dict)
    aliases: Mapping[str, str] = field(default_factory=dict)
    district: bool = False

    def title(self, code: str) -> str:
        """Return the Chinese title, or the code itself where the table has no such code."""
        return self.titles.get(code, code)

    def find_code(self, text: str) -> str | None:
        """Return the code that `text` names: as a code, a title or a declared alias."""
        return self._index().get(text)

    def _index(self) -> Mapping[str, str]:
        index = self.__dict__.get("_by_text")
        if index is None:
            index = {code: code for code in self.titles}
            index |= {title: code for code, title in self.titles.items()}
            index |= self.aliases
            self.__dict__["_by_text"] = index
        return index
