"""Made-up households: who lives there, why they are poor, house, land and income. Pure.

Causes as in Guangdong in 2016: illness 36.2 %, lack of labour 23.3 %, disability 19.9 %, schooling
4.9 %, funds 4.5 %, the rest made up.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from jingzhun.grammar.facts import Value
from jingzhun.households.demo.luck import Luck
from jingzhun.households.demo.people import (
    CHRONIC,
    DAUGHTER,
    DISABLED,
    FATHER,
    HEAD,
    HEALTHY,
    MOTHER,
    SERIOUS,
    SON,
    SPOUSE,
    Facts,
    Home,
    Role,
    member,
)

ILLNESS, DISABILITY, SCHOOLING, SKILLS, LABOUR, FUNDS = "1", "2", "3", "7", "8", "9"
CAUSES = {
    ILLNESS: 36.2, LABOUR: 23.3, DISABILITY: 19.9, SCHOOLING: 4.9, FUNDS: 4.5, SKILLS: 7.2,
    "11": 2.5, "4": 1.0, "99": 0.5,
}  # fmt: skip
_EXIT_LINE_FEN = 736_500
_MONTHLY_ALLOWANCE_FEN, _MONTHLY_PENSION_FEN = 35_000, 14_800
_DESTITUTE_YEAR_FEN = 960_000


@dataclass(frozen=True)
class Made:
    """A household with its members and incomes by year."""

    values: Facts
    members: list[Facts]
    incomes: Mapping[int, Mapping[str, Value]]


def household(luck: Luck, reference: date, years: tuple[int, ...]) -> Made:
    """Make one household as it stands on the reference day."""
    cause = luck.one_of(CAUSES)
    kind, roles = _who_lives_there(luck, cause)
    home = Home(kind, reference, roles[0].surname)
    members = [member(luck, role, home) for role in roles]
    _mark_left_behind(members, roles)
    is_registered = luck.holds(96) or home.is_destitute
    exited = is_registered and cause != LABOUR and luck.holds(58)
    values = _values(luck, cause, kind, reference, exited=exited, is_registered=is_registered)
    incomes = {
        year: _income(luck, members, home, exited=exited and year >= reference.year - 2)
        for year in years
    }
    return Made(values | _living(luck), members, incomes)


def _who_lives_there(luck: Luck, cause: str) -> tuple[str, list[Role]]:
    surname = luck.surname()
    if cause == LABOUR:
        age = luck.between(62, 86)
        roles = [Role(HEAD, age, luck.holds(25), surname, CHRONIC if luck.holds(50) else HEALTHY)]
        if luck.holds(30):
            partner = Role(SPOUSE, max(60, age - luck.between(0, 6)), not roles[0].female,
                           luck.surname())  # fmt: skip
            return "dibao_poor", [*roles, partner]
        return ("wubao_poor" if luck.holds(45) else "dibao_poor"), roles
    kind = "dibao_poor" if luck.holds(45) else "general"
    return kind, _sick(luck, cause, _couple(luck, surname))


def _couple(luck: Luck, surname: str) -> list[Role]:
    age = luck.between(29, 58)
    woman_heads = luck.holds(14)
    roles = [Role(HEAD, age, woman_heads, surname)]
    if luck.holds(80):
        near = max(24, age + luck.between(-5, 3))
        roles.append(Role(SPOUSE, near, not woman_heads, luck.surname()))
    mother = min(role.age for role in roles)
    for _ in range(luck.one_of({0: 10, 1: 30, 2: 38, 3: 18, 4: 4})):
        child = luck.between(max(0, mother - 38), max(0, min(mother - 20, 24)))
        female = luck.holds(47)
        roles.append(Role(DAUGHTER if female else SON, child, female, surname))
    if luck.holds(28):
        female = luck.holds(60)
        parent = Role(MOTHER if female else FATHER, age + luck.between(20, 30), female,
                      luck.surname() if female else surname)  # fmt: skip
        roles.append(parent if parent.age < 95 else replace(parent, age=94))
    return roles


def _sick(luck: Luck, cause: str, roles: list[Role]) -> list[Role]:
    """Give somebody what the household is poor by; old people often have something anyway."""
    who = luck.between(0, min(1, len(roles) - 1))
    healths = [CHRONIC if role.age > 60 and luck.holds(55) else role.health for role in roles]
    if cause == ILLNESS:
        healths[who] = SERIOUS if luck.holds(40) else CHRONIC
    elif cause == DISABILITY:
        healths[who] = DISABLED
    return [replace(role, health=health) for role, health in zip(roles, healths, strict=True)]


def _mark_left_behind(members: list[Facts], roles: list[Role]) -> None:
    away = [role for role, facts in zip(roles, members, strict=True)
            if facts.get("work_area") in ("03", "04")]  # fmt: skip
    parents_away = any(role.relation in (HEAD, SPOUSE) for role in away)
    for facts, role in zip(members, roles, strict=True):
        if parents_away and role.relation in (SON, DAUGHTER) and role.age < 16:
            facts["left_behind"] = "child"
        elif away and role.age >= 60 and role not in away:
            facts["left_behind"] = "elder"
        elif parents_away and role.relation == SPOUSE and role.female and role not in away:
            facts["left_behind"] = "woman"


def _values(
    luck: Luck, cause: str, kind: str, reference: date, *, exited: bool, is_registered: bool
) -> Facts:
    others = {luck.one_of(CAUSES) for _ in range(luck.one_of({0: 55, 1: 30, 2: 15}))} - {cause}
    state = "exited" if exited else "relapsed" if luck.holds(1) else "poor"
    exit_year = reference.year - luck.between(1, 2) if exited else None
    return {
        "registration": "registered" if is_registered else "surveyed",
        "poverty_state": state if is_registered else None,
        "exit_year": exit_year if is_registered else None,
        "household_kind": kind, "main_cause": cause,
        "other_causes": f",{','.join(sorted(others))}," if others else None,
        "relapse_causes": f",{cause}," if is_registered and state == "relapsed" else None,
        "identification_standard": "2",
        "planned_exit_year": None if exited else reference.year + 1,
        "contact_phone": luck.digits(luck.pick(("135", "136", "150", "187")), 11),
        "bank_name": luck.pick(("农村信用社", "邮政储蓄银行", "农业银行")),
        "bank_account": luck.digits("62", 19),
        "wants_loan": luck.holds(18),
    }  # fmt: skip


def _living(luck: Luck) -> Facts:
    dangerous = luck.holds(7)
    return {
        "arable_land": luck.between(0, 420), "irrigated_land": luck.between(0, 150),
        "forest_land": luck.between(0, 300), "returned_forest": 0,
        "orchard_land": luck.between(0, 80), "grassland": 0, "water_surface": luck.between(0, 120),
        "has_production_power": luck.holds(90), "has_household_power": luck.holds(99.5),
        "has_broadcast": luck.holds(93), "is_water_difficult": luck.holds(2),
        "is_water_safe": luck.holds(97), "is_water_solved": luck.holds(97),
        "road_distance": luck.between(5, 480),
        "road_kind": luck.one_of({"cement": 75, "gravel": 15, "soil": 8, "asphalt": 2}),
        "house_area": luck.between(3000, 14000), "is_house_dangerous": dangerous,
        "house_grade": luck.one_of({"C": 60, "D": 40}) if dangerous else luck.pick("AB"),
        "has_toilet": luck.holds(88),
        "fuel_kind": luck.one_of({"clean": 60, "straw": 35, "coal": 5}),
        "is_in_cooperative": luck.holds(22), "has_leading_firm": luck.holds(12),
        "has_leading_person": luck.holds(9),
    }  # fmt: skip


def _income(luck: Luck, members: list[Facts], home: Home, *, exited: bool) -> Facts:
    months = sum(int(one.get("work_months") or 0) for one in members)
    workers = sum(1 for one in members if one["labour"] in ("01", "02"))
    count = len(members)
    wage = months * luck.between(150_000, 280_000)
    business = workers * luck.between(100_000, 700_000)
    cost = business * luck.between(20, 40) // 100
    pensions = sum(1 for one in members if one["draws_pension"])
    parts: dict[str, int] = {
        "family_planning_fen": luck.one_of({0: 90, 96_000: 10}),
        "allowance_income_fen": count * 12 * _MONTHLY_ALLOWANCE_FEN if home.has_allowance else 0,
        "destitute_income_fen": count * _DESTITUTE_YEAR_FEN if home.is_destitute else 0,
        "pension_income_fen": pensions * 12 * _MONTHLY_PENSION_FEN,
        "ecological_income_fen": 0,
        "other_transfer_fen": luck.between(0, 60) * 1_000,
    }
    dividend, other = luck.one_of({0: 60, 57_200: 40}), luck.between(0, 30) * 1_000
    transfer = sum(parts.values())
    if exited:
        short = _EXIT_LINE_FEN * count - (wage + business - cost + dividend + other + transfer)
        wage += max(0, short + luck.between(1, 40) * 10_000)
    return {
        "wage_income_fen": wage, "business_income_fen": business,
        "property_income_fen": dividend + other, "asset_dividend_fen": dividend,
        "other_property_fen": other, "transfer_income_fen": transfer, **parts,
        "business_cost_fen": cost,
        "transfer_expenditure_fen": count * 18_000 if luck.holds(70) else None,
    }  # fmt: skip
