"""Seeded chance, made-up names, ID numbers that occur once. Pure."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import date, timedelta
from typing import TypeVar

from jingzhun.kit.id_number import check_character

T = TypeVar("T")
AREA = "440899"
_SURNAMES = "陈李林黄吴张梁王郑庄许何谢邓蔡符洪沈唐叶冯曾区单苏潘杨钟邱罗"
_FIRST = "国建志文明华永海春秋光荣家俊伟庆少康景振兴耀泽浩子"
_LAST_M = "强辉平军斌杰豪龙生福成涛权松林铭轩宇旺全"
_LAST_F = "英芳兰梅珍娟玲燕秀霞欣怡婷琼花妹娇芬彩莲"
_HALF = 500
# With this shift no number of any year so far is one of the sample rosters.
_SHIFT = 100


class Luck:
    """One run of chance; ID numbers are never given twice."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - made-up people, nothing to guess
        self._given: dict[tuple[date, bool], int] = {}

    def holds(self, percent: float) -> bool:
        """Whether something happens that does so in `percent` of all cases."""
        return self._random.random() * 100 < percent

    def between(self, low: int, high: int) -> int:
        """A whole number, both ends included."""
        return self._random.randint(low, high)

    def one_of(self, weights: Mapping[T, float]) -> T:
        """One of the keys, as often as its weight says."""
        return self._random.choices(list(weights), list(weights.values()))[0]

    def pick(self, values: str | tuple[str, ...]) -> str:
        """One of equally likely values."""
        return self._random.choice(values)

    def surname(self) -> str:
        """A family name common on the coast of western Guangdong."""
        return self.pick(_SURNAMES)

    def name(self, surname: str, *, female: bool) -> str:
        """A name of two or three characters."""
        last = self.pick(_LAST_F if female else _LAST_M)
        return surname + (self.pick(_FIRST) if self.holds(80) else "") + last

    def born(self, reference: date, age: int) -> date:
        """A birth date that gives `age` full years on the reference day."""
        latest = reference.replace(year=reference.year - age)
        return latest - timedelta(days=self.between(0, 364))

    def id_number(self, born_on: date, *, female: bool) -> str:
        """A number with the right check character; falls to the day before when a day is full."""
        count = self._given.setdefault((born_on, female), self.between(0, _HALF - 1) * 1000)
        if count % 1000 >= _HALF:
            return self.id_number(born_on - timedelta(days=1), female=female)
        self._given[born_on, female] = count + 1
        serial = (count // 1000 + count % 1000 + _SHIFT) % _HALF * 2 + (0 if female else 1)
        start = f"{AREA}{born_on:%Y%m%d}{serial:03d}"
        return start + check_character(start)

    def digits(self, start: str, length: int) -> str:
        """A number of `length` digits that begins so."""
        return start + "".join(str(self.between(0, 9)) for _ in range(length - len(start)))
