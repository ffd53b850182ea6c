"""Whatever happens in whatever order, the laws of `Supervision` hold: here where losses are grouped."""

from tests.core.alarms.supervision import Supervision, run


class Grouped(Supervision):
    """Three gateways lost in one cycle are one alarm."""

    group_above = 2


def test_the_laws_hold_where_losses_are_grouped() -> None:
    assert run(Grouped) >= 5000
