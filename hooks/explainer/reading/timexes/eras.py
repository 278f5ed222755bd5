"""Years that share the letters of their era: 499–493 BC; from 264 to 241 BC; AD 69–79."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from explainer.lexicons.times import Scale
from explainer.reading.timexes.context import Context
from explainer.reading.timexes.found import Found, Known
from explainer.reading.timexes.page import Page
from explainer.reading.timexes.values import When
from explainer.reading.timexes.years import Year

_PAIR = re.compile(r"(?P<first>\d{1,4})[-/](?P<last>\d{1,4})\Z", re.ASCII)
_DASHES = frozenset("–—-/")
_SIGNS = frozenset(",.;:)")
_GLUED = re.compile(r"(?P<year>[1-9]\d{0,3})(?P<era>[a-z]+)\Z", re.ASCII)

#: Years that may stand without letters: smaller numbers count too many other things.
_EARLY = (100, 1000)

#: The era's letters stand behind the last year, which its own rule finds; the first one is found here.
_BEFORE_CHRIST = "BC"


@dataclass(frozen=True, slots=True)
class EarlyYear:
    """The year 263 of a text that tells of times before Christ: on which side, the story tells."""

    number: int

    @property
    def year(self) -> int:
        return self.number

    def resolve(self, context: Context) -> Known:
        told = context.told(Scale.YEAR)
        if told is None or told.when.year is None:
            return Known(When(Scale.YEAR), "open", "may be before or after Christ")
        before = told.when.year < 0
        why = f"is {'before' if before else 'after'} Christ, as is the date told before it"
        return told.known(When(Scale.YEAR, -self.number if before else self.number), why)


def find(page: Page, at: int) -> Iterator[Found]:
    """The other year of two that share the letters at that place."""
    era, place = page.times.eras[page.low[at]]
    if not page.text(at)[:1].isupper():
        return
    yield from _both_before(page, at, era)
    if place == "both":
        yield from _both_behind(page, at)


def find_glued(page: Page, at: int) -> Iterator[Found]:
    """Letters without a space before them: 218BC; from 264 to 146BC."""
    match = _GLUED.match(page.low[at])
    era, _ = page.times.eras.get(match["era"], ("", "")) if match else ("", "")
    if match is None or not era or not page.text(at)[-1].isupper():
        return
    last = int(match["year"])
    yield Found(at, at + 1, _year(last, era))
    first = page.integer(at - 2)
    linked = page.at(at - 1) in _DASHES or page.has(at - 1, "to")
    if first and linked and _in_order(first, last, era):
        yield Found(at - 2, at - 1, _year(first, era))


def find_early(page: Page, at: int) -> Iterator[Found]:
    """A year of two or three digits without letters, where the text tells of times before Christ."""
    number = page.integer(at)
    if number is None or not _EARLY[0] <= number < _EARLY[1] or not page.tells_of(_BEFORE_CHRIST):
        return
    alone = page.at(at - 1) == "(" and page.at(at + 1) == ")"
    if alone or (page.has(at - 1, "in") and _ends(page, at + 1)):
        yield Found(at, at + 1, EarlyYear(number))


def _ends(page: Page, at: int) -> bool:
    """Whether nothing is counted by the number before: in 263 they; in 216 Hannibal; in 509, but."""
    if page.at(at)[:1].isalpha():
        return page.has(at, "subject") or page.has(at, "preposition") or page.text(at).istitle()
    return page.at(at) in _SIGNS


def _both_before(page: Page, at: int, era: str) -> Iterator[Found]:
    """499-493 BC, in one token; 264–241 BC; between 264 and 241 BC."""
    if pair := _PAIR.match(page.at(at - 1)):
        first, last = int(pair["first"]), int(pair["last"])
        if _in_order(first, last, era):
            yield Found(at - 1, at, _year(first, era), cut=(0, len(pair["last"]) + 1))
            yield Found(at - 1, at + 1, _year(last, era), cut=(len(pair["first"]) + 1, 0))
        return
    last_year, link = page.integer(at - 1), _before_about(page, at - 2)
    first_year = page.integer(link - 1)
    if last_year is None or first_year is None or not _in_order(first_year, last_year, era):
        return
    if page.at(link) in _DASHES or page.has(link, "to") or _counts_years(page, link):
        yield Found(link - 1, link, _year(first_year, era))


def _both_behind(page: Page, at: int) -> Iterator[Found]:
    """AD 69–79, of which the first year is found by its letters."""
    if pair := _PAIR.match(page.at(at + 1)):
        first, last = int(pair["first"]), int(pair["last"])
        if first < last:
            yield Found(at, at + 2, Year(first), cut=(0, len(pair["last"]) + 1))
            yield Found(at + 1, at + 2, Year(last), cut=(len(pair["first"]) + 1, 0))
        return
    first_year, last_year = page.integer(at + 1), page.integer(at + 3)
    if first_year and last_year and first_year < last_year < 10_000 and page.at(at + 2) in _DASHES:
        yield Found(at + 3, at + 4, Year(last_year))


def _before_about(page: Page, at: int) -> int:
    """What stands before the "c." of 340 – c. 297 BC."""
    stop = at - 1 if page.at(at) == "." and page.joined(at - 1) else at
    return stop - 1 if page.has(stop, "circa") else at


def _counts_years(page: Page, link: int) -> bool:
    """Whether the "and" of "in 496 and 495 BC" joins two years: a word that tells when is before."""
    when = page.has(link - 2, "preposition") or page.has(link - 2, "in") or page.has(link - 2, "of")
    return page.has(link, "and") and when


def _in_order(first: int, last: int, era: str) -> bool:
    """Whether two years follow each other; those before Christ count down."""
    return 0 < last < first < 10_000 if era == _BEFORE_CHRIST else 0 < first < last < 10_000


def _year(number: int, era: str) -> Year:
    return Year(-number if era == _BEFORE_CHRIST else number)
