"""The same time of another year: the same month a year ago; the year-earlier quarter."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from explainer.lexicons.times import Scale
from explainer.reading.timexes.context import Context
from explainer.reading.timexes.found import Found, Known
from explainer.reading.timexes.lengths import Shifted
from explainer.reading.timexes.page import Page
from explainer.reading.timexes.steps import Stepped
from explainer.reading.timexes.values import When

_PARTS = (Scale.MONTH, Scale.QUARTER)


@dataclass(frozen=True, slots=True)
class OtherYear:
    """The month or quarter that the text tells of, so many years on or, below 0, back."""

    part: Stepped
    years: int

    def resolve(self, context: Context) -> Known:
        known = self.part.resolve(context)
        when = known.value
        if not isinstance(when, When) or when.year is None:
            return known
        other = replace(when, year=when.year + self.years)
        side = "before" if self.years < 0 else "after"
        why = f"is {abs(self.years)} years {side} one that {known.why}"
        return replace(known, value=other, why=why.replace("1 years", "a year"), tells=False)


def find(page: Page, at: int) -> Iterator[Found]:
    """The year-earlier quarter, the year-ago period: one token, and what it goes with."""
    year, _, word = page.low[at].partition("-")
    shift, unit = page.times.shifts.get(word), page.times.units.get(year)
    if shift is None or unit is None or unit.many or unit.scale is not Scale.YEAR:
        return
    first = at - 1 if page.has(at - 1, "the") else at
    named = page.times.units.get(page.at(at + 1))
    if page.has(at + 1, "period"):
        yield Found(first, at + 2, Shifted(shift.by, Scale.YEAR, shift.point))
    elif named and not named.many and named.scale in _PARTS:
        part = Stepped(named.scale, 0, "told")
        yield Found(first, at + 2, OtherYear(part, shift.by))


def same_part(page: Page, one: Found, other: Found) -> Found | None:
    """The same month a year ago; the same quarter of last year."""
    part, year = one.shape, other.shape
    if not isinstance(part, Stepped) or part.by or part.scale not in _PARTS:
        return None
    gap = page.low[one.stop : other.first]
    if gap and not (len(gap) == 1 and (gap[0] in page.times.glue["of"] | page.times.glue["in"])):
        return None
    if isinstance(year, Shifted) and year.scale is Scale.YEAR:
        years = year.count
    elif isinstance(year, Stepped) and year.scale is Scale.YEAR and year.by:
        years = year.by
    else:
        return None
    return Found(one.first, other.stop, OtherYear(part, years))
