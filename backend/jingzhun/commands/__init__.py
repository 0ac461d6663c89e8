"""What the command line does, composed of the packages below. Beside `main` and `cli`."""

from jingzhun.commands import declarations, roster, serving, upkeep

__all__ = ["declarations", "roster", "serving", "upkeep"]
