"""Files are known by their content, sealed at rest, and open only to who may read their record."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

from jingzhun.attachments import service, sniffing
from jingzhun.attachments.errors import AttachmentTaken
from jingzhun.attachments.schemas import AttachmentOut
from jingzhun.policy.roles import Permission, Role
from jingzhun.web.context import Context
from tests.callers import DISTRICT, TOWN, api, headers, headers_for, person

PNG = b"\x89PNG\r\n\x1a\n" + b"scan" * 8


def package(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name in ("[Content_Types].xml", *names):
            file.writestr(name, "x")
    return out.getvalue()


@pytest.fixture
def server(context: Context) -> TestClient:
    return api(context)


@pytest.fixture
def upload(context: Context, server: TestClient) -> Callable[..., dict[str, object]]:
    def send(
        content: bytes = PNG, name: str = "批复.png", role: Role = Role.POVERTY_OFFICE
    ) -> dict[str, object]:
        answer = server.post(
            "/api/v1/attachments", headers=headers_for(context, role),
            files={"file": (name, content, "text/html")},
        )  # fmt: skip
        return {"status": answer.status_code, **answer.json()}

    return send


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7 ...", sniffing.PDF),
        (PNG, sniffing.PNG),
        (b"\xff\xd8\xff\xe0 jfif", sniffing.JPEG),
        (package("word/document.xml"), sniffing.DOCX),
        (package("xl/workbook.xml"), sniffing.XLSX),
    ],
)
def test_kinds_are_known_by_content(content: bytes, kind: str) -> None:
    assert sniffing.find_kind(content) == kind


@pytest.mark.parametrize(
    "content",
    [
        b"<html><script>alert(1)</script>", b"MZ\x90", b"PK\x03\x04 no archive", b"GIF89a",
        package("evil.exe"), package("xl/workbook.xml", "xl/vbaProject.bin"), b" %PDF-1.7",
    ],
)  # fmt: skip
def test_other_kinds_are_refused(upload: Callable[..., dict[str, object]], content: bytes) -> None:
    refused = upload(content, "批复.pdf")
    assert (refused["status"], refused["code"]) == (415, "attachment-kind")


@pytest.mark.parametrize(
    ("given", "safe"),
    [
        ("../../etc/passwd", "passwd.png"), ("C:\\扫描\\批复.exe", "批复.png"), ("", "附件.png"),
        ("a\u202egpj.exe", "agpj.png"), ("长" * 300, "长" * 100 + ".png"), ("...", "附件.png"),
        ("x\r\nSet-Cookie: a", "xSet-Cookie a.png"),
    ],
)  # fmt: skip
def test_names_lose_their_tricks(given: str, safe: str) -> None:
    assert sniffing.safe_name(given, sniffing.PNG) == safe


def test_an_upload_comes_back_only_to_its_uploader(
    context: Context, server: TestClient, upload: Callable[..., dict[str, object]]
) -> None:
    kept = upload()
    assert kept.pop("status") == 201
    AttachmentOut.model_validate(kept)
    assert kept["media_type"] == "image/png"
    path = f"/api/v1/attachments/{kept['id']}"
    own = server.get(path, headers=headers_for(context, Role.POVERTY_OFFICE))
    assert own.content == PNG
    assert own.headers["content-disposition"].startswith("attachment;")
    other = server.get(path, headers=headers_for(context, Role.LEADER_OFFICE))
    assert other.status_code == 404


def test_the_same_content_lies_sealed_once(
    context: Context, upload: Callable[..., dict[str, object]]
) -> None:
    first, again = upload(), upload(name="另一份.png")
    assert first["id"] != again["id"]
    (file,) = (context.files_dir / "attachment").iterdir()
    sealed = file.read_bytes()
    assert b"scan" not in sealed
    assert str(first["sha256"])[:32] not in file.name


@pytest.mark.parametrize("role", [Role.TOWN, Role.FINANCE, Role.SYSTEM_ADMIN])
def test_others_upload_nothing(context: Context, server: TestClient, role: Role) -> None:
    path = TOWN if role is Role.TOWN else DISTRICT
    answer = server.post(
        "/api/v1/attachments", headers=headers_for(context, role, path), files={"file": PNG}
    )
    assert answer.status_code == 403


def test_empty_and_huge_files_are_refused(
    context: Context, upload: Callable[..., dict[str, object]]
) -> None:
    assert upload(b"")["code"] == "attachment-empty"
    context.settings.upload_limit = 1000
    assert upload(PNG + b"x" * 1000)["code"] == "attachment-too-large"


def test_a_record_takes_a_file_once(
    context: Context, server: TestClient, upload: Callable[..., dict[str, object]]
) -> None:
    kept = str(upload()["id"])
    actor = person(Role.POVERTY_OFFICE, DISTRICT)
    needed = {"needs": Permission.FUND_PLANS_READ, "place_path": DISTRICT}
    with context.database.write(actor, now=context.now()) as unit:
        service.give(unit, kept, "fund-plan", "plan-1", **needed)
        service.give(unit, kept, "fund-plan", "plan-1", **needed)
        with pytest.raises(AttachmentTaken):
            service.give(unit, kept, "fund-plan", "plan-2", **needed)
    path = f"/api/v1/attachments/{kept}"
    assert server.get(path, headers=headers_for(context, Role.LEADER)).content == PNG
    assert server.get(path, headers=headers_for(context, Role.TOWN, TOWN)).status_code == 404
    machine = headers(context, person(Role.DEPARTMENT, DISTRICT))
    assert server.get(path, headers=machine).status_code == 404


def test_macros_do_not_hide_behind_thousands_of_parts() -> None:
    many = [f"word/{number}.xml" for number in range(sniffing._MOST_PARTS)]
    assert sniffing.find_kind(package("word/document.xml", *many, "word/vbaProject.bin")) is None
    assert sniffing.find_kind(package("word/document.xml", *many[:100])) == sniffing.DOCX
