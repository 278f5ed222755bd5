"""Dates around the name of a month: May 22, 2023; 24 May; April 24 and 25; May 2008; February."""

import re
from collections.abc import Iterator
from dataclasses import replace

from explainer.lexicons.times import Scale
from explainer.reading.timexes.calendar import Calendar
from explainer.reading.timexes.found import Found
from explainer.reading.timexes.page import DASHES, Page

_MONEY = frozenset("$€£¥")
#: A surname has so many letters.
_SHORTEST_NAME = 3
_TWO_DAYS = re.compile(r"(?P<one>\d{1,2})-(?P<two>\d{1,2})\Z")


def find(page: Page, at: int) -> Iterator[Found]:
    """Dates around the name of a month."""
    named = page.times.months[page.low[at]]
    if page.text(at)[:1].islower():
        return
    after = at + 1
    if named.use == "short" and page.at(after) == "." and page.joined(at):
        after += 1
    month = Calendar(named.number)
    for way in (_two_days_in_one_token, _with_days_before, _with_days_after):
        found = list(way(page, at, after, month))
        if found:
            yield from found
            return
    stop, year = year_after(page, after)
    named_year = year is not None or page.two_digits(after)
    if not named_year and _in_person(page, at):
        return
    if named_year or not named.use or _month_by_itself(page, at):
        yield Found(at, stop if year else after, replace(month, year=year))


def find_joined(page: Page, at: int) -> Iterator[Found]:
    """One token: May-August 1950; 24-May-2023; 14 August-24 August is three tokens."""
    one, _, other = page.low[at].partition("-")
    first = page.times.months.get(one)
    if first is None or page.text(at)[:1].islower():
        return
    last = page.times.months.get(other)
    if len(other) == 4 and other.isdigit() and other.isascii():
        hyphen = _hyphen_before(page, at)
        day = page.day(at - 2) if hyphen else None
        yield Found(at - 2 if day else at, at + 1, Calendar(first.number, day, int(other)))
    elif last:
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


def _two_days_in_one_token(page: Page, at: int, after: int, month: Calendar) -> Iterator[Found]:
    """Two days in one token: 6-7 January 1916; March 5-9, 1918."""
    for token in (at - 1, after):
        match = _TWO_DAYS.match(page.at(token))
        if match is None or not 1 <= int(match["one"]) < int(match["two"]) <= 31:
            continue
        before = token < at
        stop, year = year_after(page, after if before else token + 1)
        one = replace(month, day=int(match["one"]), year=year)
        two = replace(month, day=int(match["two"]), year=year)
        yield Found(token if before else at, token + 1, one, cut=(0, len(match["two"]) + 1))
        yield Found(token, stop, two, cut=(len(match["one"]) + 1, 0))
        return


def _with_days_before(page: Page, at: int, after: int, month: Calendar) -> Iterator[Found]:
    """24 May; 9 to 11 May: each day is an expression, the last one with the month."""
    first, days = _days_before(page, at)
    if not days:
        return
    stop, year = year_after(page, after)
    month = replace(month, year=year)
    for token in days[:-1]:
        begin = token - (page.has(token - 1, "the") and not page.at(token).isdigit())
        yield Found(begin, token + 1, replace(month, day=page.day(token)))
    yield Found(first, stop, replace(month, day=_day(page, days[-1])))


def _with_days_after(page: Page, at: int, after: int, month: Calendar) -> Iterator[Found]:
    """May 24; May 9 and 11, 2023: each day is an expression, the first one with the month."""
    days, stop = _days_after(page, after)
    stop, year = year_after(page, stop)
    month = replace(month, year=year)
    for token in days:
        first = at if token == days[0] else token
        yield Found(
            first, stop if token == days[-1] else token + 1, replace(month, day=page.day(token))
        )


def _days_before(page: Page, at: int) -> tuple[int, list[int]]:
    """Days before the month: 24 May, the 25th of May, 9–11 May."""
    token = at - 1
    of = page.has(token, "of")
    if of or _hyphen_before(page, at):
        token -= 1
    day = _day(page, token)
    word = page.at(token)
    if day is None or (of and word.isdigit()) or page.at(token - 1) in _MONEY:
        return at, []
    days = [token]
    first = token
    if page.has(first - 1, "the") and (of or not word.isdigit()):
        first -= 1
    # "The 13th to the 19th of October": the article of the second stands behind the link.
    own = first < token and _links_days(page, first - 1)
    link = first - 1 if own else token - 1
    other = link - 1
    if (
        _links_days(page, link)
        and page.day(other)
        and not page.times.months.get(page.at(other - 1))
    ):
        days.insert(0, other)
    return first, days


def _day(page: Page, token: int) -> int | None:
    """The day there, in digits or, with its article, in a word: 3, 3rd, the third of May."""
    number = page.times.ordinals.get(page.at(token), 0)
    # With a capital it is the name of a holiday: the Fourth of July.
    told = page.has(token - 1, "the") and page.text(token).islower()
    word = told and page.has(token + 1, "of") and 1 <= number <= 31
    return number if word else page.day(token)


def _hyphen_before(page: Page, at: int) -> bool:
    """Whether a hyphen ties a month to the day before it: 24-May, and not March 19-April 30."""
    tied = page.at(at - 1) == "-" and page.joined(at - 1) and page.joined(at - 2)
    return tied and page.at(at - 3) not in page.times.months


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
        or page.plural(at)
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


def _in_person(page: Page, at: int) -> bool:
    """Whether a month without day and year is a piece of a name: August Wilson, HMS August."""
    if page.has(at + 1, "street") and page.text(at + 1)[:1].isupper():
        return True
    dated = page.has(at - 1, "in") or page.has(at - 1, "preposition") or page.step(at - 1)
    if dated or page.at(at - 1) in page.times.phases or page.at(at - 1) in page.times.weekdays:
        return False
    if page.has(at - 1, "ship") and page.text(at - 1).isupper():
        return True
    # The August Decrees, a June Roe rally were of that month; nobody says "the August Wilson".
    alone = not any(page.has(at - 1, role) for role in ("genitive", "the", "a"))
    behind = page.text(at + 1)
    named = page.has(at, "first-name") and behind[:1].isupper() and len(behind) >= _SHORTEST_NAME
    return named and alone and not page.of_time(at + 1)


def _month_by_itself(page: Page, at: int) -> bool:
    """Whether "May" or "March" alone is the month: "in May", "last March", "the May election"."""
    before = page.at(at - 1)
    if (page.has(at - 1, "the") or page.has(at - 1, "genitive")) and page.may_be_noun(at + 1):
        return True
    if page.has(at - 1, "with") and page.has(at - 2, "comparison"):
        return True
    if page.has(at - 1, "possessive") and page.may_be_noun(at + 1):
        return True
    return (
        page.has(at - 1, "in")
        or page.has(at - 1, "preposition")
        or before in page.times.steps
        or before in page.times.phases
        or (page.has(at - 1, "of") and (page.at(at - 2) in page.times.phases or _course(page, at)))
    ) and not page.text(at + 1)[:1].isupper()


def _course(page: Page, at: int) -> bool:
    """Whether "the month of March", "the course of May" stands there."""
    unit = page.times.units.get(page.at(at - 2))
    return page.has(at - 2, "course") or bool(unit and unit.scale is Scale.MONTH)
