"""Rules about what lies beside the code: locks, documents, and words that tell of a machine."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tests.house.sources import Source

LOCK = re.compile(r"^requirements/\w+\.txt$")
PIN = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==(\S+)")
ADDRESS = re.compile(r"\b[a-z][a-z0-9+]*://")
# Written in parts, so that this file does not break its own rule.
HOSTS = re.compile(
    "|".join(
        re.escape(host)
        for host in (
            "registry.npm" + "js", "pypi" + ".org", "files.python" + "hosted", "npm" + "mirror",
            "deb." + "debian.org", "pypi." + "tuna", "mirrors." + "aliyun",
        )
    )
)  # fmt: skip
MACHINE = re.compile(r"(?<![\w.])/(wo" r"rk|far" r"m|tmp/w|home/\w+|ro" r"ot|Us" r"ers/\w+)/")
DECISION = re.compile(r"^docs/decisions/(?P<name>.*)$")
DECISION_NAME = re.compile(r"^\d{4}-[a-z0-9-]+\.md$")
DECISION_PARTS = ("**Situation.** ", "**Decision.** ")


def pins(source: Source) -> dict[str, str]:
    """Package → version of a lock file, with what is installed only on some systems."""
    found = (PIN.match(line) for line in source.text.splitlines())
    return {match[1].lower(): match[2] for match in found if match}


def locks_are_hashed_and_name_no_host(sources: Iterable[Source]) -> Iterator[str]:
    """Every pinned package has a hash, and no lock file knows where it was fetched from."""
    for source in sources:
        if source.path.endswith("package-lock.json") and '"resolved"' in source.text:
            yield f"{source.path} records addresses: .npmrc says omit-lockfile-registry-resolved"
        if not LOCK.match(source.path):
            continue
        if ADDRESS.search(source.text) or "--index-url" in source.text:
            yield f"{source.path} names a host: run `make lock`"
        for block in re.split(r"\n(?=[A-Za-z0-9])", source.text.strip()):
            if PIN.match(block) and "--hash=sha256:" not in block:
                yield f"{source.path}: {block.split()[0]} has no hash: run `make lock`"


def locks_agree(sources: Iterable[Source]) -> Iterator[str]:
    """What the product runs on is what it was tested with."""
    locks = {source.path: pins(source) for source in sources if LOCK.match(source.path)}
    tested = locks.get("requirements/dev.txt", {})
    for path in ("requirements/runtime.txt", "requirements/build.txt"):
        for name, version in locks.get(path, {}).items():
            if tested.get(name) != version:
                yield f"{path} has {name} {version}, dev.txt {tested.get(name)}: run `make lock`"


def nothing_tells_of_a_machine(sources: Iterable[Source]) -> Iterator[str]:
    """No tracked file names a package host or a folder of somebody's machine."""
    for source in sources:
        for number, line in enumerate(source.text.splitlines(), 1):
            if HOSTS.search(line):
                yield f"{source.path}:{number} names a package host"
            if MACHINE.search(line):
                yield f"{source.path}:{number} names a folder of one machine"


def decisions_have_their_form(sources: Iterable[Source]) -> Iterator[str]:
    """A decision is docs/decisions/NNNN-title.md with situation and decision; no number twice."""
    numbers: dict[str, str] = {}
    for source in sources:
        match = DECISION.match(source.path)
        if not match:
            continue
        name = match["name"]
        if not DECISION_NAME.match(name):
            yield f"{source.path} is not called NNNN-title.md"
            continue
        for part in DECISION_PARTS:
            if f"\n{part}" not in source.text:
                yield f"{source.path} has no part `{part.strip()}`"
        if not source.text.startswith(f"# {name[:4]} "):
            yield f"{source.path} does not begin with its number and title"
        earlier = numbers.setdefault(name[:4], name)
        if earlier != name:
            yield f"{source.path} has the number of {earlier}"


def readme_shows_the_two_commands(sources: Iterable[Source]) -> Iterator[str]:
    """The first screen of the README tells how to run and how to test."""
    for source in sources:
        if source.path == "README.md":
            screen = "\n".join(source.text.splitlines()[:24])
            for command in ("make run", "make test"):
                if command not in screen:
                    yield f"README.md does not show `{command}` on its first screen"
