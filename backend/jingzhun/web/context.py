"""What one running application holds together; made by `main`, read by the guard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from jingzhun.factbook import FactBook
from jingzhun.kit import clock
from jingzhun.kit.actor import Actor
from jingzhun.kit.crypto import Keyring
from jingzhun.kit.database import Database
from jingzhun.kit.settings import Settings


@dataclass
class Context:
    """`verify` turns a bearer token into an actor or refuses; it never touches the database."""

    settings: Settings
    database: Database
    keys: Keyring
    book: FactBook
    verify: Callable[[str], Actor]
    now: Callable[[], datetime] = clock.now

    @property
    def files_dir(self) -> Path:
        """Folder of sealed files."""
        return self.settings.files_dir
