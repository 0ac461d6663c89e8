"""Resident identity numbers by GB 11643-1999: 17 digits and a check character."""

from datetime import date
from operator import mul

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_LENGTH = 18


def check_character(digits: str) -> str:
    """Return the check character of the first 17 digits (ISO 7064 MOD 11-2)."""
    total = sum(map(mul, map(int, digits[:17]), _WEIGHTS))
    return _CHECKS[total % 11]


def is_well_formed(number: str) -> bool:
    """Whether length, digits, birth date and check character are right.

    The area is checked neither against a list nor against a place (DOMAIN §3).
    """
    return (
        len(number) == _LENGTH
        and number[:17].isascii()
        and number[:17].isdigit()
        and not number.startswith("999999")
        and birth_date(number) is not None
        and check_character(number) == number[17]
    )


def birth_date(number: str) -> date | None:
    """Return the birth date written in the number, or None where it is not a day."""
    try:
        return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None


def sex_code(number: str) -> str:
    """Return 1 (male) or 2 (female) from the 17th digit; code of GB/T 2261.1."""
    return "1" if int(number[16]) % 2 else "2"
