"""Access tokens: ES256, made and checked here and nowhere else (the one python-jose module).

What the library lets pass is refused here: any header but alg, typ and kid; any algorithm but the
one bound to the key; lenient base64; missing claims; giant tokens. Never touches the database.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import orjson
from jose import jwk, jws
from jose.exceptions import JOSEError

from jingzhun.kit.actor import Actor
from jingzhun.kit.crypto import Keyring
from jingzhun.kit.ids import new_id
from jingzhun.web import claims
from jingzhun.web.errors import NotSignedIn
from jingzhun.web.revocations import ENDED, Revocations

ALGORITHM = "ES256"
ACCESS = "at+jwt"
AUDIENCE = "jingzhun-api"
MAX_TOKEN = 8192
CACHED = 4096
ASSERTION_LIFE = timedelta(minutes=5)
SKEW = 60
_COMPACT = re.compile(r"[A-Za-z0-9_-]{2,}\.[A-Za-z0-9_-]{2,}\.[A-Za-z0-9_-]{2,}")
_HEADERS = {"alg", "typ", "kid"}
_CLIENT_ALGORITHMS = {"EC": "ES256", "RSA": "RS256"}
_MIN_RSA_CHARACTERS = 342  # 2,048 bits in base64url


class TokenRefused(Exception):
    """The token does not verify; the reason is for tests and never for the caller."""


@dataclass(frozen=True)
class _Verified:
    actor: Actor
    expires: float
    generation: int


@dataclass(frozen=True)
class Assertion:
    """A client's own signed statement that it is who it says (RFC 7523)."""

    client_id: str
    jti: str
    expires_at: datetime


class Tokens:
    """Signs with the newest key of the ring, verifies with every key that is still in it."""

    def __init__(self, ring: Keyring, issuer: str, now: Callable[[], datetime]) -> None:
        self.ring, self.issuer, self.now = ring, issuer, now
        self.revoked = Revocations()
        self._keys: dict[str, Any] = {}
        self._cache: dict[str, _Verified] = {}
        self._gate = threading.Lock()

    def issue(self, actor: Actor, generation: int, life: timedelta) -> str:
        """Sign a token for a person or a machine client; `generation` lets it be revoked."""
        own = claims.of_person(actor) if actor.kind == claims.PERSON else claims.of_client(actor)
        at = int(self.now().timestamp())
        content = {
            "iss": self.issuer,
            "aud": AUDIENCE,
            "sub": actor.id,
            "exp": at + int(life.total_seconds()),
            "iat": at,
            "jti": new_id(),
            "gen": generation,
            "name": actor.name,
            **own,
        }
        newest = self.ring.signing[-1]
        key = self._signing_key(newest.kid)
        headers = {"typ": ACCESS, "kid": newest.kid}
        return str(jws.sign(orjson.dumps(content), key, headers, ALGORITHM))

    def verify(self, token: str) -> Actor:
        """Return the actor of a living token; raises NotSignedIn for every other."""
        verified = self._cache.get(token)
        if verified is None:
            try:
                verified = self._remember(token, self._verified(token))
            except TokenRefused as error:
                raise NotSignedIn from error
        if verified.expires <= self.now().timestamp() or self._is_revoked(verified):
            self._cache.pop(token, None)
            raise NotSignedIn
        return verified.actor

    def read(self, token: str) -> dict[str, Any]:
        """Return the claims of a token of ours; raises TokenRefused with the reason."""
        header = _header(token)
        if set(header) != _HEADERS:
            raise TokenRefused("header")
        if header["alg"] != ALGORITHM or header["typ"] != ACCESS:
            raise TokenRefused("algorithm or type")
        kid = header["kid"]
        if not isinstance(kid, str) or kid not in {key.kid for key in self.ring.signing}:
            raise TokenRefused("unknown key")
        content = _checked(token, self._verifying_key(kid), ALGORITHM)
        if content.get("iss") != self.issuer or content.get("aud") != AUDIENCE:
            raise TokenRefused("issuer or audience")
        self._check_times(content)
        return content

    def jwks(self) -> dict[str, Any]:
        """The public keys by which others verify our tokens."""
        keys = []
        for signing in self.ring.signing:
            public = self._verifying_key(signing.kid).to_dict()
            keys.append(
                {"kty": "EC", "crv": "P-256", "use": "sig", "alg": ALGORITHM, "kid": signing.kid}
                | {part: _text(public[part]) for part in ("x", "y")}
            )
        return {"keys": keys}

    def renew_keys(self, ring: Keyring) -> None:
        """Take over a changed ring; tokens of dropped keys are no longer known."""
        self.ring.signing = ring.signing
        with self._gate:
            self._cache = {}

    def assertion(
        self, token: str, keys_of: Callable[[str], Sequence[Mapping[str, Any]]], audience: str
    ) -> Assertion:
        """Check a client's signed statement against its registered keys; raises TokenRefused."""
        header = _header(token)
        if not {"alg"} <= set(header) <= _HEADERS or header.get("typ", "JWT") != "JWT":
            raise TokenRefused("header")
        subject = _unverified_subject(token)
        for key in keys_of(subject):
            algorithm = _CLIENT_ALGORITHMS.get(str(key.get("kty", "")), "")
            if header["alg"] != algorithm or header.get("kid") not in (None, key.get("kid")):
                continue
            try:
                content = _checked(token, jwk.construct(dict(key), algorithm), algorithm)
            except (TokenRefused, JOSEError):
                continue
            return self._asserted(content, subject, audience)
        raise TokenRefused("no key of this client")

    def _asserted(self, content: dict[str, Any], subject: str, audience: str) -> Assertion:
        if content.get("iss") != subject or content.get("sub") != subject:
            raise TokenRefused("issuer or subject")
        if content.get("aud") not in (audience, self.issuer, [audience], [self.issuer]):
            raise TokenRefused("audience")
        expires = self._check_times(content | {"iat": content.get("iat", 0)})
        now = self.now()
        if expires > (now + ASSERTION_LIFE).timestamp():
            raise TokenRefused("lives too long")
        return Assertion(subject, str(content["jti"]), datetime.fromtimestamp(expires, UTC))

    def _check_times(self, content: Mapping[str, Any]) -> int:
        at = self.now().timestamp()
        expires, issued = content.get("exp"), content.get("iat")
        begins = content.get("nbf", issued)
        if type(expires) is not int or type(issued) is not int or type(begins) is not int:
            raise TokenRefused("no expiry or no instant of issue")
        if expires <= at or issued > at + SKEW or begins > at + SKEW:
            raise TokenRefused("not valid now")
        if not all(isinstance(content.get(name), str) and content[name] for name in ("sub", "jti")):
            raise TokenRefused("no subject or no id")
        return expires

    def _verified(self, token: str) -> _Verified:
        content = self.read(token)
        try:
            actor, generation = claims.actor_of(content), content["gen"]
            if type(generation) is not int:
                raise TokenRefused("generation")
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise TokenRefused("claims") from error
        return _Verified(actor, float(content["exp"]), generation)

    def _is_revoked(self, verified: _Verified) -> bool:
        revoked = self.revoked
        if not len(revoked):
            return False
        actor = verified.actor
        kind = "account" if actor.kind == claims.PERSON else "client"
        return revoked.voids(kind, actor.id, verified.generation) or (
            bool(actor.session) and revoked.voids("session", actor.session, ENDED - 1)
        )

    def _remember(self, token: str, verified: _Verified) -> _Verified:
        with self._gate:
            if len(self._cache) >= CACHED:
                self._cache.pop(next(iter(self._cache)), None)
            self._cache[token] = verified
        return verified

    def _signing_key(self, kid: str) -> Any:
        key = self._keys.get(kid)
        if key is None:
            pem = next(one.private_pem for one in self.ring.signing if one.kid == kid)
            key = self._keys[kid] = jwk.construct(pem, ALGORITHM)
        return key

    def _verifying_key(self, kid: str) -> Any:
        key = self._keys.get(f"public {kid}")
        if key is None:
            key = self._keys[f"public {kid}"] = self._signing_key(kid).public_key()
        return key


def _header(token: str) -> dict[str, Any]:
    if len(token) > MAX_TOKEN or _COMPACT.fullmatch(token) is None:
        raise TokenRefused("not a compact token")
    try:
        return dict(jws.get_unverified_header(token))
    except (JOSEError, ValueError, TypeError, RecursionError) as error:
        raise TokenRefused("header") from error


def _checked(token: str, key: Any, algorithm: str) -> dict[str, Any]:
    try:
        content = orjson.loads(jws.verify(token, key, [algorithm]))
    except (JOSEError, ValueError, TypeError) as error:
        raise TokenRefused("signature or content") from error
    if not isinstance(content, dict):
        raise TokenRefused("content")
    return content


def _unverified_subject(token: str) -> str:
    try:
        return str(orjson.loads(jws.get_unverified_claims(token))["sub"])
    except (JOSEError, ValueError, TypeError, KeyError) as error:
        raise TokenRefused("content") from error


def is_client_key(key: Mapping[str, Any]) -> bool:
    """Whether a public key may verify a client's statements: P-256, or RSA of 2,048 bits up."""
    algorithm = _CLIENT_ALGORITHMS.get(str(key.get("kty", "")))
    if algorithm is None or "d" in key or "k" in key:
        return False
    if algorithm == "RS256" and len(str(key.get("n", ""))) < _MIN_RSA_CHARACTERS:
        return False
    if algorithm == "ES256" and key.get("crv") != "P-256":
        return False
    try:
        orjson.dumps(dict(key))  # As it is kept: no number too large, no half of a character.
        jwk.construct(dict(key), algorithm)
    except (JOSEError, ValueError, TypeError, KeyError):
        return False
    return True


def _text(value: bytes | str) -> str:
    return value.decode() if isinstance(value, bytes) else value
