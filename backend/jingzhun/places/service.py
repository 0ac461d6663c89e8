"""Seeds the tree, makes and settles hamlets, dates names and marks."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from importlib.resources import files
from typing import Any

from jingzhun.kit.errors import FieldError, Invalid
from jingzhun.kit.ids import new_id
from jingzhun.kit.unit import Entry, Unit
from jingzhun.places import names
from jingzhun.places.errors import MarkOverlaps, NameTaken, NotAHamlet, NotAVillage, OtherVillage
from jingzhun.places.finding import Place
from jingzhun.places.models import place, place_code, place_mark, place_name
from jingzhun.places.repository import PlaceRepository, as_place, is_empty
from jingzhun.policy.roles import Permission

RENAMED_ON = date(2018, 1, 1)
_CODE_LENGTH = {"county": 6, "town": 9, "village": 12}


def seed(unit: Unit) -> int:
    """Enter the county's towns and villages with old and new names; nothing on a filled store."""
    if not is_empty(unit):
        return 0
    repository = PlaceRepository(unit, Permission.PLACES_MANAGE)
    made: dict[str, tuple[str, str]] = {}
    for row in _divisions():
        made[row["code"]] = _enter(repository, row, made.get(row["parent_code"]))
    return len(made)


def _divisions() -> list[dict[str, str]]:
    text = files("jingzhun.places").joinpath("divisions.csv").read_text(encoding="utf-8")
    return [row for row in csv.DictReader(text.splitlines()) if row["level"] in _CODE_LENGTH]


def _enter(
    repository: PlaceRepository, row: Mapping[str, str], parent: tuple[str, str] | None
) -> tuple[str, str]:
    kind, place_id = row["level"], new_id()
    own = row["code"][: _CODE_LENGTH[kind]]
    path = f"{parent[1] if parent else '/'}{own}/"
    repository.insert(place, [{
        "id": place_id, "kind": kind, "parent_id": parent[0] if parent else None, "path": path,
        "code": row["code"], "name": row["name"], "is_confirmed": True, "merged_into_id": None,
        "rev": 1, "made_at": repository.unit.now,
    }])  # fmt: skip
    repository.insert(place_name, _names(place_id, kind, row))
    repository.insert(place_code, _codes(place_id, kind, row))
    return place_id, path


def _names(place_id: str, kind: str, row: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    now, old = row["name"], row["name_2017"]
    since = None if old == now else RENAMED_ON
    yield _name(place_id, now, "official", since)
    if old and old != now:
        yield _name(place_id, old, "official", None, RENAMED_ON)
    brief = names.short(kind, now)
    if brief != now:
        yield _name(place_id, brief, "short")
    told = {now, old, brief}
    for name in filter(None, (now, old)):
        for variant in names.variants(kind, name):
            if variant not in told:
                told.add(variant)
                yield _name(place_id, variant, "variant")


def _name(
    place_id: str, name: str, kind: str, since: date | None = None, until: date | None = None
) -> dict[str, Any]:
    return {
        "id": new_id(), "place_id": place_id, "name": name, "kind": kind, "valid_from": since,
        "valid_to": until,
    }  # fmt: skip


def _codes(place_id: str, kind: str, row: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    system = "insurance" if kind == "county" else "nbs"
    changed = bool(row["code_2016"]) and row["code_2016"] != row["code"]
    for name, code, since, until in (
        (system, row["code"], RENAMED_ON if changed else None, None),
        ("nbs-2016", row["code_2016"], None, RENAMED_ON if changed else None),
    ):
        if code:
            yield {
                "id": new_id(), "place_id": place_id, "system": name, "code": code,
                "valid_from": since, "valid_to": until,
            }  # fmt: skip


def add_hamlets(
    unit: Unit, wanted: Iterable[tuple[Place, str]], *, is_confirmed: bool = False
) -> dict[tuple[str, str], Place]:
    """Make the hamlets rosters name, unconfirmed; return all wanted by (village id, name).

    A hamlet that is there already, under any of its names, is taken as it is.
    """
    repository = PlaceRepository(unit, Permission.PLACES_READ)
    found: dict[tuple[str, str], Place] = {}
    by_village: dict[Place, list[str]] = {}
    for village, name in dict.fromkeys(wanted):
        by_village.setdefault(village, []).append(name)
    for village, spelled in by_village.items():
        rows = repository.siblings(village.id)
        known = {row.id: as_place(row) for row in rows if row.merged_into_id is None}
        by_name = {names.plain(one.name): one for one in known.values()}
        for one in known.values():
            by_name |= {names.plain(row.name): one for row in repository.names(one.id)}
        count = len(rows)
        for name in spelled:
            hamlet = by_name.get(names.plain(name))
            if hamlet is None:
                count += 1
                hamlet = _make_hamlet(repository, village, name.strip(), count, is_confirmed)
                by_name[names.plain(name)] = hamlet
            found[village.id, name] = hamlet
    return found


def _make_hamlet(
    repository: PlaceRepository, village: Place, name: str, number: int, is_confirmed: bool
) -> Place:
    hamlet = Place(
        new_id(), village.id, "hamlet", name, "", f"{village.path}h{number:03d}/", is_confirmed
    )
    repository.insert(place, [{
        "id": hamlet.id, "kind": "hamlet", "parent_id": village.id, "path": hamlet.path, "code": "",
        "name": name, "is_confirmed": is_confirmed, "merged_into_id": None, "rev": 1,
        "made_at": repository.unit.now,
    }])  # fmt: skip
    repository.insert(place_name, [
        _name(hamlet.id, name, "official"),
        *(_name(hamlet.id, one, "variant") for one in names.variants("hamlet", name)),
    ])  # fmt: skip
    repository.unit.note(
        Entry("place.make", "place", hamlet.id, f"新增自然村：{village.name}{name}",
              after={"name": name, "village": village.name}, place_path=village.path)
    )  # fmt: skip
    return hamlet


def settle(
    unit: Unit, place_id: str, *, name: str | None, is_confirmed: bool | None, on: date | None
) -> None:
    """Confirm a hamlet or correct its name; a town or village is renamed from a day on."""
    repository = PlaceRepository(unit, Permission.PLACES_MANAGE)
    one = repository.get(place_id)
    if one.kind != "hamlet" and (is_confirmed is not None or on is None):
        raise NotAHamlet
    before = {"name": one.name, "is_confirmed": one.is_confirmed}
    after = {
        "name": name or one.name,
        "is_confirmed": one.is_confirmed if is_confirmed is None else is_confirmed,
    }
    if after == before:
        return
    if after["name"] != one.name:
        _refuse_taken(repository, one, str(name))
        repository.end_name(place_id, on or unit.today)
        known = _name(place_id, str(name), "official", on)
        repository.insert(place_name, [known])
    repository.change(place_id, **after)
    unit.note(
        Entry("place.settle", "place", place_id, f"更新地点：{one.name}", before, after,
              place_path=one.path)
    )  # fmt: skip


def _refuse_taken(repository: PlaceRepository, one: Any, name: str) -> None:
    for other in repository.siblings(one.parent_id):
        if other.id != one.id and other.merged_into_id is None and other.name == name:
            raise NameTaken


def merge_hamlet(unit: Unit, place_id: str, into_id: str) -> Any:
    """Let one hamlet be another spelling of a second one of the same village; return the first.

    The registry, which lies above, moves its households in the same unit.
    """
    repository = PlaceRepository(unit, Permission.PLACES_MANAGE)
    one, into = repository.get(place_id), repository.get(into_id)
    if one.kind != "hamlet" or into.kind != "hamlet":
        raise NotAHamlet
    if one.parent_id != into.parent_id or one.id == into.id:
        raise OtherVillage
    repository.move_names(one.id, into.id)
    repository.change(one.id, merged_into_id=into.id)
    repository.change(into.id)
    unit.note(
        Entry("place.merge", "place", into.id, f"自然村{one.name}并入{into.name}",
              {"name": one.name}, {"name": into.name}, place_path=into.path)
    )  # fmt: skip
    return one


def mark(
    unit: Unit, place_id: str, kind: str, since: date, until: date | None, document: str
) -> None:
    """Give a village a dated mark with its document."""
    repository = PlaceRepository(unit, Permission.PLACES_MANAGE)
    one = repository.get(place_id)
    if one.kind != "village":
        raise NotAVillage
    if until is not None and until <= since:
        raise Invalid([FieldError("/valid_to", "not-after", "结束日须晚于开始日")])
    for held in repository.marks(place_id):
        starts_later = until is not None and held.valid_from >= until
        ended = held.valid_to is not None and held.valid_to <= since
        if held.mark == kind and not (starts_later or ended):
            raise MarkOverlaps
    content = {"mark": kind, "valid_from": since, "valid_to": until, "document": document}
    repository.insert(place_mark, [{"id": new_id(), "place_id": place_id, **content}])
    repository.change(place_id)
    unit.note(
        Entry("place.mark", "place", place_id, f"标记{one.name}", after=content,
              place_path=one.path)
    )  # fmt: skip


def end_mark(unit: Unit, place_id: str, mark_id: str, on: date) -> None:
    """End a mark on a day."""
    repository = PlaceRepository(unit, Permission.PLACES_MANAGE)
    one = repository.get(place_id)
    held = next((row for row in repository.marks(place_id) if row.id == mark_id), None)
    if held is None or held.valid_to is not None or on <= held.valid_from:
        raise MarkOverlaps
    repository.end_mark(mark_id, on)
    repository.change(place_id)
    unit.note(
        Entry("place.unmark", "place", place_id, f"结束{one.name}的标记",
              {"mark": held.mark, "valid_to": None}, {"mark": held.mark, "valid_to": on},
              place_path=one.path)
    )  # fmt: skip


def path_in_scope(unit: Unit, place_id: str, permission: str) -> str:
    """Return the path of a place the actor may reach; raises PlaceNotFound."""
    return PlaceRepository(unit, permission).locate(place_id)[1]
