"""One process of the rival writers: `python -m tests.journal.writer URL NAME COUNT`."""

from __future__ import annotations

import sys

from jingzhun.journal import chain
from jingzhun.kit.actor import system_actor
from jingzhun.kit.database import Database
from jingzhun.kit.unit import Entry


def write_entries(url: str, name: str, count: int) -> None:
    """Write entries one transaction each, as fast as the store lets it."""
    database = Database(url)
    database.before_commit.append(chain.write)
    for number in range(count):
        with database.write(system_actor(name)) as unit:
            unit.note(Entry("trial.write", "trial", f"{name}-{number}", "并发写入"))
    database.close()


if __name__ == "__main__":
    write_entries(sys.argv[1], sys.argv[2], int(sys.argv[3]))
