"""What runs beside the requests: learning every two seconds who is out, and of changed keys."""

from __future__ import annotations

import threading
from collections.abc import Callable

import structlog

from jingzhun.accounts.service.revocations import learn
from jingzhun.kit.actor import system_actor
from jingzhun.kit.crypto import load_keyring
from jingzhun.web.context import Context

EVERY_SECONDS = 2.0
_LOG = structlog.get_logger("jingzhun.accounts")


class Watch:
    """One thread of a serving process; a round that fails is tried again in two seconds."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._stopped = threading.Event()
        self._keys_seen = self._keys_stamp()
        self._thread = threading.Thread(target=self._run, name="revocations", daemon=True)

    def start(self) -> Callable[[], None]:
        """Look once before the first request is served; return the call that stops it."""
        self.look()
        self._thread.start()
        return self._stop

    def look(self) -> None:
        """Take over what other processes wrote."""
        context = self._context
        with context.database.read(system_actor("revocations"), now=context.now()) as unit:
            learn(unit, context.tokens.revoked)
        stamp = self._keys_stamp()
        if stamp != self._keys_seen:
            context.tokens.renew_keys(load_keyring(context.settings.keys_path))
            self._keys_seen = stamp

    def _keys_stamp(self) -> int:
        path = self._context.settings.keys_path
        return path.stat().st_mtime_ns if path.exists() else 0

    def _run(self) -> None:
        while not self._stopped.wait(EVERY_SECONDS):
            try:
                self.look()
            except Exception as error:  # noqa: BLE001 - one bad round must not end the watch
                _LOG.warning("revocations not read", kind=type(error).__name__)

    def _stop(self) -> None:
        self._stopped.set()
        self._thread.join(timeout=5)
