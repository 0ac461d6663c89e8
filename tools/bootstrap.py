"""Makes .venv from the locked requirement files, or does nothing when it is already right.

Called by make with `runtime` (what the product needs) or `dev` (that and what its tests need).
Standard library only, because it runs before anything is installed. It never resolves versions,
never names a package host, and never installs a package whose hash is not in a lock file.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
SUFFIX = ".exe" if os.name == "nt" else ""
PYTHON = SCRIPTS / f"python{SUFFIX}"
UV = SCRIPTS / f"uv{SUFFIX}"
CONSOLE = SCRIPTS / f"jingzhun{SUFFIX}"
LOCKS = ROOT / "requirements"
OLDEST = (3, 11)

# A kind that stands for another one: whoever has the test packages has the product's, too.
COVERED_BY = {"runtime": ("runtime", "dev"), "dev": ("dev",)}

Command = list[str | Path]


def run(command: Command, env: dict[str, str] | None = None) -> None:
    """Runs a command and raises CalledProcessError when it fails."""
    subprocess.run([str(part) for part in command], check=True, env=env)


def succeeds(command: Command) -> bool:
    """Whether a command runs and exits with 0; what it prints is of no interest."""
    try:
        done = subprocess.run([str(part) for part in command], capture_output=True, check=False)
    except OSError:
        return False
    return done.returncode == 0


def fingerprint(kind: str) -> str:
    """Changes when the lock files of this kind, the project file or the interpreter change."""
    digest = hashlib.sha256(sys.version.encode())
    for path in (LOCKS / f"{kind}.txt", LOCKS / "build.txt", ROOT / "pyproject.toml"):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def stamp(kind: str) -> Path:
    """Where the fingerprint of the last finished set-up of this kind is kept."""
    return VENV / f".{kind}.sha256"


def is_current(kind: str) -> bool:
    """Whether the environment already holds what this kind asks for."""
    return CONSOLE.exists() and any(
        stamp(other).exists() and stamp(other).read_text() == fingerprint(other)
        for other in COVERED_BY[kind]
    )


def make_environment() -> None:
    """Makes .venv, also where Debian ships Python without the ensurepip module."""
    if succeeds([PYTHON, "-c", f"import sys; sys.exit(sys.version_info < {OLDEST})"]):
        return
    shutil.rmtree(VENV, ignore_errors=True)
    if not succeeds([sys.executable, "-m", "venv", VENV]):
        shutil.rmtree(VENV, ignore_errors=True)
        run([sys.executable, "-m", "venv", "--without-pip", VENV])


def find_pip() -> Command:
    """The environment's own pip or, where it has none, the system's pip pointed at it."""
    own: Command = [PYTHON, "-m", "pip"]
    system: Command = [sys.executable, "-m", "pip", "--python", PYTHON]
    for candidate in (own, system):
        if succeeds([*candidate, "--version"]):
            return [*candidate, "install", "--quiet", "--disable-pip-version-check"]
    sys.exit("pip is missing: install python3-venv or python3-pip, then run make again.")


def uv_environment() -> dict[str, str]:
    """The settings for uv, which does not read pip's: the index pip uses is handed on."""
    env = dict(os.environ)
    asked = subprocess.run(
        [sys.executable, "-m", "pip", "config", "get", "global.index-url"],
        capture_output=True,
        text=True,
        check=False,
    )
    index = env.get("PIP_INDEX_URL") or asked.stdout.strip()
    if index:
        env.setdefault("UV_DEFAULT_INDEX", index)
    if env.get("PIP_CERT"):
        env.setdefault("SSL_CERT_FILE", env["PIP_CERT"])
    env.setdefault("UV_LINK_MODE", "copy")
    env["VIRTUAL_ENV"] = str(VENV)
    return env


def install_locked(kind: str, pip: Command) -> None:
    """Installs the lock of this kind with uv; pip does the same more slowly where uv cannot."""
    locks: Command = ["-r", LOCKS / f"{kind}.txt", "-r", LOCKS / "build.txt"]
    wanted = not os.environ.get("NO_UV")
    if wanted and not UV.exists():
        succeeds([*pip, "--require-hashes", "-r", LOCKS / "uv.txt"])
    if wanted and UV.exists():
        try:
            run([UV, "pip", "install", "--quiet", "--require-hashes", *locks], uv_environment())
        except subprocess.CalledProcessError:
            print("uv could not install the packages; trying pip.", file=sys.stderr)
        else:
            return
    run([*pip, "--require-hashes", *locks])


def install_product(pip: Command) -> None:
    """Makes `jingzhun` importable and a command; the build backend is already locked in."""
    run([*pip, "--no-deps", "--no-build-isolation", "--editable", ROOT])


def main(kind: str) -> None:
    """Brings .venv up to date for `runtime` or `dev`."""
    if sys.version_info < OLDEST:
        found = ".".join(str(part) for part in sys.version_info[:3])
        sys.exit(f"Python 3.11 or newer is needed, this is {found}: make PYTHON=python3.11 ...")
    if kind not in COVERED_BY:
        sys.exit(f"bootstrap.py knows {' and '.join(COVERED_BY)}, not {kind}.")
    if is_current(kind):
        return
    print(f"Setting up .venv from requirements/{kind}.txt", file=sys.stderr)
    make_environment()
    pip = find_pip()
    try:
        install_locked(kind, pip)
        install_product(pip)
    except subprocess.CalledProcessError as failure:
        sys.exit(f"The packages could not be installed (exit code {failure.returncode}).")
    stamp(kind).write_text(fingerprint(kind))


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "dev")
