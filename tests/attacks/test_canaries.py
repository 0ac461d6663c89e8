"""Made-up people whose numbers and names are found again wherever they must not be.

They are entered, listed, searched for, imported with faults, revealed and refused; then every log
line, metric, journal entry, job, address, problem and the files on the disk are looked through.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlalchemy import inspect, select, text

from jingzhun.jobs.service import run_one
from jingzhun.journal.models import journal_entry
from jingzhun.main import create_app
from tests.attacks.conftest import Answer, Target
from tests.callers import everything
from tests.households.roster.workbooks import Home, member, workbook
from tests.village import id_number

LIST = "/api/v1/households"
NAME = "欧阳鹬蚌"
# The ones entered here; beside them the canaries of the target's own people count, too.
SEALED = {
    "id_number": id_number("1971-05-06", 77),
    "phone": "13987654321",
    "bank_account": "6228480402564890018",
    "disability_certificate": id_number("1971-05-06", 77) + "43",
    "other_id": id_number("1982-07-08", 88),
    "file_id": id_number("1990-09-10", 99),
    "broken_id": id_number("1990-09-10", 101)[:-1] + "Q",
    "file_phone": "13987654399",
}


@dataclass
class Driven:
    """What was asked and answered."""

    addresses: list[str] = field(default_factory=list)
    problems: list[Answer] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)

    def ask(self, target: Target, method: str, path: str, *rest: object, **more: object) -> Answer:
        """Ask and keep."""
        answer = target.ask(method, path, *rest, **more)  # type: ignore[arg-type]
        self.addresses.append(path)
        (self.problems if answer.status >= 400 else self.answers).append(answer)
        assert answer.status < 500, answer.text
        return answer


@pytest.fixture(scope="package")
def driven(target: Target) -> Driven:
    done = Driven()
    village = target.people.villages["北山"]
    draft: dict[str, object] = {
        "household_no": "CANARY1", "village_id": village,
        "facts": {"household_kind": "general", "main_cause": "1",
                  "contact_phone": SEALED["phone"], "bank_account": SEALED["bank_account"]},
        "members": [
            {"name": NAME, "id_number": SEALED["id_number"], "relation": "01",
             "phone": SEALED["phone"],
             "disability_certificate": SEALED["disability_certificate"]},
        ],
    }  # fmt: skip
    made = done.ask(target, "POST", LIST, "office", draft)
    assert made.status == 201, made.text
    household_id = made.json()["id"]
    member_id = made.json()["members"][0]["id"]
    _read(target, done, household_id)
    _refused(target, done, draft, household_id, member_id)
    _revealed(target, done, household_id, member_id)
    _imported(target, done)
    return done


def _read(target: Target, done: Driven, household_id: str) -> None:
    for path in ("", "/members", "/history", "/events"):
        done.ask(target, "GET", f"{LIST}/{household_id}{path}")
    done.ask(target, "GET", LIST)
    for word in (NAME, "oyyb", SEALED["id_number"], SEALED["id_number"][-4:], SEALED["phone"]):
        found = done.ask(target, "POST", f"{LIST}/search", "office", {"text": word})
        assert found.status == 200, found.text
    for path in ("/api/v1/registers", "/api/v1/indicators", "/api/v1/audit", "/metrics"):
        done.ask(target, "GET", path)
    done.ask(target, "GET", "/api/v1/registers/destitute.csv")


def _refused(
    target: Target, done: Driven, draft: dict[str, object], household_id: str, member_id: str
) -> None:
    """Every kind of refusal with a canary in what was sent."""
    number, phone = SEALED["id_number"], SEALED["phone"]
    again = draft | {"household_no": "CANARY2"}
    assert done.ask(target, "POST", LIST, "office", again, {"Idempotency-Key": "c2"}).status == 409
    wrong = draft | {"household_no": "CANARY3", "colour": number}
    done.ask(target, "POST", LIST, "office", wrong, {"Idempotency-Key": "c3"})
    for facts in (
        {"id_number": SEALED["broken_id"]}, {"phone": f"{phone}{phone}{phone}{phone}"},
        {"born_on": number}, {"sex": NAME}, {"labour": number}, {"name": {"x": NAME}},
    ):  # fmt: skip
        path = f"{LIST}/{household_id}/members/{member_id}"
        done.ask(target, "PATCH", path, "office", {"facts": facts}, {"If-Match": "*"})
    for body in ({"text": number, "limit": number}, {"text": [number]}, {number: 1}, number):
        done.ask(target, "POST", f"{LIST}/search", "office", body)
    done.ask(target, "POST", f"{LIST}/search", "office", f'{{"text":"{number}"'.encode())
    duplicates = {"village_id": "x", "members": [{"name": NAME, "id_number": number}]}
    done.ask(target, "POST", f"{LIST}/duplicates-check", "office", duplicates)
    login = {"username": phone, "password": number}
    done.ask(target, "POST", "/api/v1/auth/login", "", login)
    move = {"facts": {"bank_account": SEALED["bank_account"] * 20}}
    done.ask(target, "PATCH", f"{LIST}/{household_id}", "office", move, {"If-Match": "*"})
    other = {"facts": {"name": NAME, "id_number": number}}
    done.ask(target, "POST", f"{LIST}/{household_id}/members", "office", other, {"If-Match": "*"})


def _revealed(target: Target, done: Driven, household_id: str, member_id: str) -> None:
    """The one honest way to a value in clear; the answer is not kept, the traces are."""
    for path, fields in (
        ("", ["contact_phone", "bank_account"]),
        (f"/members/{member_id}", ["id_number", "phone", "disability_certificate"]),
    ):
        body = {"fields": fields, "reason": "核对养老金发放"}
        answer = target.ask("POST", f"{LIST}/{household_id}{path}/reveal", "office", body)
        assert answer.status == 200, answer.text
        assert SEALED["phone"] in answer.text


def _imported(target: Target, done: Driven) -> None:
    """A workbook whose people are new, broken, twice there, or already in the registry."""
    first = [
        member(NAME, SEALED["file_id"]),
        member("欧阳二", SEALED["broken_id"], "之子"),
    ]
    second = [member("欧阳三", SEALED["file_id"]), member("欧阳四", SEALED["id_number"], "之子")]
    phone = {"联系电话": SEALED["file_phone"]}
    homes = [Home("4408110702070908", first, phone), Home("4408110702070909", second, phone)]
    content = workbook({"北山": homes}, more=("联系电话",))
    boundary = "canary"
    head = (
        f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.xlsx"\r\n'
        "Content-Type: application/octet-stream\r\n\r\n"
    )
    sent = head.encode() + content + f"\r\n--{boundary}--\r\n".encode()
    kind = {"Content-Type": f"multipart/form-data; boundary={boundary}"}
    answer = done.ask(target, "POST", "/api/v1/imports", "office", sent, kind)
    assert answer.status == 202, answer.text
    while run_one(target.context):
        pass
    batch = f"/api/v1/imports/{answer.json()['id']}"
    state = done.ask(target, "GET", batch)
    assert state.json()["state"] not in {"failed", "queued"}, state.text
    for path in ("/findings", "/rows", "/records"):
        done.ask(target, "GET", f"{batch}{path}")
    done.ask(target, "GET", "/api/v1/jobs")
    done.ask(target, "POST", f"{batch}/merge", "office", {}, {"Idempotency-Key": "merge"})


def _canaries(target: Target) -> dict[str, str]:
    own = {f"id of {name}": number for name, number in target.people.id_numbers.items()}
    return SEALED | own | {"phone 1": "13987650001", "phone 2": "13987650002"}


def _seen(target: Target, where: str, *, names: bool = False) -> list[str]:
    words = _canaries(target)
    if names:
        words |= {"name": NAME, "own name": "金丝雀"}
    return [name for name, word in words.items() if word in where]


def test_no_canary_in_any_answer_but_the_reveal(target: Target, driven: Driven) -> None:
    for answer in driven.answers:
        assert not _seen(target, answer.text)


def test_no_canary_in_any_problem(target: Target, driven: Driven) -> None:
    assert len(driven.problems) > 12
    for answer in driven.problems:
        # A number held twice names its holder, to who may see the holder anyway: that is the help.
        names = answer.json()["code"] != "id-number-held"
        assert not _seen(target, answer.text, names=names), answer.text


def test_no_canary_in_the_logs(target: Target, driven: Driven) -> None:
    log = target.log.getvalue()
    assert log.count('"event": "request"') > 20, "the log is listened to"
    assert not _seen(target, log, names=True)


def test_no_canary_in_metrics_or_contract(target: Target, driven: Driven) -> None:
    assert not _seen(target, target.ask("GET", "/metrics", "").text, names=True)
    assert not _seen(target, str(create_app(target.context).openapi()), names=True)


def test_no_canary_in_the_journal(target: Target, driven: Driven) -> None:
    with target.context.database.read(everything()) as unit:
        rows = unit.execute(select(journal_entry)).all()
    assert len(rows) > 3
    assert not _seen(target, "\n".join(str(tuple(row)) for row in rows), names=True)


def test_no_canary_in_an_address(target: Target, driven: Driven) -> None:
    """Neither the addresses asked here nor those the answers point to carry personal values."""
    assert not _seen(target, "\n".join(driven.addresses), names=True)
    assert not _seen(target, "\n".join(str(one.headers) for one in driven.answers), names=True)


def test_no_sealed_canary_in_any_column(target: Target, driven: Driven) -> None:
    """Sealed values stand in the store encrypted, masked or digested; staging and jobs included."""
    with target.context.database.read(everything()) as unit:
        for table in inspect(unit.connection).get_table_names():
            for row in unit.execute(text(f'SELECT * FROM "{table}"')):
                found = _seen(target, str(tuple(row)))
                assert not found, f"{table} holds {found}"


def test_no_sealed_canary_on_the_disk(target: Target, driven: Driven) -> None:
    """Neither the files of the database, nor uploads, nor results of jobs."""
    folder = target.context.settings.data_dir
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert any(path.suffix == ".sqlite3" for path in files)
    for path in files:
        content = path.read_bytes()
        found = [name for name, word in _canaries(target).items() if word.encode() in content]
        assert not found, f"{path.name} holds {found}"


def test_the_canaries_sing_where_they_may(target: Target, driven: Driven) -> None:
    """The checks above can fail: names do stand in the lists, masks do end in the same digits."""
    texts = "\n".join(answer.text for answer in driven.answers)
    assert NAME in texts
    assert SEALED["id_number"][-4:] in texts
    assert Path(__file__).exists()
