"""Public ids: UUIDv7 strings made by the application, so that they sort by time of making."""

import os
import threading
import time

_LOCK = threading.Lock()
_STATE = {"last": 0, "count": 0}


def new_id() -> str:
    """Return a UUIDv7 as 36 characters; ids of one process rise even within a millisecond."""
    millis = time.time_ns() // 1_000_000
    with _LOCK:
        if millis <= _STATE["last"]:
            millis = _STATE["last"]
            _STATE["count"] += 1
            if _STATE["count"] > 0xFFF:
                millis += 1
                _STATE["count"] = 0
        else:
            _STATE["count"] = 0
        _STATE["last"] = millis
        count = _STATE["count"]
    tail = int.from_bytes(os.urandom(8), "big") & ((1 << 62) - 1) | (1 << 63)
    text = f"{millis:012x}7{count:03x}{tail:016x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
