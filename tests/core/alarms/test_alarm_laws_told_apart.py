"""Whatever happens in whatever order, the laws of `Supervision` hold: here where each loss is told."""

from tests.core.alarms.supervision import Supervision, run


class Apart(Supervision):
    """No group alarm: five gateways at most are lost."""

    group_above = 5


def test_the_laws_hold_where_each_loss_is_told() -> None:
    assert run(Apart) >= 5000
