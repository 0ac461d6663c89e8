"""Enters the demo district, with a little history; or any number of households for measuring."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from jingzhun.grammar.facts import Value
from jingzhun.households.demo.homes import household
from jingzhun.households.demo.luck import Luck
from jingzhun.households.repository.identity import IdentityRepository
from jingzhun.households.service.bulk import Draft, load
from jingzhun.households.service.saving import save
from jingzhun.households.service.sheet import Sheet, open_household, set_household, set_member
from jingzhun.kit.crypto import Keyring
from jingzhun.kit.unit import Entry, Unit
from jingzhun.places.finding import Place
from jingzhun.places.repository import read_index
from jingzhun.places.service import add_hamlets

# With this seed no ID number of the next years stands in a sample roster; a test holds it.
SEED = 88
IDENTIFIED_ON = date(2016, 3, 1)
DOCUMENT = "2016年精准识别台账（虚构）"
_GROUPS = ("一组", "二组", "三组", "渔港片", "旧圩片")
_SURVEYED, _INITIAL = ("make", ""), ("initial-load", DOCUMENT)
_CHANGED = 48


def load_demo(unit: Unit, keys: Keyring) -> int:
    """Enter the demo district once; return how many households were made."""
    if not IdentityRepository(unit).is_empty():
        return 0
    villages = [
        place
        for place in sorted(read_index(unit).places.values(), key=lambda one: one.code)
        if place.kind == "village" and place.name.endswith("居委会")
    ]
    hamlets = add_hamlets(
        unit, [(village, group) for village in villages for group in _GROUPS[:3]],
        is_confirmed=True,
    )  # fmt: skip
    drafts = list(_district(unit.today, villages, list(hamlets.values())))
    count = load(unit, keys, drafts, "initial load")
    _add_history(unit, keys, drafts)
    unit.note(Entry("demo.load", "demo", "district", f"载入演示数据：{count}户"))
    return count


def _district(today: date, villages: list[Place], hamlets: list[Place]) -> Iterator[Draft]:
    luck = Luck(SEED)
    for village in villages:
        own = [hamlet for hamlet in hamlets if hamlet.parent_id == village.id]
        for number in range(1, luck.between(40, 58) + 1):
            yield _draft(luck, today, village, f"{village.code[:12]}{number:04d}",
                         own[luck.between(0, len(own) - 1)])  # fmt: skip


def _draft(luck: Luck, today: date, village: Place, number: str, hamlet: Place | None) -> Draft:
    reference = date(today.year, 1, 1)
    made = household(luck, reference, _income_years(today))
    births = [_born_on(one) for one in made.members]
    return Draft(
        number, village, IDENTIFIED_ON, made.values, made.members, hamlet, made.incomes,
        _INITIAL if made.values["registration"] == "registered" else _SURVEYED,
        member_since=[max(IDENTIFIED_ON, born_on) for born_on in births],
    )  # fmt: skip


def _income_years(today: date) -> tuple[int, ...]:
    return tuple(sorted({2016, 2017, today.year - 1}))


def _born_on(member: Mapping[str, Value]) -> date:
    number = str(member["id_number"])
    return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))


def _add_history(unit: Unit, keys: Keyring, drafts: Iterable[Draft]) -> None:
    """Give some households a second version, as a town officer would have entered it."""
    luck = Luck(SEED + 1)
    changed = 0
    for draft in drafts:
        day = unit.today - timedelta(days=luck.between(20, 150))
        if changed >= _CHANGED or not luck.holds(12):
            continue
        changed += 1
        sheet = open_household(unit, keys, draft.id, day, lambda _: None)
        if draft.values["is_house_dangerous"]:
            repaired: dict[str, Value] = {"is_house_dangerous": False, "house_grade": "B"}
            set_household(sheet, repaired)
            _save(sheet, "危房改造完成")
        elif not _trains(sheet):
            set_household(sheet, {"has_toilet": True, "is_in_cooperative": True})
            _save(sheet, "加入合作社")


def _trains(sheet: Sheet) -> bool:
    for person in sheet.present():
        if person.after["labour"] == "01":
            set_member(sheet, person, {"labour": "02", "skills": "电工", "wants_training": False})
            _save(sheet, "参加技能培训")
            return True
    return False


def _save(sheet: Sheet, words: str) -> None:
    entry = Entry("household.change", "household", sheet.id, f"演示：{words}", reason=words)
    save(sheet, entry, lambda fault: f"/{fault.slug}")


def many(unit: Unit, keys: Keyring, households: int, *, members: int | None = None) -> int:
    """Enter any number of households over all villages, for measuring; numbers are longer."""
    luck = Luck(SEED + 2)
    villages = [one for one in read_index(unit).places.values() if one.kind == "village"]

    def drafts() -> Iterator[Draft]:
        for number in range(households):
            village = villages[number % len(villages)]
            draft = _draft(luck, unit.today, village, f"{village.code[:12]}{number:07d}", None)
            if members is not None:
                draft.members = list(draft.members)[:members]
                draft.member_since = draft.member_since[:members]
            yield draft

    return load(unit, keys, drafts(), "measure")
