"""Sealed files in one folder: written whole or not at all, named by id, never by typed words."""

from __future__ import annotations

import os
from pathlib import Path

from jingzhun.kit.crypto import Keyring

_DRAFTS = (".new", ".resealed")


class SealedFiles:
    """Files of one kind under `folder`; the kind is bound into each seal."""

    def __init__(self, folder: Path, keys: Keyring, kind: str) -> None:
        self.folder, self.keys, self.kind = folder / kind, keys, kind

    def write(self, name: str, content: bytes) -> None:
        """Seal and keep; a crash leaves the old file, or none."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = self._path(f"{name}.new")
        _write(draft, self.keys.seal_bytes(content, self.kind))
        draft.replace(self._path(name))

    def find(self, name: str) -> bytes | None:
        """The content, or None where it was deleted."""
        path = self._path(name)
        if not path.exists():
            return None
        return self.keys.unseal_bytes(path.read_bytes(), self.kind)

    def reseal(self) -> int:
        """Seal again with the newest key whatever an older one sealed; returns how many files."""
        count = 0
        for path in sorted(self.folder.glob("*")):
            count += not path.name.endswith(_DRAFTS) and self._reseal(path)
        return count

    def _reseal(self, path: Path) -> bool:
        try:
            before, sealed = path.stat(), path.read_bytes()
        except FileNotFoundError:
            return False
        if self.keys.is_newest_file(sealed):
            return False
        draft = path.with_name(f"{path.name}.resealed")
        _write(draft, self.keys.seal_bytes(self.keys.unseal_bytes(sealed, self.kind), self.kind))
        # A file deleted or written anew meanwhile is left as it is.
        if path.exists() and path.stat().st_ino == before.st_ino:
            draft.replace(path)
            return True
        draft.unlink()
        return False

    def delete(self, name: str) -> None:
        """Remove; a file that is gone already is no fault."""
        self._path(name).unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        if not name.replace("-", "").replace(".", "").isalnum():
            raise ValueError("a file is named by an id")
        return self.folder / name


def _write(path: Path, content: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def reseal_files(folder: Path, keys: Keyring) -> int:
    """Seal the files of every kind under `folder` again; returns how many that were."""
    kinds = [path.name for path in sorted(folder.glob("*")) if path.is_dir()]
    return sum(SealedFiles(folder, keys, kind).reseal() for kind in kinds)
