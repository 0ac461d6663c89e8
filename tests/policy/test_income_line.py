"""Income against the line: disposable where it is known, net where it is not, else unknown."""

import pytest

from jingzhun.grammar.parameters import figures_of
from jingzhun.policy.indicators import income_above_line

LINE = 736_500


@pytest.mark.parametrize(
    ("disposable", "net", "above"),
    [
        (LINE, LINE, True),
        (LINE - 1, LINE, False),
        (LINE, None, True),
        (None, LINE, True),
        (None, LINE - 1, False),
        (None, None, None),
    ],
)
def test_which_income_is_compared(
    disposable: int | None, net: int | None, above: bool | None
) -> None:
    home = {
        "is_registered": True,
        "has_able_member": True,
        "disposable_income_per_head_fen": disposable,
        "net_income_per_head_fen": net,
    }
    assert income_above_line.numerator.where.resolved(figures_of(2018)).verdict(home) is above
