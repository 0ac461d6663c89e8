"""How protected values look to those who may not read them in clear."""

_SHOWN = {
    "id_number": (4, 4),
    "phone": (3, 4),
    "contact_phone": (3, 4),
    "bank_account": (0, 4),
    "disability_certificate": (4, 2),
}


def mask(text: str, kind: str) -> str:
    """Hide the middle of a protected value; at least half of it is always hidden."""
    head, tail = _SHOWN.get(kind, (0, 2))
    if head + tail > len(text) // 2:
        head, tail = 0, min(2, len(text) // 3)
    return text[:head] + "*" * (len(text) - head - tail) + (text[-tail:] if tail else "")
