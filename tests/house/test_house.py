"""The repository keeps every rule, and every rule sees a breach made for it."""

from __future__ import annotations

import pytest

from tests.house import rooms, sizes, texts, words
from tests.house.sources import Rule, Source, repository

HOUSE = "backend/jingzhun/households/"
GLOSSARY = Source(
    "docs/glossary.md", "| term | noun | not |\n|---|---|---|\n| 贫困户 | household | `family` |\n"
)
LONG_FUNCTION = "def f() -> None:\n" + "    print()\n" * 60

# Each rule with a breach: the files, and a word its complaint must contain.
BREACHES: tuple[tuple[Rule, tuple[Source, ...], str], ...] = (
    (sizes.files_are_short, (Source(HOUSE + "service.py", "\n" * 301),), "300 allowed"),
    (sizes.files_are_short, (Source("tests/test_x.py", "\n" * 401),), "400 allowed"),
    (sizes.files_are_short, (Source("frontend/src/ui/Grid.tsx", "\n" * 201),), "200 allowed"),
    (sizes.files_are_short, (Source("README.md", "\n" * 81),), "80 allowed"),
    (sizes.files_are_short, (Source("ARCHITECTURE.md", "\n" * 151),), "150 allowed"),
    (sizes.functions_fit_a_screen, (Source("tools/x.py", LONG_FUNCTION),), "f has 61 lines"),
    (
        rooms.packages_have_only_rooms,
        (Source(HOUSE + "queries.py", "import sqlalchemy"),),
        "no room",
    ),
    (
        rooms.packages_have_only_rooms,
        (Source(HOUSE + "sums/tables.py", "from fastapi import APIRouter"),),
        "not pure",
    ),
    (rooms.packages_hold_no_code, (Source(HOUSE + "__init__.py", '"""A."""\nX = 1'),), "code"),
    (rooms.modules_say_what_they_are, (Source(HOUSE + "errors.py", "X = 1"),), "no docstring"),
    (rooms.names_say_something, (Source(HOUSE + "utils.py", ""),), "says nothing"),
    (rooms.names_say_something, (Source("frontend/src/lib/helpers.ts", ""),), "says nothing"),
    (
        rooms.only_http_rooms_know_http,
        (Source(HOUSE + "service/admission.py", "from fastapi import Depends"),),
        "HTTP belongs",
    ),
    (
        rooms.endpoints_write_no_sql,
        (Source(HOUSE + "endpoints/lists.py", "import sqlalchemy.orm"),),
        "repository",
    ),
    (
        rooms.endpoints_are_plain_functions,
        (Source(HOUSE + "endpoints.py", "async def list_households(): ..."),),
        "async",
    ),
    (
        rooms.only_the_unit_commits,
        (Source(HOUSE + "service.py", "def f(u): u.connection.commit()"),),
        "commit",
    ),
    (
        words.environment_has_one_door,
        (Source(HOUSE + "service.py", "import os\nX = os.environ['X']"),),
        ":2 reads the environment",
    ),
    (
        words.environment_has_one_door,
        (Source(HOUSE + "service.py", "from os import getenv"),),
        "reads the environment",
    ),
    (
        words.clock_has_one_door,
        (Source("backend/jingzhun/kit/paging.py", "import datetime\ndatetime.date.today()"),),
        "reads the clock",
    ),
    (
        words.clock_has_one_door,
        (Source(HOUSE + "service.py", "from jingzhun.kit import clock\nclock.today()"),),
        "reads kit.clock",
    ),
    (
        words.one_noun_per_term,
        (GLOSSARY, Source(HOUSE + "models.py", "class FamilyMember: ...")),
        "the noun is household",
    ),
    (
        words.one_noun_per_term,
        (GLOSSARY, Source(HOUSE + "service.py", "def admit(poor_families, family): ...")),
        "not family",
    ),
    (
        words.get_raises_and_find_may_not,
        (Source(HOUSE + "repository.py", "def get_household() -> Household | None: ..."),),
        "find_",
    ),
    (words.nothing_is_left_undone, (Source("frontend/src/a.ts", "// TO" + "DO"),), "unfinished"),
    (
        words.nothing_is_left_undone,
        (Source("tests/test_x.py", "@pytest.mark" + ".skip\ndef test_x(): ..."),),
        "leaves a test out",
    ),
    (
        words.chinese_stands_in_locales,
        (Source("frontend/src/ui/Grid.tsx", "// 表格\nconst title = '贫困户'"),),
        ":2 holds Chinese",
    ),
    (
        texts.locks_are_hashed_and_name_no_host,
        (Source("requirements/dev.txt", "--index-url https://x/\na==1 \\\n    --hash=sha256:0"),),
        "names a host",
    ),
    (
        texts.locks_are_hashed_and_name_no_host,
        (Source("requirements/dev.txt", "a==1 \\\n    --hash=sha256:0\nb==2\n"),),
        "b==2 has no hash",
    ),
    (
        texts.locks_are_hashed_and_name_no_host,
        (Source("frontend/package-lock.json", '{"resolved": "x"}'),),
        "addresses",
    ),
    (
        texts.locks_agree,
        (Source("requirements/dev.txt", "a==1"), Source("requirements/runtime.txt", "a==2")),
        "a 2, dev.txt 1",
    ),
    (texts.nothing_tells_of_a_machine, (Source("docs/x.md", "see pypi" + ".org"),), "host"),
    (texts.nothing_tells_of_a_machine, (Source("docs/x.md", "in /wo" + "rk/main"),), "folder"),
    (texts.decisions_have_their_form, (Source("docs/decisions/x.md", ""),), "NNNN-title"),
    (texts.decisions_have_their_form, (Source("docs/decisions/0001-a.md", ""),), "no part"),
    (texts.readme_shows_the_two_commands, (Source("README.md", "# make run"),), "make test"),
)

RULES = tuple(dict.fromkeys(rule for rule, _, _ in BREACHES))


def name_of(value: object) -> str:
    return str(getattr(value, "__name__", ""))


@pytest.mark.parametrize("rule", RULES, ids=name_of)
def test_the_house_keeps_the_rule(rule: Rule) -> None:
    complaints = list(rule(repository()))
    assert not complaints, "\n" + "\n".join(complaints)


@pytest.mark.parametrize(("rule", "breach", "word"), BREACHES, ids=name_of)
def test_the_rule_sees_a_breach(rule: Rule, breach: tuple[Source, ...], word: str) -> None:
    complaints = list(rule(breach))
    assert any(word in complaint for complaint in complaints), complaints


def test_every_rule_has_a_breach() -> None:
    """A rule added to a module of rules without a counter-proof is noticed here."""
    public = {
        name
        for module in (rooms, sizes, texts, words)
        for name, value in vars(module).items()
        if getattr(value, "__annotations__", {}).get("return") == "Iterator[str]"
    }
    assert public == {name_of(rule) for rule in RULES}


def test_allowed_things_are_allowed() -> None:
    fine = (
        Source(HOUSE + "__init__.py", '"""Households."""'),
        Source(HOUSE + "models/member.py", '"""Tables."""\nimport sqlalchemy'),
        Source(HOUSE + "income.py", '"""Pure: income of a year."""\nimport datetime'),
        Source("backend/jingzhun/kit/clock.py", '"""Clock."""\nimport datetime\n'),
        Source("frontend/src/locales/zh-CN/app.ts", "export const a = '贫困户'"),
    )
    assert [complaint for rule in RULES for complaint in rule(fine)] == []
