"""Dates with a month: May 22, 2023; 24 May; April 24 and 25; May 2008; February."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from explainer.lexicons.times import Scale
from explainer.reading.timexes.context import Context, on
from explainer.reading.timexes.found import Found, Known
from explainer.reading.timexes.page import Page
from explainer.reading.timexes.values import When, calendar_day

#: So many times nearer, and a month or day lies on that side of the article's date without a sign.
_FAR = 4

#: A story that goes from a month to one so many months earlier in the year has come to the next year.
_TURN = 8

#: Days within which nobody means the month or day of another year, whatever the tense says.
_SOON = 45


@dataclass(frozen=True, slots=True)
class Calendar:
    """A month, with or without a day and a year."""

    month: int
    day: int | None = None
    year: int | None = None

    @property
    def names_day(self) -> bool:
        return self.day is not None

    def in_year(self, year: int | None) -> When:
        scale = Scale.MONTH if self.day is None else Scale.DAY
        return When(scale, year, self.month, self.day)

    def resolve(self, context: Context) -> Known:
        if self.year is not None:
            return Known(self.in_year(self.year), "stated", "stands in the text with its year")
        if context.day:
            return self._by_publication(context, context.day)
        return self._by_text(context)

    def _by_publication(self, context: Context, published: date) -> Known:
        tense = context.tense()
        year = self._year_near(published, tense)
        said = f"; its sentence is about the {tense}" if tense else ""
        why = f"is read as in {year}, by the article’s date, {on(published)}{said}"
        return Known(self.in_year(year), "inferred", why, published=True)

    def _year_near(self, published: date, tense: str) -> int:
        """The year before or after the article's date: by tense, else whichever is nearer."""
        years = (published.year - 1, published.year, published.year + 1)
        distances = {y: self._distance(y, published) for y in years}
        past = max((y for y in years if distances[y] <= 0), default=published.year)
        future = min((y for y in years if distances[y] >= 0), default=published.year)
        if past == future:
            return past
        behind, ahead = -distances[past], distances[future]
        if tense == "future":
            return past if behind * _FAR < ahead and behind < _SOON else future
        return future if ahead * _FAR < behind and (tense != "past" or ahead < _SOON) else past

    def _distance(self, year: int, published: date) -> int:
        if self.day is None:
            months = (year - published.year) * 12 + self.month - published.month
            return months * 30
        day = calendar_day(year, self.month, self.day) or calendar_day(year, self.month, 28)
        return (day - published).days if day else 0

    def _by_text(self, context: Context) -> Known:
        told = context.year_told()
        if told is None or told.when.year is None:
            why = "has no year in the text, and no date of publication is known to read it from"
            return Known(self.in_year(None), "open", why)
        year = told.when.year
        near = context.block - told.block <= 1
        if near and told.when.month and year > 0 and told.when.month - self.month >= _TURN:
            year += 1
        why = f"is read as in {abs(year)}, by the date told before it, “{told.words}”"
        return Known(self.in_year(year), "inferred", why)


def find(page: Page, at: int) -> Iterator[Found]:
    """Dates around the name of a month."""
    named = page.times.months[page.low[at]]
    if page.text(at)[:1].islower():
        return
    after = at + 1
    if named.use == "short" and page.at(after) == "." and page.joined(at):
        after += 1
    shape = Calendar(named.number)
    if ranged := list(_one_token(page, at, after, shape)):
        yield from ranged
        return
    first, days_before = _days_before(page, at)
    if days_before:
        stop, year = year_after(page, after)
        yield from _several(page, days_before, first, at, replace(shape, year=year), stop)
        return
    days, stop = _days_after(page, after)
    if days:
        stop, year = year_after(page, stop)
        last = days[-1]
        shape = replace(shape, year=year)
        yield Found(
            at, stop if last == days[0] else days[0] + 1, replace(shape, day=page.day(days[0]))
        )
        for token in days[1:]:
            ends = stop if token == last else token + 1
            yield Found(token, ends, replace(shape, day=page.day(token)))
        return
    stop, year = year_after(page, after)
    if year is None and named.use and not _month_by_itself(page, at):
        return
    yield Found(at, stop if year else after, replace(shape, year=year))


def find_joined(page: Page, at: int) -> Iterator[Found]:
    """Two months in one token: May-August 1950; 14 August-24 August is three tokens."""
    one, _, other = page.low[at].partition("-")
    first = page.times.months.get(one)
    if first is None or page.text(at)[:1].islower():
        return
    last = page.times.months.get(other)
    if last:
        stop, year = year_after(page, at + 1)
        yield Found(at, at + 1, Calendar(first.number, year=year), cut=(0, len(other) + 1))
        yield Found(at, stop, Calendar(last.number, year=year), cut=(len(one) + 1, 0))
    elif other.isdigit() and (again := page.times.months.get(page.at(at + 1))):
        stop, year = year_after(page, at + 2)
        day = page.day(at - 1)
        begin = Calendar(first.number, day, year)
        yield Found(at - 1 if day else at, at + 1, begin, cut=(0, len(other) + 1))
        if len(other) <= 2 and 1 <= int(other) <= 31:
            end = Calendar(again.number, int(other), year)
            yield Found(at, stop, end, cut=(len(one) + 1, 0))


def _one_token(page: Page, at: int, after: int, shape: Calendar) -> Iterator[Found]:
    """Two days in one token: 6-7 January 1916; March 5-9, 1918."""
    for token in (at - 1, after):
        match = _TWO_DAYS.match(page.at(token))
        if match is None or not 1 <= int(match["one"]) < int(match["two"]) <= 31:
            continue
        before = token < at
        stop, year = year_after(page, after if before else token + 1)
        one = replace(shape, day=int(match["one"]), year=year)
        two = replace(shape, day=int(match["two"]), year=year)
        yield Found(token if before else at, token + 1, one, cut=(0, len(match["two"]) + 1))
        yield Found(token, stop, two, cut=(len(match["one"]) + 1, 0))
        return


def _several(
    page: Page, days: list[int], first: int, at: int, shape: Calendar, stop: int
) -> Iterator[Found]:
    """9 to 11 May: each day is an expression, the last one with the month."""
    for token in days[:-1]:
        yield Found(token, token + 1, replace(shape, day=page.day(token)))
    yield Found(first, stop, replace(shape, day=page.day(days[-1])))


def _days_before(page: Page, at: int) -> tuple[int, list[int]]:
    """Days before the month: 24 May, the 25th of May, 9–11 May."""
    token = at - 1
    of = page.has(token, "of")
    if of:
        token -= 1
    day = page.day(token)
    word = page.at(token)
    if day is None or (of and word.isdigit()) or page.at(token - 1) in _MONEY:
        return at, []
    days = [token]
    first = token
    if page.has(first - 1, "the") and (of or not word.isdigit()):
        first -= 1
    other = token - 2
    if (
        _links_days(page, token - 1)
        and page.day(other)
        and not page.times.months.get(page.at(other - 1))
    ):
        days.insert(0, other)
    return first, days


def _days_after(page: Page, at: int) -> tuple[list[int], int]:
    """Days after the month: May 22, May 22–24, May 22 and 24; not May 22.5 or May 20 people."""
    token = at + 1 if page.has(at, "the") and not page.at(at + 1).isdigit() else at
    if page.day(token) is None or page.at(token + 1) == "%":
        return [], at
    days = [token]
    if _links_days(page, token + 1) and page.day(token + 2) and not _goes_on(page, token + 3):
        days.append(token + 2)
    return days, days[-1] + 1


def _links_days(page: Page, at: int) -> bool:
    return page.has(at, "to") or page.has(at, "and") or page.at(at) in DASHES


def _goes_on(page: Page, at: int) -> bool:
    """Whether the number before belongs to something else: another month, a unit, a count."""
    word = page.at(at)
    return (
        word in page.times.months
        or word in page.times.units
        or word in page.times.clock
        or word == "%"
        or (word.isalpha() and word.endswith("s") and len(word) > 3)
    )


def year_after(page: Page, at: int) -> tuple[int, int | None]:
    """The year after a month or a day: 2023; , 2023; of 2023. Gives where the date stops."""
    for skip in (0, 1):
        if skip and not (page.at(at) == "," or page.has(at, "of")):
            break
        era = page.times.eras.get(page.at(at + skip + 1))
        number = page.integer(at + skip)
        if era and era[0] == "BC" and number and number < 5000:
            return at + skip + 2, -number
        year = page.year(at + skip)
        if year is not None and not (skip and _counts(page, at + skip)):
            return at + skip + 1, year
    return at, None


def _counts(page: Page, at: int) -> bool:
    """Whether a number of four digits behind a comma counts things."""
    word = page.at(at + 1)
    return word == "%" or word in page.times.units


def _month_by_itself(page: Page, at: int) -> bool:
    """Whether "May" or "March" alone is the month: "in May", "last March", "since May"."""
    before = page.at(at - 1)
    return (
        page.has(at - 1, "in")
        or page.has(at - 1, "preposition")
        or before in page.times.steps
        or before in page.times.phases
        or (page.has(at - 1, "of") and page.at(at - 2) in page.times.phases)
    ) and not page.text(at + 1)[:1].isupper()


_TWO_DAYS = re.compile(r"(?P<one>\d{1,2})-(?P<two>\d{1,2})\Z")
DASHES = frozenset("-–—")
_MONEY = frozenset("$€£¥")
