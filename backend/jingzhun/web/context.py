"""What one running application holds together; made by `main`, read by the guard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from jingzhun.factbook import FactBook
from jingzhun.kit import clock
from jingzhun.kit.actor import Actor
from jingzhun.kit.crypto import Keyring
from jingzhun.kit.database import Database
from jingzhun.kit.settings import Settings
from jingzhun.web.limits import Limits
from jingzhun.web.tokens import Tokens


@dataclass
class Context:
    """`verify` turns a bearer token into an actor or refuses; it never touches the database."""

    settings: Settings
    database: Database
    keys: Keyring
    book: FactBook
    verify: Callable[[str], Actor]
    now: Callable[[], datetime] = clock.now
    tokens: Tokens = field(init=False)
    limits: Limits = field(init=False)

    def __post_init__(self) -> None:
        self.tokens = Tokens(self.keys, self.settings.address, self._present)
        self.limits = Limits(self.settings)

    def _present(self) -> datetime:
        return self.now()

    @property
    def files_dir(self) -> Path:
        """Folder of sealed files."""
        return self.settings.files_dir
