"""What a household earned in a year. Pure arithmetic on whole fen.

Net = wage + business + property + transfer income − business cost. Disposable = net − transfer
expenditure. Per head ÷ registered members, half a fen rounded away from zero at this last step.
What is not known makes the result unknown, never zero. Source: DOMAIN §4, the village form.
"""

from collections.abc import Mapping
from typing import Any

ADDED = ("wage_income_fen", "business_income_fen", "property_income_fen", "transfer_income_fen")
TAKEN = "business_cost_fen"


def net_income_fen(amounts: Mapping[str, Any]) -> int | None:
    """Return the net income, None where one of its five parts is not known."""
    parts = [amounts.get(slug) for slug in ADDED]
    cost = amounts.get(TAKEN)
    if cost is None or any(part is None for part in parts):
        return None
    return sum(int(part) for part in parts if part is not None) - int(cost)


def disposable_income_fen(amounts: Mapping[str, Any]) -> int | None:
    """Return net income less what was paid out, None where that is not known."""
    net, spent = net_income_fen(amounts), amounts.get("transfer_expenditure_fen")
    return None if net is None or spent is None else net - int(spent)


def per_head_fen(amount_fen: int | None, members: int) -> int | None:
    """Share an amount over the members, half up; None where either is missing."""
    if amount_fen is None or members <= 0:
        return None
    sign = -1 if amount_fen < 0 else 1
    return sign * ((2 * abs(amount_fen) + members) // (2 * members))
