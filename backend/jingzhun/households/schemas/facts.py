"""Models made from the vocabulary, so that a fact's words and bounds stand in one place.

Written values are checked against the code tables; what is read may hold a code of older days.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler, create_model
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from jingzhun.grammar.codes import CodeTable
from jingzhun.grammar.facts import Fact, Kind, Protection
from jingzhun.policy.vocabulary import household as household_facts
from jingzhun.policy.vocabulary import income as income_facts
from jingzhun.policy.vocabulary import member as member_facts
from jingzhun.web import days

MAX_FEN = 10**13
_MAX_CODES = 64
_TEXT, _LONG = 120, {"remark": 500}
_EXAMPLES: Mapping[Kind, Any] = {
    Kind.TEXT: "农村信用社", Kind.COUNT: 6, Kind.FLAG: True, Kind.MONEY: 1250000,
    Kind.DECIMAL: "2.5", Kind.DATE: date(1968, 3, 12),
}  # fmt: skip
_MASKED = {Protection.SEALED: "，遮盖"}
_SEALED_EXAMPLES = {"id_number": "4408**********1234"}


class Coded:
    """A code of a table: anything else is refused, and the contract lists the codes."""

    def __init__(self, table: CodeTable) -> None:
        self.table = table

    def __get_pydantic_core_schema__(self, _source: Any, _handler: Any) -> CoreSchema:
        return core_schema.literal_schema(list(self.table.titles))

    def __get_pydantic_json_schema__(
        self, _schema: CoreSchema, _handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        if len(self.table.titles) > _MAX_CODES:
            return {"type": "string", "maxLength": 20}
        return {"type": "string", "enum": list(self.table.titles)}


def _read_type(fact: Fact) -> Any:
    match fact.kind:
        case Kind.COUNT:
            return Annotated[int, Field(ge=-1_000_000, le=1_000_000)]
        case Kind.FLAG:
            return bool
        case Kind.MONEY:
            return Annotated[int, Field(ge=-MAX_FEN, le=MAX_FEN)]
        case Kind.DATE:
            return date
        case Kind.MULTI:
            return Annotated[list[Annotated[str, Field(max_length=20)]], Field(max_length=20)]
        case Kind.CHOICE:
            return Annotated[str, Field(max_length=20)]
    return Annotated[str, Field(max_length=_LONG.get(fact.slug, _TEXT))]


def _write_type(fact: Fact) -> Any:
    match fact.kind:
        case Kind.COUNT:
            return Annotated[int, Field(ge=0, le=12 if fact.slug == "work_months" else 9999)]
        case Kind.MONEY:
            return Annotated[int, Field(ge=0, le=MAX_FEN)]
        case Kind.DECIMAL:
            return Annotated[str, Field(max_length=10, pattern=r"^\d{1,7}(\.\d{1,2})?$")]
        case Kind.CHOICE if fact.codes:
            return Annotated[str, Coded(fact.codes)]
        case Kind.MULTI if fact.codes:
            return Annotated[list[Annotated[str, Coded(fact.codes)]], Field(max_length=20)]
        case Kind.DATE:
            return days.Day
        case Kind.TEXT if fact.protection is Protection.SEALED:
            return Annotated[str, Field(max_length=40)]
    return _read_type(fact)


def _example(fact: Fact) -> Any:
    if fact.codes is not None:
        code = next(iter(fact.codes.titles))
        return [code] if fact.kind is Kind.MULTI else code
    return _SEALED_EXAMPLES.get(fact.slug, _EXAMPLES[fact.kind])


def _describe(fact: Fact) -> str:
    unit = "分" if fact.kind is Kind.MONEY else fact.unit
    return f"{fact.title}（{unit}）" if unit else fact.title


def _read_model(name: str, facts: Iterable[Fact], doc: str) -> type[BaseModel]:
    fields: Any = {
        fact.slug: (_read_type(fact) | None, Field(
            description=_describe(fact) + _MASKED.get(fact.protection, ""),
            examples=[_example(fact)],
        ))
        for fact in facts
    }  # fmt: skip
    return create_model(name, __doc__=doc, **fields)


def _write_model(name: str, facts: Iterable[Fact], doc: str) -> type[BaseModel]:
    fields: Any = {
        fact.slug: (_write_type(fact) | None, Field(
            None, description=_describe(fact),
            examples=["440899196803121234" if fact.slug == "id_number" else _example(fact)],
        ))
        for fact in facts
    }  # fmt: skip
    return create_model(name, __config__=ConfigDict(extra="forbid"), __doc__=doc, **fields)


if TYPE_CHECKING:

    class HouseholdFacts(BaseModel):
        """A household's facts as of a day."""

    class MemberFacts(BaseModel):
        """A member's facts as of a day."""

    class IncomeFacts(BaseModel):
        """Amounts of one year, in fen."""

    class HouseholdFactsIn(BaseModel):
        """Facts to set; null empties one, what is left out stays."""

    class MemberFactsIn(BaseModel):
        """Facts to set; null empties one, what is left out stays."""

    class IncomeFactsIn(BaseModel):
        """Amounts to set, in fen; null empties one, what is left out stays."""

else:
    _H, _M, _I = household_facts.STORED, member_facts.STORED, income_facts.STORED
    HouseholdFacts = _read_model("HouseholdFacts", _H, "A household's facts as of a day.")
    MemberFacts = _read_model("MemberFacts", _M, "A member's facts as of a day.")
    IncomeFacts = _read_model("IncomeFacts", _I, "Amounts of one year, in fen.")
    HouseholdFactsIn = _write_model("HouseholdFactsIn", _H, "Facts to set; null empties one.")
    MemberFactsIn = _write_model("MemberFactsIn", _M, "Facts to set; null empties one.")
    IncomeFactsIn = _write_model("IncomeFactsIn", _I, "Amounts to set, in fen; null empties one.")

Facts = HouseholdFactsIn | MemberFactsIn | IncomeFactsIn
