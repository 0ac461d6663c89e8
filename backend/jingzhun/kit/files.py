"""Sealed files in one folder: written whole or not at all, named by id, never by typed words."""

from __future__ import annotations

import os
from pathlib import Path

from jingzhun.kit.crypto import Keyring


class SealedFiles:
    """Files of one kind under `folder`; the kind is bound into each seal."""

    def __init__(self, folder: Path, keys: Keyring, kind: str) -> None:
        self.folder, self.keys, self.kind = folder / kind, keys, kind

    def write(self, name: str, content: bytes) -> None:
        """Seal and keep; a crash leaves the old file, or none."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = self._path(f"{name}.new")
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(self.keys.seal_bytes(content, self.kind))
            file.flush()
            os.fsync(file.fileno())
        draft.replace(self._path(name))

    def find(self, name: str) -> bytes | None:
        """The content, or None where it was deleted."""
        path = self._path(name)
        if not path.exists():
            return None
        return self.keys.unseal_bytes(path.read_bytes(), self.kind)

    def delete(self, name: str) -> None:
        """Remove; a file that is gone already is no fault."""
        self._path(name).unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        if not name.replace("-", "").replace(".", "").isalnum():
            raise ValueError("a file is named by an id")
        return self.folder / name
