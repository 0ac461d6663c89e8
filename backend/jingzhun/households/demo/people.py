"""Made-up members, coherent by the data rules on their reference day. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from jingzhun.grammar.facts import Value
from jingzhun.households.demo.luck import Luck

Facts = dict[str, Value]
HEAD, SPOUSE, SON, DAUGHTER, GRANDSON, FATHER, MOTHER = "01", "02", "03", "04", "07", "11", "12"
HEALTHY, CHRONIC, SERIOUS, DISABLED = "01", "02", "03", "04"
_SCHOOL = {
    3: "02", 4: "02", 5: "02", 6: "03", 7: "03", 8: "03", 9: "03", 10: "03", 11: "03", 12: "04",
    13: "05", 14: "06",
}  # fmt: skip
_AREAS = {"01": 40.0, "02": 15.0, "03": 35.0, "04": 10.0}
_EMPLOYERS = (
    "东海水产加工厂",
    "硇洲渔业合作社",
    "区环卫所",
    "顺德家具厂",
    "民安建筑队",
    "港口物流公司",
)


@dataclass(frozen=True)
class Role:
    """Who somebody is in the household, before anything else is known."""

    relation: str
    age: int
    female: bool
    surname: str
    health: str = HEALTHY


@dataclass(frozen=True)
class Home:
    """What the household says of all its members."""

    kind: str
    reference: date
    surname: str

    @property
    def is_destitute(self) -> bool:
        """Destitute support."""
        return self.kind == "wubao_poor"

    @property
    def has_allowance(self) -> bool:
        """Subsistence allowance."""
        return self.kind == "dibao_poor"


def member(luck: Luck, role: Role, home: Home) -> Facts:
    """Return the facts of one member."""
    born_on = luck.born(home.reference, role.age)
    facts: Facts = {
        "name": luck.name(role.surname, female=role.female),
        "id_kind": "01",
        "id_number": luck.id_number(born_on, female=role.female),
        "relation": role.relation,
        "ethnic": "01",
        "political_status": "01" if role.age > 25 and luck.holds(3) else "13",
        "marital_status": _marital(luck, role),
        "health": f",{role.health},",
        "speaks_mandarin": role.age < 55 or luck.holds(30),
        "serves_in_army": False,
        "member_state": "1",
    }
    facts |= _schooling(luck, role)
    facts |= _illness(luck, role)
    facts["labour"] = _labour(luck, role, facts)
    facts |= _work(luck, role, home, facts)
    return facts | _support(luck, role, home, facts)


def _marital(luck: Luck, role: Role) -> str:
    if role.relation == SPOUSE:
        return "20"
    if role.age < 22 or role.relation in (SON, DAUGHTER, GRANDSON):
        return "10"
    return luck.one_of({"20": 70, "30": 20, "10": 10}) if role.age < 60 else "30"


def _schooling(luck: Luck, role: Role) -> Facts:
    if role.age < 3:
        return {"education": "06"}
    if role.age in _SCHOOL:
        return {"student_status": _SCHOOL[role.age]}
    if role.age < 18 and luck.holds(85):
        kind = "07" if luck.holds(60) else "10"
        return {"student_status": f"{int(kind) + role.age - 15:02d}"}
    if role.age in range(19, 23) and luck.holds(35):
        return {"student_status": "16" if luck.holds(60) else f"{13 + min(role.age - 19, 2)}"}
    if role.age < 40:
        return {"student_status": "01", "education": luck.one_of({"03": 60, "04": 30, "05": 10})}
    return {
        "student_status": "01",
        "education": luck.one_of({"01": 25, "02": 45, "03": 25, "04": 5}),
    }


def _illness(luck: Luck, role: Role) -> Facts:
    if role.health in (CHRONIC, SERIOUS):
        names = (
            ("高血压", "糖尿病", "肺结核")
            if role.health == CHRONIC
            else ("尿毒症", "肝癌", "脑卒中")
        )
        return {
            "disease": luck.pick(names),
            "disease_grade": "3" if role.health == SERIOUS else "2",
        }
    if role.health != DISABLED:
        return {}
    kind, grade = luck.pick("1247656"), luck.pick("1223344")
    facts: Facts = {"disability_kind": kind, "disability_grade": grade}
    if luck.holds(94):
        facts["disability_certificate"] = luck.digits("440899", 18) + kind + grade
    return facts


def _labour(luck: Luck, role: Role, facts: Facts) -> str | None:
    status = facts.get("student_status")
    if role.age < 16 or status not in (None, "01"):
        return "04"
    if luck.holds(1):
        return None
    if role.health in (SERIOUS, DISABLED):
        return luck.one_of({"03": 55, "05": 45})
    if role.age >= 60:
        return luck.one_of({"04": 60, "05": 30, "01": 10 if role.age < 66 else 0})
    if role.health == CHRONIC:
        return luck.one_of({"05": 60, "01": 40})
    return luck.one_of({"01": 88, "02": 12})


def _work(luck: Luck, role: Role, home: Home, facts: Facts) -> Facts:
    if facts["labour"] not in ("01", "02") or home.is_destitute:
        return {}
    wants = luck.holds(25)
    found: Facts = {
        "wants_work": wants, "wants_training": wants and luck.holds(50),
        "wants_business": luck.holds(8),
    }  # fmt: skip
    if facts["labour"] == "02":
        found["skills"] = luck.pick(("养殖", "泥瓦", "电工", "烹饪", "驾驶", "缝纫"))
    if role.age < 60 and luck.holds(45):
        area = luck.one_of(_AREAS)
        where: Facts = {"work_province": "440000", "work_city": "440800"}
        if area == "04":
            where = {"work_province": "450000", "work_city": "450100", "work_county": "450102"}
        elif area == "03":
            where = {"work_province": "440000", "work_city": "440600", "work_county": "440606"}
        else:
            where["work_county"] = "440811"
        found |= where | {
            "work_area": area, "work_months": luck.between(3, 11),
            "employer": luck.pick(_EMPLOYERS), "wants_work": False,
        }  # fmt: skip
    return found


def _support(luck: Luck, role: Role, home: Home, facts: Facts) -> Facts:
    is_adult = role.age >= 16 and facts.get("student_status") in (None, "01")
    draws = role.age >= 61 and luck.holds(96)
    found: Facts = {
        "insured_medical_resident": luck.holds(98.5), "insured_medical_employee": False,
        "insured_serious_illness": True, "insured_commercial": luck.holds(5),
        "insured_pension_resident": is_adult and luck.holds(90),
        "insured_pension_employee": False,
        "draws_pension": draws, "pension_kind": "resident" if draws else None,
        "receives_allowance": home.has_allowance,
        "receives_destitute_support": home.is_destitute,
        "is_orphan": False, "has_accident_subsidy": luck.holds(40),
    }  # fmt: skip
    if role.age >= 18 and luck.holds(55):
        found["phone"] = luck.digits(luck.pick(("134", "137", "159", "188", "199")), 11)
    if facts["labour"] in ("03", "05"):
        found["labour_verdict"] = luck.one_of({"fits": 75, "fits-not": 10, "unverified": 15})
    return found
