"""One service takes every declared step: refuses what is not declared, keeps who did what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from jingzhun.grammar.workflows import Step, Workflow
from jingzhun.kit.actor import Actor
from jingzhun.kit.errors import FieldError
from jingzhun.kit.ids import new_id
from jingzhun.kit.unit import Entry, Unit
from jingzhun.policy.roles import POSTS, Role
from jingzhun.workflows.errors import ConditionsUnmet, StepNotPossible, StepOfAnotherRole
from jingzhun.workflows.repository import StepRepository


@dataclass(frozen=True)
class Record:
    """What a step is taken on; `title` is how people call it, without personal values.

    Its row is locked by the owner before it is read, so that two cannot take the same step.
    """

    kind: str
    id: str
    place_path: str
    title: str
    state: str


@dataclass(frozen=True)
class Papers:
    """What comes with a step."""

    note: str = ""
    document_number: str = ""
    document_on: date | None = None
    attachment_id: str | None = None


def take_step(
    unit: Unit,
    workflow: Workflow,
    record: Record,
    action: str,
    papers: Papers | None = None,
    unmet: Sequence[FieldError] = (),
    facts: Mapping[str, Any] | None = None,
) -> Step:
    """Take `action` on the record or refuse with everything that stands in the way.

    `unmet` are conditions the owner found not to hold; `facts` go to the journal, without personal
    values. Journals and keeps the step; the owner changes the record to the step's target.
    Raises StepNotPossible, NotPermitted, StepOfAnotherRole or ConditionsUnmet.
    """
    papers = papers or Papers()
    step = workflow.find_step(record.state, action)
    if step is None:
        raise _not_possible(unit.actor, workflow, record)
    unit.actor.require(step.needs)
    role = _role_for(unit.actor, step, record.place_path)
    if role is None:
        raise StepOfAnotherRole(step=step.title, roles=_titles(step.roles))
    steps = StepRepository(unit, workflow.slug)
    faults = [*_same_person(unit, workflow, step, record.id), *_missing(unit, step, papers), *unmet]
    if faults:
        words = "；".join(fault.message for fault in faults)
        raise ConditionsUnmet(faults, step=step.title, count=len(faults), unmet=words)
    steps.add(
        {
            "id": new_id(), "subject": record.kind, "subject_id": record.id,
            "place_path": record.place_path, "action": action, "from_state": step.source,
            "to_state": step.target, "actor_id": unit.actor.id, "actor_name": unit.actor.name,
            "role": role, "taken_at": unit.now, "note": papers.note,
            "document_number": papers.document_number, "document_on": papers.document_on,
            "attachment_id": papers.attachment_id,
        }
    )  # fmt: skip
    unit.note(_entry(step, record, papers, facts or {}))
    return step


def possible_steps(unit: Unit, workflow: Workflow, record: Record) -> list[Step]:
    """The steps the actor may take now; the buttons of the page are exactly these."""
    return [
        step
        for step in workflow.steps
        if step.source == record.state
        and _role_for(unit.actor, step, record.place_path) is not None
        and not any(_same_person(unit, workflow, step, record.id))
    ]


def history(unit: Unit, workflow: Workflow, record_id: str) -> list[dict[str, Any]]:
    """Every step of a record as people read it, the first one first."""
    titles = {(step.source, step.action): step.title for step in workflow.steps}
    return [
        {
            "action": row.action,
            "title": titles.get((row.from_state, row.action), row.action),
            "from_state": row.from_state,
            "to_state": row.to_state,
            "actor_name": row.actor_name,
            "role": _titles((row.role,)),
            "taken_at": row.taken_at,
            "note": row.note,
            "document_number": row.document_number,
            "document_on": row.document_on,
            "attachment_id": row.attachment_id,
        }
        for row in StepRepository(unit, workflow.slug).of(record_id)
    ]


def describe(step: Step) -> dict[str, Any]:
    """What a page needs to know in order to offer a step."""
    return {
        "action": step.action,
        "title": step.title,
        "to_state": step.target,
        "note_required": step.note_required,
        "document_number_required": step.document_number_required,
        "scan_required": step.scan_required,
    }


def _role_for(actor: Actor, step: Step, place_path: str) -> str | None:
    """The actor's post from which the step may be taken at this place."""
    for grant in actor.grants:
        reaches = place_path.startswith(grant.path) and step.needs in grant.permissions
        if reaches and grant.role in step.roles:
            return grant.role
    return None


def _same_person(
    unit: Unit, workflow: Workflow, step: Step, record_id: str
) -> Iterator[FieldError]:
    """Say where the actor took a step that another person must have taken."""
    if not step.not_same_as:
        return
    for row in StepRepository(unit, workflow.slug).of(record_id):
        if row.action in step.not_same_as and row.actor_id == unit.actor.id:
            before = next(one.title for one in workflow.steps if one.action == row.action)
            words = f"您办理过“{before}”，“{step.title}”须由另一人办理"
            yield FieldError("", "same-person", words)
            return


def _missing(unit: Unit, step: Step, papers: Papers) -> Iterator[FieldError]:
    if step.note_required and not papers.note.strip():
        yield FieldError("/note", "note-missing", "须填写理由")
    if step.document_number_required and not papers.document_number.strip():
        yield FieldError("/document_number", "document-number-missing", "须填写文号")
    if step.scan_required and papers.document_on is None:
        yield FieldError("/document_on", "document-date-missing", "须填写文件日期")
    if papers.document_on is not None and papers.document_on > unit.today:
        yield FieldError("/document_on", "document-date-future", "文件日期不能晚于今天")
    if step.scan_required and papers.attachment_id is None:
        yield FieldError("/attachment_id", "scan-missing", "须附文件扫描件")


def _not_possible(actor: Actor, workflow: Workflow, record: Record) -> StepNotPossible:
    own = [step.title for step in workflow.steps_from(record.state, {g.role for g in actor.grants})]
    possible = f"您现在可办理：{'、'.join(own)}。" if own else "您现在没有可办理的步骤。"
    state = workflow.states.get(record.state, "尚未建立")
    return StepNotPossible(title=record.title, state=state, possible=possible)


def _titles(roles: Sequence[str]) -> str:
    return "或".join(POSTS[Role(role)].title if role in POSTS else role for role in roles)


def _entry(step: Step, record: Record, papers: Papers, facts: Mapping[str, Any]) -> Entry:
    after: dict[str, Any] = {"state": step.target, **facts}
    if papers.document_number:
        after["document_number"] = papers.document_number
    if papers.attachment_id:
        after["attachment_id"] = papers.attachment_id
    return Entry(
        action=f"{record.kind}.{step.action}",
        subject=record.kind,
        subject_id=record.id,
        summary=f"{record.title}：{step.title}",
        before={"state": step.source} if step.source else None,
        after=after,
        reason=papers.note[:300],
        place_path=record.place_path,
    )
