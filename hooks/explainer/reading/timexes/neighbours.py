"""Days and weeks told by a date that stands behind them: the day before Christmas; the week of May 6."""

from dataclasses import dataclass, replace

from explainer.lexicons.times import Scale
from explainer.reading.timexes.context import Context
from explainer.reading.timexes.found import Found, Known, Shape, is_day
from explainer.reading.timexes.page import Page
from explainer.reading.timexes.values import When, of_day, of_week, shifted


@dataclass(frozen=True, slots=True)
class Beside:
    """The day before or after a day, or, for 0, the week or weekend in which it lies."""

    day: Shape
    by: int
    scale: Scale = Scale.DAY

    def resolve(self, context: Context) -> Known:
        known = self.day.resolve(context)
        if not isinstance(known.value, When):
            return known
        exact = known.value.exact
        if exact is None:
            return replace(known, value=When(self.scale, known.value.year), basis="open")
        weekend = self.scale is Scale.WEEKEND
        when = shifted(of_day(exact), Scale.DAY, self.by) if self.by else of_week(exact, weekend)
        if when is None:
            return replace(known, value=When(Scale.DAY), basis="open")
        name = self.scale.name.lower()
        side = {-1: "the day before", 0: f"the {name} of", 1: "the day after"}[self.by]
        return replace(known, value=when, why=f"is {side} a day that {known.why}")


def with_neighbour(page: Page, found: Found) -> Found:
    """A day with "the day before", "the day after" or "the week of" in front of it."""
    if not is_day(found.shape):
        return found
    link = found.first - 1
    unit = page.times.units.get(page.at(link - 1))
    if unit is None or unit.many:
        return found
    by = 0
    if unit.scale is Scale.DAY:
        by = page.has(link, "following-day") - page.has(link, "preceding-day")
        if by == 0:
            return found
    elif unit.scale not in (Scale.WEEK, Scale.WEEKEND) or not page.has(link, "of"):
        return found
    stands = page.has(link - 2, "the") or (by and page.has(link - 2, "a"))
    first = link - 2 if stands else link - 1
    rule = found.rule + ", beside it"
    return replace(found, first=first, shape=Beside(found.shape, by, unit.scale), rule=rule)
