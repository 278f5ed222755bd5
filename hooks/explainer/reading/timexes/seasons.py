"""Seasons: last fall; the summer of 1998; spring 2008."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from explainer.lexicons.times import Scale
from explainer.reading.timexes.context import Context, on
from explainer.reading.timexes.found import Found, Known
from explainer.reading.timexes.page import Page
from explainer.reading.timexes.steps import year_from
from explainer.reading.timexes.values import When

#: The middle month of each season in the northern half of the world, where most newspapers are: it
#: decides only which year's season is the nearest.
_MIDDLE = {"SP": 4, "SU": 7, "FA": 10, "WI": 12}


@dataclass(frozen=True, slots=True)
class Season:
    """A season, and -1 after "last", 1 after "next", 0 after "this", None by itself."""

    code: str
    step: int | None = None
    point: str = "now"

    def in_year(self, year: int | None) -> When:
        return When(Scale.SEASON, year, season=self.code)

    def resolve(self, context: Context) -> Known:
        told = context.told(Scale.YEAR) if self.point == "told" or context.history else None
        if told and (self.step or (self.step == 0 and self.point == "told")):
            when = self.in_year(year_from(told.when, _MIDDLE[self.code], self.step or 0))
            return told.known(when, "is counted from the date told before it")
        if context.day:
            year = self._year(context.day, context)
            why = f"is read as in {year}, by the article’s date, {on(context.day)}"
            return Known(self.in_year(year), "inferred", why, published=True)
        told = None if self.step is not None else context.year_told()
        if told is None or told.when.year is None:
            return Known(self.in_year(None), "open", "has no year in the text")
        why = f"is read as in {abs(told.when.year)}, by the date told before it"
        return told.known(self.in_year(told.when.year), why)

    def _year(self, published: date, context: Context) -> int:
        ahead = _MIDDLE[self.code] - published.month
        if self.step is not None:
            passed = ahead <= -1 if self.step < 0 else ahead < 1
            return published.year + (self.step if passed == (self.step > 0) else 0)
        tense = context.tense()
        if tense == "future" and ahead < -1:
            return published.year + 1
        return published.year - (ahead > (1 if tense == "past" else 6))


def find(page: Page, at: int) -> Iterator[Found]:
    """A season with a year, an article, or "last", "this", "next" beside it."""
    season = page.times.seasons[page.low[at]]
    before = page.at(at - 1)
    step = page.step(at - 1)
    if step and step.point == "some":
        return
    if step:
        both = page.has(at - 2, "the") or (step.by and page.at(at - 2) in page.times.steps)
        yield Found(at - 2 if both else at - 1, at + 1, Season(season.code, step.by, step.point))
    elif page.has(at + 1, "of-a-season"):
        # Winter wheat and summer camps are of every year.
        return
    elif before in page.times.phases:
        yield Found(at, at + 1, Season(season.code))
    elif page.text(at + 1)[:1].isupper() and page.text(at)[:1].isupper():
        # The Spring Offensive: the name of something that was then; not the 1998 Winter Olympics,
        # nor Summer Glau and Fall River.
        if page.at(at - 1)[:1].isalpha():
            yield Found(at, at + 1, Season(season.code))
    elif page.has(at - 1, "the"):
        if _year_follows(page, at + 1) or (_by_time(page, at - 2) and not _of_water(page, at)):
            yield Found(at - 1, at + 1, Season(season.code))
    elif page.has(at - 1, "in") or _year_follows(page, at + 1) or not season.use:
        yield Found(at, at + 1, Season(season.code))


def _of_water(page: Page, at: int) -> bool:
    """Whether a fall or a spring may flow: the fall of the fort, water from the spring."""
    source = page.has(at - 2, "from") and not page.has(at + 1, "to")
    return bool(page.times.seasons[page.low[at]].use) and (source or page.has(at + 1, "of"))


def _by_time(page: Page, at: int) -> bool:
    """Whether the word before says when: in, during, since, of."""
    when = page.has(at, "in") or page.has(at, "preposition") or page.has(at, "of")
    return when or page.has(at, "passes")


def _year_follows(page: Page, at: int) -> bool:
    """Whether a year stands there: 1998; of 480 BC; of next year, but no "would fall next year"."""
    of = page.has(at, "of")
    at += of
    if page.year(at) is not None or page.two_digits(at):
        return True
    if page.integer(at) is not None and page.at(at + 1) in page.times.eras:
        return True
    at += page.has(at, "the")
    unit = page.times.units.get(page.at(at + 1))
    return of and page.at(at) in page.times.steps and bool(unit and unit.scale is Scale.YEAR)
