"""Dates in digits: 2023-05-22; 7/8/07; 22.05.2023. What could be two dates stays open."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from explainer.lexicons.times import Scale
from explainer.reading.timexes.calendar import Calendar
from explainer.reading.timexes.context import Context
from explainer.reading.timexes.found import Found, Known
from explainer.reading.timexes.page import Page
from explainer.reading.timexes.parts import OnDay
from explainer.reading.timexes.values import When, calendar_day

_ISO = re.compile(r"(?P<year>[12]\d{3})(?P<sign>[-/.])(?P<month>\d\d?)(?P=sign)(?P<day>\d\d?)\Z")
_ISO_TIME = re.compile(r"(?P<year>[12]\d{3})-(?P<month>\d\d)-(?P<day>\d\d)t\d\d\Z")
_ISO_DAY = re.compile(r"(?P<year>[12]\d{3})-(?P<month>\d\d)-(?P<day>\d\d)t\Z")
_TIME = re.compile(r"(?P<clock>[012]\d:[0-5]\d)(?::[0-5]\d)?(?P<zone>[a-z]*)\Z")
_SMALL = re.compile(r"(?P<one>\d\d?)(?P<sign>[-/.])(?P<two>\d\d?)(?P=sign)(?P<year>\d{4}|\d\d)\Z")


@dataclass(frozen=True, slots=True)
class Either:
    """Day and month in an order that the digits do not tell: 7/8/07."""

    one: int
    two: int
    year: int

    def resolve(self, context: Context) -> Known:
        published = context.published
        for month, day in ((self.one, self.two), (self.two, self.one)):
            exact = calendar_day(self.year, month, day)
            # A date that lies within days of the article's own is read so; else it stays open.
            if exact and published and abs((exact - published.day).days) <= 10:
                when = When(Scale.DAY, self.year, month, day)
                why = "is read in the order of day and month that lies near the article’s date"
                return Known(when, "inferred", why, published=True)
        when = When(Scale.YEAR, self.year)
        return Known(when, "open", "does not say which of its numbers is the month")


def _with_time(page: Page, at: int, match: re.Match[str]) -> Iterator[Found]:
    """2022-12-31T23:59:59Z, two tokens."""
    year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
    time = _TIME.match(page.at(at + 1)) if page.joined(at) else None
    if time and calendar_day(year, month, day):
        zone = page.times.zones.get(time["zone"], "")
        shape = OnDay(f"T{time['clock']}{zone}", Calendar(month, day, year))
        yield Found(at, at + 2, shape)


def find(page: Page, at: int) -> Iterator[Found]:
    """A date that is one token."""
    word = page.low[at]
    if not 6 <= len(word) <= 13 or page.has(at - 1, "numbered"):
        return
    if match := _ISO.match(word) or _ISO_TIME.match(word):
        year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
        if calendar_day(year, month, day):
            yield Found(at, at + 1, Calendar(month, day, year))
    elif match := _ISO_DAY.match(word):
        yield from _with_time(page, at, match)
    elif (match := _SMALL.match(word)) and (match["sign"] != "." or len(match["year"]) == 4):
        one, two = int(match["one"]), int(match["two"])
        year = int(match["year"])
        if len(match["year"]) == 2:
            year += 1900 if year >= 50 else 2000
        month_first, day_first = calendar_day(year, one, two), calendar_day(year, two, one)
        if month_first and day_first and one != two and match["sign"] != ".":
            yield Found(at, at + 1, Either(one, two, year))
        elif day_first:
            yield Found(at, at + 1, Calendar(two, one, year))
        elif month_first:
            yield Found(at, at + 1, Calendar(one, two, year))
