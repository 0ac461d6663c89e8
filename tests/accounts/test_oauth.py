"""Tokens for machine clients: RFC 6749 §4.4, RFC 7523, and what is refused."""

from __future__ import annotations

import base64
from datetime import timedelta
from typing import Any

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from jose import jwk, jwt

from jingzhun.accounts.models import client_assertion
from jingzhun.accounts.service.grants import JWT_BEARER
from tests.accounts.conftest import Server
from tests.accounts.test_clients import body, created, token
from tests.callers import TOWN, everything

URL = "/oauth2/token"
GRANT = {"grant_type": "client_credentials"}


def basic(client_id: str, secret: str) -> dict[str, str]:
    raw = base64.b64encode(f"{client_id}:{secret}".encode()).decode()
    return {"Authorization": f"Basic {raw}"}


def test_a_token_lasts_fifteen_minutes_and_reaches_as_far_as_the_client(server: Server) -> None:
    made = created(server)
    answer = token(server, made)
    assert answer.headers["cache-control"] == "no-store"
    content = answer.json()
    assert content["token_type"] == "Bearer"
    assert content["expires_in"] == 900
    assert content["scope"] == "households:read places:read"
    bearer = {"Authorization": f"Bearer {content['access_token']}"}
    places = server.client.get("/api/v1/places", headers=bearer).json()["items"]
    assert places
    assert all(place["path"].startswith(TOWN) for place in places)
    assert server.client.get("/api/v1/users", headers=bearer).status_code == 403
    server.clock.forward(minutes=15)
    assert server.client.get("/api/v1/places", headers=bearer).status_code == 401
    (entry,) = server.entries("client.token")
    assert entry["actor_id"] == made["client_id"]


def test_the_secret_may_come_in_the_header(server: Server) -> None:
    made = created(server)
    known = basic(made["client_id"], made["client_secret"])
    assert server.client.post(URL, data=GRANT, headers=known).status_code == 200
    wrong = server.client.post(URL, data=GRANT, headers=basic(made["client_id"], "jz_wrong"))
    assert wrong.status_code == 401
    assert wrong.headers["www-authenticate"].startswith("Basic ")
    assert wrong.json()["error"] == "invalid_client"


def test_fewer_scopes_may_be_asked_for_and_never_more(server: Server) -> None:
    made = created(server)
    narrowed = token(server, made, scope="places:read").json()
    assert narrowed["scope"] == "places:read"
    bearer = {"Authorization": f"Bearer {narrowed['access_token']}"}
    assert server.client.get("/api/v1/places", headers=bearer).status_code == 200
    assert server.client.get("/api/v1/households", headers=bearer).status_code == 403
    for scope in ("households:write", "places:read users:manage", "everything"):
        refused = token(server, made, scope=scope)
        assert (refused.status_code, refused.json()["error"]) == (400, "invalid_scope")


def test_refusals_are_those_of_the_rfc(server: Server) -> None:
    made = created(server)
    known = {"client_id": made["client_id"], "client_secret": made["client_secret"]}
    cases: list[tuple[dict[str, str], dict[str, str], int, str]] = [
        ({}, {}, 400, "invalid_request"),
        ({"grant_type": "password"} | known, {}, 400, "unsupported_grant_type"),
        ({"grant_type": "refresh_token"} | known, {}, 400, "unsupported_grant_type"),
        (GRANT, {}, 401, "invalid_client"),
        (GRANT | {"client_id": made["client_id"]}, {}, 401, "invalid_client"),
        (GRANT | known | {"client_id": "nobody"}, {}, 401, "invalid_client"),
        (GRANT | known, basic(*known.values()), 400, "invalid_request"),
        (GRANT | {"client_id": "x"}, basic(*known.values()), 400, "invalid_request"),
        (GRANT, {"Authorization": "Basic !!!"}, 401, "invalid_client"),
        (GRANT, {"Authorization": "Basic eA=="}, 401, "invalid_client"),
        (GRANT, {"Authorization": "Bearer x"}, 401, "invalid_client"),
        (GRANT | {"client_assertion": "x"}, {}, 400, "invalid_request"),
        (GRANT | {"client_assertion": "x", "client_assertion_type": JWT_BEARER}, {}, 401,
         "invalid_client"),
    ]  # fmt: skip
    for form, headers, status, error in cases:
        answer = server.client.post(URL, data=form, headers=headers)
        assert (answer.status_code, answer.json()["error"]) == (status, error), form
        assert answer.headers["cache-control"] == "no-store"


def test_a_form_is_asked_for_and_json_is_not_taken(server: Server) -> None:
    made = created(server)
    content = GRANT | {"client_id": made["client_id"], "client_secret": made["client_secret"]}
    assert server.client.post(URL, json=content).status_code in (400, 422)


def test_a_persons_password_is_no_client_secret(server: Server) -> None:
    account_id = server.account("lin")
    assert server.client.post(URL, data=GRANT, headers=basic(account_id, "x")).status_code == 401


class Signer:
    """A client with a key of its own."""

    def __init__(self, server: Server, kind: str = "ES256") -> None:
        self.kind = kind
        self.key = (
            ec.generate_private_key(ec.SECP256R1())
            if kind == "ES256"
            else rsa.generate_private_key(65537, 2048)
        )
        public = jwk.construct(self.key.public_key(), kind).to_dict()
        plain = {
            name: value.decode() if isinstance(value, bytes) else value
            for name, value in public.items()
        }
        self.public = plain | {"kid": "own-1"}
        self.client_id = created(server, name=f"签名{kind}", jwks={"keys": [self.public]})[
            "client_id"
        ]
        self.server = server
        self.audience = f"{server.context.settings.address}/oauth2/token"

    def statement(self, **changes: Any) -> str:
        at = int(self.server.clock().timestamp())
        claims = {
            "iss": self.client_id, "sub": self.client_id, "aud": self.audience,
            "exp": at + 120, "iat": at, "jti": "one",
        }  # fmt: skip
        header = {"kid": "own-1"} | changes.pop("header", {})
        claims = {name: value for name, value in (claims | changes).items() if value is not ...}
        pem = self.key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        ).decode()
        return str(jwt.encode(claims, pem, self.kind, headers=header))

    def ask(self, statement: str, **form: str) -> Any:
        content = GRANT | {"client_assertion_type": JWT_BEARER, "client_assertion": statement}
        return self.server.client.post(URL, data=content | form)


@pytest.mark.parametrize("kind", ["ES256", "RS256"])
def test_a_client_may_sign_instead_of_keeping_a_secret(server: Server, kind: str) -> None:
    signer = Signer(server, kind)
    answer = signer.ask(signer.statement())
    assert answer.status_code == 200, answer.text
    assert answer.json()["scope"] == "households:read places:read"


def test_a_statement_is_good_once(server: Server) -> None:
    signer = Signer(server)
    statement = signer.statement()
    assert [signer.ask(statement).status_code for _ in range(2)] == [200, 401]
    assert signer.ask(signer.statement(jti="two")).status_code == 200
    server.clock.forward(minutes=10)
    assert signer.ask(statement).status_code == 401


def test_statements_that_are_refused(server: Server) -> None:
    signer, other = Signer(server), Signer(server, "RS256")
    at = int(server.clock().timestamp())
    statements = {
        "signed by another client": other.statement(
            iss=signer.client_id, sub=signer.client_id, jti="a"
        ),
        "for another server": signer.statement(aud="https://elsewhere/oauth2/token", jti="b"),
        "no audience": signer.statement(aud=..., jti="c"),
        "expired": signer.statement(exp=at - 1, jti="d"),
        "never expires": signer.statement(exp=..., jti="e"),
        "lives for a day": signer.statement(exp=at + 86400, jti="f"),
        "no id": signer.statement(jti=...),
        "issued by somebody else": signer.statement(iss=other.client_id, jti="g"),
        "unknown key": signer.statement(jti="h", header={"kid": "own-2"}),
        "crit": signer.statement(jti="i", header={"crit": ["exp"]}),
        "jku": signer.statement(jti="j", header={"jku": "http://127.0.0.1/"}),
        "an access token": signer.statement(jti="k", header={"typ": "at+jwt"}),
    }
    for name, statement in statements.items():
        answer = signer.ask(statement)
        assert (answer.status_code, answer.json()["error"]) == (401, "invalid_client"), name


def test_the_registered_public_key_is_no_hmac_secret(server: Server) -> None:
    signer = Signer(server)
    at = int(server.clock().timestamp())
    claims = {"iss": signer.client_id, "sub": signer.client_id, "aud": signer.audience,
              "exp": at + 60, "jti": "x"}  # fmt: skip
    statement = jwt.encode(claims, signer.public["x"], "HS256", headers={"kid": "own-1"})
    assert signer.ask(statement).status_code == 401


def test_the_named_client_and_the_signer_must_be_the_same(server: Server) -> None:
    signer = Signer(server)
    assert signer.ask(signer.statement(), client_id="other").status_code == 401
    fresh = signer.statement(jti="two")
    assert signer.ask(fresh, client_id=signer.client_id).status_code == 200


def test_a_client_with_keys_has_no_secret_to_guess(server: Server) -> None:
    signer = Signer(server)
    for secret in ("-" * 64, "x"):
        form = GRANT | {"client_id": signer.client_id, "client_secret": secret}
        assert server.client.post(URL, data=form).status_code == 401
    url = f"/api/v1/clients/{signer.client_id}/rotate-secret"
    made = server.client.post(url, json={}, headers=server.admin).json()
    assert made["authentication"] == "secret"
    assert token(server, made).status_code == 200
    assert signer.ask(signer.statement()).status_code == 401


def test_failures_are_journalled_without_what_was_sent(server: Server) -> None:
    made = created(server)
    token(server, made, client_secret="jz_guess")
    token(server, made, client_id="somebody")
    known, unknown = server.entries("client.token-refused")
    assert known["subject_id"] == made["client_id"]
    assert unknown["subject_id"] == ""
    assert "somebody" not in str(unknown)
    assert "jz_" not in str(known)


def test_the_keys_are_published_to_everybody(server: Server) -> None:
    answer = server.client.get("/.well-known/jwks.json")
    assert answer.headers["cache-control"] == "public, max-age=300"
    assert [key["alg"] for key in answer.json()["keys"]] == ["ES256"]
    assert "private" not in answer.text


def test_an_administrator_may_not_be_a_machine(server: Server) -> None:
    made = created(server)
    bearer = {"Authorization": f"Bearer {token(server, made).json()['access_token']}"}
    content = body(server, name="自建")
    assert server.client.post("/api/v1/clients", json=content, headers=bearer).status_code == 403


def test_a_statement_outlives_nothing(server: Server) -> None:
    """Used statements are kept just as long as they could be used again."""
    signer = Signer(server)
    for number in range(3):
        signer.ask(signer.statement(jti=str(number)))
        server.clock.forward(minutes=6)
    with server.context.database.read(everything()) as unit:
        kept = unit.execute(client_assertion.select()).all()
    assert [row.expires_at for row in kept] == [
        server.clock() - timedelta(minutes=6) + timedelta(seconds=120)
    ]
