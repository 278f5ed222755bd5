"""What looks like time expressions and is none: Friday Night Lights; open 9am-5pm Monday to Friday."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from explainer.reading.timexes.context import Context
from explainer.reading.timexes.found import Found, Known
from explainer.reading.timexes.page import Page
from explainer.reading.timexes.signs import is_past
from explainer.reading.timexes.values import Vague

_CLOCK = re.compile(r"\d{1,2}(?:[:.]\d\d)?(?:[ap]m)?\Z", re.ASCII)
#: From one time to another in one token: 10:00-18:00.
_HOURS = re.compile(r"\d{1,2}(?:[:.]\d\d)?(?:am)?-\d{1,2}(?:[:.]\d\d)?(?:pm)?\Z", re.ASCII)
#: So many words behind a saying tell whether it is meant.
_SOON = 8

_DASHES = frozenset("-–—")


@dataclass(frozen=True, slots=True)
class NoTime:
    """Keeps other rules away from its words, and is dropped."""

    def resolve(self, context: Context) -> Known:
        return Known(Vague(""), "open", "is a name")


def find_hours(page: Page, at: int) -> Iterator[Found]:
    """Opening hours, which come back every week: 9am-5pm Monday to Friday."""
    if not (page.has(at + 1, "to") and page.at(at + 2) in page.times.weekdays):
        return
    before = _hours_before(page, at)
    behind = _hours_behind(page, at + 3)
    if before < at or behind > at + 3:
        yield Found(before, behind, NoTime())


def _hours_before(page: Page, stop: int) -> int:
    """Where two clock times begin that end there, or there."""
    if _HOURS.match(page.at(stop - 1)):
        return stop - 1
    last = _clock_before(page, stop - (page.at(stop - 1) == ","))
    linked = page.has(last - 1, "to") or page.at(last - 1) in _DASHES
    first = _clock_before(page, last - 1) if linked else last
    return first if first < last - 1 else stop


def _clock_before(page: Page, stop: int) -> int:
    at = stop - 1 - (page.at(stop - 1) in page.times.clock)
    return at if _CLOCK.match(page.at(at)) else stop


def _hours_behind(page: Page, at: int) -> int:
    """Where two clock times stop that begin there, or there."""
    begin = at + (page.at(at) == "," or page.has(at, "from"))
    if _HOURS.match(page.at(begin)):
        return begin + 1
    last = _clock_behind(page, begin)
    linked = page.has(last, "to") or page.at(last) in _DASHES
    stop = _clock_behind(page, last + 1) if begin < last and linked else at
    return stop if stop > last + 1 else at


def _clock_behind(page: Page, at: int) -> int:
    if not _CLOCK.match(page.at(at)):
        return at
    return at + 1 + (page.at(at + 1) in page.times.clock)


def find_idiom(page: Page, at: int) -> Iterator[Found]:
    """A saying of idioms.txt that opens its sentence, where no past form follows soon."""
    if not page.text(at)[:1].isupper():
        return
    for words in page.times.phrases[page.low[at]]:
        stop = at + len(words)
        if " ".join(words) not in page.times.idioms or page.low[at:stop] != list(words):
            continue
        if not any(is_past(page, behind) for behind in range(stop, stop + _SOON)):
            yield Found(at, stop, NoTime())


def find(page: Page, at: int) -> Iterator[Found]:
    """A name of names.txt, as written there."""
    for name in page.times.names.get(page.text(at), ()):
        stop = at + len(name)
        if stop <= page.hi and tuple(page.tokens.text[at:stop]) == name:
            yield Found(at, stop, NoTime())
            return
