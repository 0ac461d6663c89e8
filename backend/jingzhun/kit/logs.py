"""Log lines as JSON on standard error. Tracebacks name places in code, never local values."""

from __future__ import annotations

import logging
import sys
from typing import Any

import structlog


def configure(level: str, *, for_good: bool = False) -> None:
    """Set up structlog; `for_good` keeps each logger as it first was, which a server wants."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(
            logging.getLevelNamesMapping().get(level.upper(), logging.INFO)
        ),
        logger_factory=_to_standard_error,
        cache_logger_on_first_use=for_good,
    )


def _to_standard_error(*_args: Any) -> structlog.PrintLogger:
    return structlog.PrintLogger(sys.stderr)
