"""Field encryption, blind indexes and signing keys, from one key ring file.

A sealed value reads `g1.<key id>.<base64>`: suite AES-256-GCM, the key that sealed it, then nonce
and ciphertext. The kind of field is bound in, so that a value cannot be moved to another column.
"""

from __future__ import annotations

import base64
import json
import os
import secrets
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from jingzhun.kit import clock


class SealBroken(Exception):
    """A sealed value does not open: wrong key ring, or the stored value was altered."""


@dataclass(frozen=True)
class SigningKey:
    """One ES256 key; the newest signs, the others still verify until they are dropped."""

    kid: str
    private_pem: str
    made_at: str


@dataclass
class Keyring:
    """Keys by purpose. `fields` newest last; `index` never rotates with them."""

    fields: dict[str, bytes]
    index: bytes
    cursor: bytes
    signing: list[SigningKey]
    _ciphers: dict[str, AESGCM] = field(default_factory=dict)
    _inner: Any = None
    _outer: Any = None

    def seal(self, text: str, kind: str) -> str:
        """Encrypt `text` for a column of this kind with the newest key."""
        key_id = next(reversed(self.fields))
        nonce = os.urandom(12)
        body = nonce + self._cipher(key_id).encrypt(nonce, text.encode(), kind.encode())
        return f"g1.{key_id}.{base64.b64encode(body).decode()}"

    def unseal(self, sealed: str, kind: str) -> str:
        """Decrypt; raises SealBroken for an altered value or an unknown key."""
        try:
            suite, key_id, body = sealed.split(".", 2)
            raw = base64.b64decode(body)
            if suite != "g1":
                raise SealBroken(suite)
            return self._cipher(key_id).decrypt(raw[:12], raw[12:], kind.encode()).decode()
        except SealBroken:
            raise
        except Exception as error:
            raise SealBroken(kind) from error

    def seal_bytes(self, body: bytes, kind: str) -> bytes:
        """Encrypt a file: key id, a colon, nonce, ciphertext."""
        key_id = next(reversed(self.fields))
        nonce = os.urandom(12)
        sealed = self._cipher(key_id).encrypt(nonce, body, kind.encode())
        return key_id.encode() + b":" + nonce + sealed

    def unseal_bytes(self, sealed: bytes, kind: str) -> bytes:
        """Decrypt a file made by `seal_bytes`."""
        try:
            key_id, rest = sealed.split(b":", 1)
            return self._cipher(key_id.decode()).decrypt(rest[:12], rest[12:], kind.encode())
        except Exception as error:
            raise SealBroken(kind) from error

    def blind(self, text: str, kind: str) -> str:
        """A keyed digest for equality look-ups: 32 hex characters, no way back."""
        if self._inner is None or self._outer is None:
            block = self.index.ljust(64, b"\0")
            self._outer = sha256(bytes(byte ^ 0x5C for byte in block))
            self._inner = sha256(bytes(byte ^ 0x36 for byte in block))
        # HMAC by its definition (RFC 2104) from two prepared states: asked a million times.
        inner, outer = self._inner.copy(), self._outer.copy()
        inner.update(f"{kind}:{text}".encode())
        outer.update(inner.digest())
        return str(outer.hexdigest()[:32])

    def is_newest(self, sealed: str) -> bool:
        """Whether the value was sealed by the key in use now."""
        return sealed.split(".", 2)[1] == next(reversed(self.fields))

    def is_newest_file(self, sealed: bytes) -> bool:
        """Whether bytes of `seal_bytes` were sealed by the key in use now."""
        return sealed.startswith(next(reversed(self.fields)).encode() + b":")

    def _cipher(self, key_id: str) -> AESGCM:
        cipher = self._ciphers.get(key_id)
        if cipher is None:
            cipher = self._ciphers[key_id] = AESGCM(self.fields[key_id])
        return cipher

    def add_field_key(self) -> str:
        """Make a new key for fields; the old ones still open what they sealed."""
        key_id = f"k{len(self.fields) + 1}"
        self.fields[key_id] = secrets.token_bytes(32)
        return key_id

    def add_signing_key(self, *, keep: int = 2) -> str:
        """Make a new signing key and keep the last `keep` for verification."""
        self.signing = [*self.signing[-(keep - 1) :], _new_signing_key()]
        return self.signing[-1].kid

    def as_json(self) -> dict[str, Any]:
        """The content of the key ring file."""
        return {
            "fields": {key: base64.b64encode(raw).decode() for key, raw in self.fields.items()},
            "index": base64.b64encode(self.index).decode(),
            "cursor": base64.b64encode(self.cursor).decode(),
            "signing": [vars(key) for key in self.signing],
        }


def _new_signing_key() -> SigningKey:
    pem = ec.generate_private_key(ec.SECP256R1()).private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    return SigningKey(secrets.token_hex(8), pem.decode(), clock.now().isoformat())


def new_keyring() -> Keyring:
    """Make a ring with one key of each kind."""
    return Keyring(
        {"k1": secrets.token_bytes(32)},
        secrets.token_bytes(32),
        secrets.token_bytes(32),
        [_new_signing_key()],
    )


def load_keyring(path: Path) -> Keyring:
    """Read the ring, making it on the first start; the file is readable by its owner only."""
    if not path.exists():
        ring = new_keyring()
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return load_keyring(path)
        with os.fdopen(descriptor, "w") as file:
            json.dump(ring.as_json(), file)
        return ring
    raw = json.loads(path.read_text())
    return Keyring(
        {key: base64.b64decode(text) for key, text in raw["fields"].items()},
        base64.b64decode(raw["index"]),
        base64.b64decode(raw["cursor"]),
        [SigningKey(**key) for key in raw["signing"]],
    )


def save_keyring(ring: Keyring, path: Path) -> None:
    """Replace the file in one step, so that a crash leaves the old or the new ring."""
    draft = path.with_suffix(".new")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        json.dump(ring.as_json(), file)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
