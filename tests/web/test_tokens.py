"""Known attacks on tokens: every one is answered like no token at all."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from cryptography.hazmat.primitives import serialization
from jose import jwt

from jingzhun.kit.crypto import Keyring, new_keyring
from jingzhun.kit.settings import Settings
from jingzhun.policy.roles import Permission, Role
from jingzhun.web.errors import NotSignedIn
from jingzhun.web.tokens import AUDIENCE, CACHED, MAX_TOKEN, TokenRefused, Tokens
from tests.callers import DISTRICT, TOWN, Moment, client, person
from tests.conftest import NOW

ISSUER = Settings().address
LIFE = timedelta(minutes=10)


@pytest.fixture
def ring() -> Keyring:
    return new_keyring()


@pytest.fixture
def clock() -> Moment:
    return Moment(NOW)


@pytest.fixture
def tokens(ring: Keyring, clock: Moment) -> Tokens:
    return Tokens(ring, ISSUER, clock)


def encoded(content: Any) -> str:
    raw = content if isinstance(content, bytes) else json.dumps(content).encode()
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def decoded(part: str) -> dict[str, Any]:
    return dict(json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))))


def good_claims(**changes: Any) -> dict[str, Any]:
    at = int(NOW.timestamp())
    claims = {
        "iss": ISSUER, "aud": AUDIENCE, "sub": "a-1", "exp": at + 600, "iat": at, "jti": "j-1",
        "gen": 1, "name": "测试员", "kind": "person", "sid": "s-1", "roles": [["town", TOWN]],
    }  # fmt: skip
    claims |= changes
    return {name: value for name, value in claims.items() if value is not ...}


def forge(ring: Keyring, claims: dict[str, Any] | None = None, **headers: Any) -> str:
    """Sign with the server's own key, as nobody outside can: only the content is at fault."""
    signing = ring.signing[-1]
    fields = {"typ": "at+jwt", "kid": signing.kid} | headers
    fields = {name: value for name, value in fields.items() if value is not ...}
    token = jwt.encode(claims or good_claims(), signing.private_pem, "ES256", headers=fields)
    return str(token)


def resigned(token: str, header: dict[str, Any], secret: bytes) -> str:
    """The token with another header, signed by HMAC."""
    _, claims, _ = token.split(".")
    body = f"{encoded(header)}.{claims}"
    digest = hmac.digest(secret, body.encode(), hashlib.sha256)
    return f"{body}.{encoded(digest)}"


def public_pem(ring: Keyring) -> bytes:
    private = serialization.load_pem_private_key(ring.signing[-1].private_pem.encode(), None)
    return private.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )


def test_a_person_comes_back_with_roles_places_and_what_the_policy_lets_them_do(
    tokens: Tokens,
) -> None:
    actor = tokens.verify(tokens.issue(person(Role.TOWN, TOWN), 1, LIFE))
    assert actor.kind == "person"
    assert [(grant.role, grant.path) for grant in actor.grants] == [("town", TOWN)]
    assert actor.may(Permission.IMPORTS_MERGE)
    assert not actor.may(Permission.FUND_PLANS_DECIDE)
    assert actor.session == "s-1"


def test_a_client_comes_back_with_its_scopes_only(tokens: Tokens) -> None:
    actor = tokens.verify(tokens.issue(client(Permission.HOUSEHOLDS_READ, path=TOWN), 1, LIFE))
    assert actor.permissions == {"households:read"}
    assert actor.paths("households:read") == (TOWN,)


def test_a_scope_that_speaks_for_a_person_is_dropped_even_from_a_signed_token(
    ring: Keyring, tokens: Tokens
) -> None:
    claims = good_claims(
        kind="client", scope="users:manage fund-plans:decide places:read", place=DISTRICT
    )
    assert tokens.verify(forge(ring, claims)).permissions == {"places:read"}


def test_header_and_claims_are_those_of_rfc_9068(ring: Keyring, tokens: Tokens) -> None:
    head, body, _ = tokens.issue(person(Role.TOWN, TOWN), 1, LIFE).split(".")
    assert decoded(head) == {"alg": "ES256", "typ": "at+jwt", "kid": ring.signing[-1].kid}
    claims = decoded(body)
    assert {"iss", "aud", "sub", "exp", "iat", "jti", "client_id"} <= set(claims)
    assert claims["exp"] - claims["iat"] == 600


FORGERIES: dict[str, Callable[[Keyring], str]] = {
    "signed by another ring": lambda ring: forge(new_keyring(), kid=ring.signing[-1].kid),
    "typ JWT": lambda ring: forge(ring, typ="JWT"),
    "typ missing": lambda ring: forge(ring, typ=None),
    "typ of a refresh token": lambda ring: forge(ring, typ="rt+jwt"),
    "kid missing": lambda ring: forge(ring, kid=...),
    "kid unknown": lambda ring: forge(ring, kid="0000"),
    "kid is a path": lambda ring: forge(ring, kid="../../../../dev/null"),
    "kid is SQL": lambda ring: forge(ring, kid="' UNION SELECT 'x"),
    "kid is a list": lambda ring: forge(ring, kid=[ring.signing[-1].kid]),
    "kid is null": lambda ring: forge(ring, kid=None),
    "crit": lambda ring: forge(ring, crit=["exp"]),
    "jku": lambda ring: forge(ring, jku="http://127.0.0.1/keys"),
    "x5u": lambda ring: forge(ring, x5u="http://127.0.0.1/keys"),
    "jwk in the header": lambda ring: forge(ring, jwk={"kty": "oct", "k": "AA"}),
    "x5c": lambda ring: forge(ring, x5c=["AA=="]),
    "b64 false": lambda ring: forge(ring, b64=False),
    "zip": lambda ring: forge(ring, zip="DEF"),
    "exp missing": lambda ring: forge(ring, good_claims(exp=...)),
    "exp past": lambda ring: forge(ring, good_claims(exp=int(NOW.timestamp()) - 1)),
    "exp now": lambda ring: forge(ring, good_claims(exp=int(NOW.timestamp()))),
    "exp is text": lambda ring: forge(ring, good_claims(exp="9999999999")),
    "exp is a fraction": lambda ring: forge(ring, good_claims(exp=1e300)),
    "exp is true": lambda ring: forge(ring, good_claims(exp=True)),
    "iat missing": lambda ring: forge(ring, good_claims(iat=...)),
    "iat tomorrow": lambda ring: forge(ring, good_claims(iat=int(NOW.timestamp()) + 86400)),
    "nbf tomorrow": lambda ring: forge(ring, good_claims(nbf=int(NOW.timestamp()) + 86400)),
    "nbf is text": lambda ring: forge(ring, good_claims(nbf=[])),
    "aud missing": lambda ring: forge(ring, good_claims(aud=...)),
    "aud of another service": lambda ring: forge(ring, good_claims(aud="other")),
    "iss missing": lambda ring: forge(ring, good_claims(iss=...)),
    "iss of another server": lambda ring: forge(ring, good_claims(iss="http://evil")),
    "sub missing": lambda ring: forge(ring, good_claims(sub=...)),
    "sub empty": lambda ring: forge(ring, good_claims(sub="")),
    "jti missing": lambda ring: forge(ring, good_claims(jti=...)),
    "generation missing": lambda ring: forge(ring, good_claims(gen=...)),
    "generation is text": lambda ring: forge(ring, good_claims(gen="9")),
    "kind unknown": lambda ring: forge(ring, good_claims(kind="system")),
    "roles are a number": lambda ring: forge(ring, good_claims(roles=7)),
    "roles missing": lambda ring: forge(ring, good_claims(roles=...)),
    "scope missing": lambda ring: forge(ring, good_claims(kind="client", place="/")),
    "giant": lambda ring: forge(ring, good_claims(name="x" * MAX_TOKEN)),
}


@pytest.mark.parametrize("name", FORGERIES)
def test_a_forged_token_is_refused(name: str, ring: Keyring, tokens: Tokens) -> None:
    with pytest.raises(NotSignedIn):
        tokens.verify(FORGERIES[name](ring))


def test_the_forger_of_these_tests_makes_tokens_that_are_good_but_for_one_thing(
    ring: Keyring, tokens: Tokens
) -> None:
    assert tokens.verify(forge(ring)).id == "a-1"


@pytest.mark.parametrize("algorithm", ["none", "None", "NONE", "nOnE", "", "HS256", "ES384"])
def test_the_algorithm_is_not_the_callers_to_choose(algorithm: str, tokens: Tokens) -> None:
    head, body, signature = tokens.issue(person(Role.TOWN, TOWN), 1, LIFE).split(".")
    changed = encoded(decoded(head) | {"alg": algorithm})
    for last in ("", signature):
        with pytest.raises(NotSignedIn):
            tokens.verify(f"{changed}.{body}.{last}")


def test_the_public_key_is_no_hmac_secret(ring: Keyring, tokens: Tokens) -> None:
    token = tokens.issue(person(Role.SYSTEM_ADMIN, DISTRICT), 1, LIFE)
    head = decoded(token.split(".")[0]) | {"alg": "HS256"}
    public = json.dumps(tokens.jwks()["keys"][0]).encode()
    for secret in (public_pem(ring), public_pem(ring).strip(), public, b"", ring.index):
        with pytest.raises(NotSignedIn):
            tokens.verify(resigned(token, head, secret))


def altered(token: str) -> Iterator[str]:
    head, body, signature = token.split(".")
    claims = decoded(body) | {"roles": [["poverty-office", "/"]]}
    yield f"{head}.{encoded(claims)}.{signature}"
    yield f"{head}.{body}.{encoded(bytes(64))}"
    yield f"{head}.{body}.{signature[:-4]}"
    yield f"{head}.{body}"
    yield f"{head}.{body}.{signature}.{signature}"
    yield f"{head}.{body}.{signature}.{signature}.{signature}"
    yield f"{head}..{signature}"
    yield f"{head}.{body}.{signature}="
    yield f"{head}.{body}. {signature}"
    yield f"{head}.{body}.{signature}\n"
    yield f"{head}!.{body}.{signature}"
    yield encoded([]) + f".{body}.{signature}"
    yield encoded(b"\xff\xfe") + f".{body}.{signature}"
    yield encoded(b"[" * 5000) + f".{body}.{signature}"
    yield "汉字.汉字.汉字"
    yield ""


def test_an_altered_token_is_refused(tokens: Tokens) -> None:
    token = tokens.issue(person(Role.TOWN, TOWN), 1, LIFE)
    tokens.verify(token)
    for other in altered(token):
        with pytest.raises(NotSignedIn):
            tokens.verify(other)


def test_a_giant_encrypted_token_is_refused_before_it_is_looked_at(tokens: Tokens) -> None:
    with pytest.raises(TokenRefused, match="compact"):
        tokens.read(".".join(["A" * 1_000_000] * 5))


def test_a_verified_token_is_remembered_and_still_expires(
    tokens: Tokens, clock: Moment, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = tokens.issue(person(Role.TOWN, TOWN), 1, LIFE)
    first = tokens.verify(token)
    monkeypatch.setattr(tokens, "read", lambda _token: pytest.fail("checked twice"))
    assert tokens.verify(token) is first
    clock.forward(minutes=10)
    with pytest.raises(NotSignedIn):
        tokens.verify(token)


def test_what_is_remembered_is_bounded(tokens: Tokens, monkeypatch: pytest.MonkeyPatch) -> None:
    verified = tokens._verified(tokens.issue(person(Role.TOWN, TOWN), 1, LIFE))
    monkeypatch.setattr(tokens, "_verified", lambda _token: verified)
    for number in range(CACHED + 50):
        tokens.verify(f"token-{number}")
    assert len(tokens._cache) == CACHED


def test_keys_rotate_with_overlap_and_old_ones_fade(ring: Keyring, tokens: Tokens) -> None:
    old = tokens.issue(person(Role.TOWN, TOWN), 1, LIFE)
    ring.add_signing_key(keep=2)
    new = tokens.issue(person(Role.TOWN, TOWN), 1, LIFE)
    assert old.split(".")[0] != new.split(".")[0]
    assert tokens.verify(old).id == tokens.verify(new).id
    assert len(tokens.jwks()["keys"]) == 2
    ring.add_signing_key(keep=2)
    tokens.renew_keys(ring)
    assert tokens.verify(new).kind == "person"
    with pytest.raises(NotSignedIn):
        tokens.verify(old)


def test_the_published_keys_verify_our_tokens_and_hold_nothing_private(tokens: Tokens) -> None:
    token = tokens.issue(person(Role.TOWN, TOWN), 1, LIFE)
    (key,) = tokens.jwks()["keys"]
    assert set(key) == {"kty", "crv", "use", "alg", "kid", "x", "y"}
    options = {"verify_exp": False, "verify_iat": False}
    read = jwt.decode(token, key, algorithms=["ES256"], audience=AUDIENCE, options=options)
    assert read["iss"] == ISSUER


def test_revocation_by_generation_and_by_session(tokens: Tokens) -> None:
    old = tokens.issue(person(Role.TOWN, TOWN, account_id="a-1"), 1, LIFE)
    new = tokens.issue(person(Role.TOWN, TOWN, account_id="a-1"), 2, LIFE)
    tokens.verify(old)
    tokens.revoked.add("account", "a-1", 2, NOW)
    assert tokens.verify(new).kind == "person"
    with pytest.raises(NotSignedIn):
        tokens.verify(old)
    tokens.revoked.add("session", "s-1", 1 << 30, NOW)
    with pytest.raises(NotSignedIn):
        tokens.verify(new)
    tokens.revoked.forget(NOW + timedelta(seconds=1))
    assert len(tokens.revoked) == 0


def test_a_mark_is_never_lowered(tokens: Tokens) -> None:
    tokens.revoked.add("client", "client-1", 3, NOW)
    tokens.revoked.add("client", "client-1", 2, NOW)
    with pytest.raises(NotSignedIn):
        tokens.verify(tokens.issue(client("places:read"), 2, LIFE))
