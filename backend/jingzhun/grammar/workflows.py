"""A workflow is states, and the steps between them with the role that may take each.

Every step not listed is refused. `not_same_as` names earlier steps whose taker may not take this
one: maker, checker and decider are different persons.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from jingzhun.grammar.clauses import Clause


@dataclass(frozen=True, eq=False)
class Step:
    """From `source` to `target`; `source` is empty for the step that makes the thing.

    `needs` is the permission; `paper` the slug of the document it produces.
    """

    action: str
    title: str
    source: str
    target: str
    roles: tuple[str, ...]
    needs: str
    note_required: bool = False
    document_number_required: bool = False
    scan_required: bool = False
    not_same_as: tuple[str, ...] = ()
    paper: str = ""


@dataclass(frozen=True, eq=False)
class Workflow:
    """`states` maps slug to Chinese title; `final` are the states nothing need follow."""

    slug: str
    title: str
    states: Mapping[str, str]
    final: frozenset[str]
    steps: tuple[Step, ...]
    clauses: tuple[Clause, ...]

    @property
    def opening(self) -> Step:
        """The step that makes the thing."""
        return next(step for step in self.steps if not step.source)

    def find_step(self, state: str, action: str) -> Step | None:
        """Return the step `action` names from `state`, or None where there is none."""
        return next(
            (step for step in self.steps if step.source == state and step.action == action), None
        )

    def steps_from(self, state: str, roles: Collection[str]) -> tuple[Step, ...]:
        """Return the steps `roles` may take from `state`; the buttons shown are exactly these."""
        return tuple(
            step for step in self.steps if step.source == state and set(step.roles) & set(roles)
        )

    def problems(self) -> Iterator[str]:
        """Yield what is wrong with the declaration."""
        if sum(1 for step in self.steps if not step.source) != 1:
            yield f"workflow {self.slug}: needs exactly one step that makes the thing"
            return
        yield from self._state_problems()
        actions = {step.action for step in self.steps}
        seen: set[tuple[str, str]] = set()
        for step in self.steps:
            if (step.source, step.action) in seen:
                yield f"workflow {self.slug}: {step.action} leaves {step.source} twice"
            seen.add((step.source, step.action))
            for state in {step.source or step.target, step.target} - set(self.states):
                yield f"workflow {self.slug}: {step.action} names the unknown state {state}"
            for action in set(step.not_same_as) - actions:
                yield f"workflow {self.slug}: {step.action} names the unknown step {action}"

    def _state_problems(self) -> Iterator[str]:
        reached = self._reached()
        leaving = {step.source for step in self.steps}
        for state in self.states:
            if state not in reached:
                yield f"workflow {self.slug}: {state} cannot be reached"
            if state not in leaving and state not in self.final:
                yield f"workflow {self.slug}: {state} has no way out and is not final"

    def _reached(self) -> set[str]:
        reached = {self.opening.target}
        for _ in self.states:
            reached |= {step.target for step in self.steps if step.source in reached}
        return reached
