"""Decades in words, and as genitives: the fifties; late forties; the nineteen-sixties; the 1890's."""

from collections.abc import Iterator

from explainer.lexicons.times import Scale
from explainer.reading.timexes.found import Found
from explainer.reading.timexes.page import Page
from explainer.reading.timexes.years import QUOTES, TwoDigits, Year, scale_of_tens

#: Temperatures are spoken of within so many words before "the seventies".
_NEAR = 12

#: Of a century a list names no more decades than these.
_MOST = 9


def find(page: Page, at: int) -> Iterator[Found]:
    """A decade with "the" before it, or before the decade that it is joined to."""
    digits = page.times.decades[page.low[at]]
    if century := _century(page, page.at(at - 1)):
        first = at - 2 if page.has(at - 2, "the") else at - 1
        yield Found(first, at + 1, Year(100 * century + digits, Scale.DECADE))
    elif _is_told(page, at) and not _is_warm(page, at):
        first = at - 1 if page.has(at - 1, "the") else at
        yield Found(first, at + 1, TwoDigits(digits, Scale.DECADE))


def find_joined(page: Page, at: int) -> Iterator[Found]:
    """One token: the nineteen-sixties, the mid-fifties."""
    head, _, tail = page.low[at].partition("-")
    digits = page.times.decades.get(tail)
    if digits is None:
        return
    first = at - 1 if page.has(at - 1, "the") else at
    if century := _century(page, head):
        yield Found(first, at + 1, Year(100 * century + digits, Scale.DECADE))
    elif head in page.times.phases and first < at and not _is_warm(page, at):
        yield Found(first, at + 1, TwoDigits(digits, Scale.DECADE))


def find_genitive(page: Page, at: int) -> Iterator[Found]:
    """Digits with 's, behind "the": the 1890's, the late '90's, the 1800's."""
    digits = _with_apostrophe(page, at)
    short = len(digits) == 2
    first = at - short
    first -= page.has(first - 1, "the")
    if short:
        yield Found(first, at + 2, TwoDigits(int(digits), Scale.DECADE))
    elif digits and page.year(at):
        yield Found(first, at + 2, Year(int(digits), scale_of_tens(int(digits))))


def _with_apostrophe(page: Page, at: int) -> str:
    """The digits of a decade that is written as a genitive, or ""."""
    word, quoted = page.low[at], page.at(at - 1) in QUOTES and page.joined(at - 1)
    if not (word.isdigit() and word.endswith("0") and len(word) == (2 if quoted else 4)):
        return ""
    if not page.has(at + 1, "genitive") or not page.joined(at):
        return ""
    before = at - 1 - quoted
    before -= page.at(before) in page.times.phases
    return word if page.has(before, "the") else ""


def _century(page: Page, word: str) -> int:
    """The hundreds of a year in words: nineteen."""
    number = page.times.numbers.get(word) or 0
    return int(number) if 10 < number <= 20 else 0


def _is_told(page: Page, at: int) -> bool:
    """Whether "the" stands before a decade: also in "the forties and early fifties"."""
    at = _before_phase(page, at)
    for _ in range(_MOST - 1):
        linked = page.has(at, "and") or page.has(at, "to") or page.at(at) == ","
        if not linked or page.at(at - 1) not in page.times.decades:
            break
        at = _before_phase(page, at - 1)
    return page.has(at, "the")


def _before_phase(page: Page, at: int) -> int:
    return at - 2 if page.at(at - 1) in page.times.phases else at - 1


def _is_warm(page: Page, at: int) -> bool:
    """Whether degrees are meant: temperatures in the seventies."""
    return any(page.has(before, "weather") for before in range(at - _NEAR, at))
