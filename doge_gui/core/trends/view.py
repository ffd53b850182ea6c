"""The span of time in view, how it is moved, and the way back to where it was before."""

from dataclasses import dataclass, replace

MINUTE_S, HOUR_S, DAY_S = 60.0, 3600.0, 86400.0
SPANS_S = (
    MINUTE_S,
    5 * MINUTE_S,
    30 * MINUTE_S,
    2 * HOUR_S,
    8 * HOUR_S,
    DAY_S,
    7 * DAY_S,
    30 * DAY_S,
    365 * DAY_S,
    3652 * DAY_S,
)
"""The spans offered, from a minute to ten years."""
LEAST_S, MOST_S = 5.0, 4000 * DAY_S
_AHEAD = 0.02
"""Of the span: so far beyond now a view may reach, so that the newest point does not stick to the edge."""
_MOST_STEPS = 50
MARGIN, LEAST_MARGIN_S = 0.05, 150.0
"""More than what is in view is asked for, by this share at either side: the value that holds at the left
edge was read before it."""


@dataclass(frozen=True, slots=True)
class View:
    """From `begin` to `end`, seconds since 1970."""

    begin: float
    end: float

    @property
    def span_s(self) -> float:
        """Its length."""
        return self.end - self.begin

    def moved(self, share: float) -> "View":
        """Moved into the future by a share of its length; a negative one moves it into the past."""
        by = share * self.span_s
        return View(self.begin + by, self.end + by)

    def zoomed(self, factor: float, at: float) -> "View":
        """`factor` times as long, with the instant `at` where it was. Stays within what can be shown."""
        span_s = min(max(self.span_s * factor, LEAST_S), MOST_S)
        share = (at - self.begin) / self.span_s
        return View(at - share * span_s, at + (1 - share) * span_s)

    def held(self, now: float) -> "View":
        """The nearest view that can be shown: of a lawful length, not beyond now, not before 1970."""
        span_s = min(max(self.span_s, LEAST_S), MOST_S)
        end = min(max(self.begin, 0.0) + span_s, now + _AHEAD * span_s)
        return View(end - span_s, end)

    @property
    def with_margin(self) -> "View":
        """What to ask the history for."""
        margin = max(MARGIN * self.span_s, LEAST_MARGIN_S)
        return View(max(self.begin - margin, 0.0), self.end + margin)


@dataclass(frozen=True, slots=True)
class Navigation:
    """What is in view, whether it follows the newest values, and the views before, oldest first."""

    view: View
    live: bool = True
    past: tuple[tuple[View, bool], ...] = ()

    def go(self, view: View, now: float, *, remember: bool = True) -> "Navigation":
        """Look at another span; `remember`: the way back leads here."""
        return Navigation(view.held(now), False, self._kept if remember else self.past)

    def follow(self, span_s: float, now: float, *, remember: bool = True) -> "Navigation":
        """Follow the newest values in a span of this length."""
        past = self._kept if remember and (span_s != self.view.span_s or not self.live) else self.past
        return Navigation(View(now - span_s, now), True, past)

    def ticked(self, now: float) -> "Navigation":
        """Time goes on: what follows the newest values moves."""
        return replace(self, view=View(now - self.view.span_s, now)) if self.live else self

    def back(self, now: float) -> "Navigation":
        """One step back; itself where there is none."""
        if not self.past:
            return self
        view, live = self.past[-1]
        return Navigation(view, live, self.past[:-1]).ticked(now)

    @property
    def _kept(self) -> tuple[tuple[View, bool], ...]:
        return (*self.past, (self.view, self.live))[-_MOST_STEPS:]
