"""Times without a place on the calendar (now, recently, the future), sets and lengths in one word."""

from collections.abc import Iterator
from dataclasses import dataclass

from explainer.lexicons.times import Scale
from explainer.reading.timexes.context import Context
from explainer.reading.timexes.found import Found, Known
from explainer.reading.timexes.page import Page
from explainer.reading.timexes.signs import is_past
from explainer.reading.timexes.values import Length, Repeated, Vague

#: A newspaper's name has no more words.
_LONGEST_NAME = 6

#: What stands in vague.txt for one word or two.
_GAP = "…"

_MEANT = {
    "PAST_REF": "some time before",
    "PRESENT_REF": "the time of",
    "FUTURE_REF": "some time after",
}


@dataclass(frozen=True, slots=True)
class Ref:
    """PAST_REF, PRESENT_REF or FUTURE_REF."""

    value: str

    def resolve(self, context: Context) -> Known:
        why = f"means {_MEANT[self.value]} writing, and the text is no more precise"
        return Known(Vague(self.value), "open", why)


@dataclass(frozen=True, slots=True)
class Often:
    """How often, as TIMEX3 writes it."""

    value: str

    def resolve(self, context: Context) -> Known:
        return Known(Repeated(self.value), "stated", "comes back, as the word says")


@dataclass(frozen=True, slots=True)
class Lasting:
    """How long, as TIMEX3 writes it; with an X, the text leaves the number open."""

    value: str

    def resolve(self, context: Context) -> Known:
        if "X" in self.value:
            return Known(
                Length(self.value), "open", "is a length of time that the text leaves open"
            )
        return Known(Length(self.value), "stated", "is a length of time, and stands in the text")


def find_phrase(page: Page, at: int) -> Iterator[Found]:
    """A phrase of vague.txt, but neither "as recently as 2009" nor the "Now, …" that joins."""
    if page.has(at, "joins") and page.text(at)[:1].isupper():
        return
    after = page.at(at + 1)
    for phrase in page.times.phrases[page.low[at]]:
        if len(phrase) > 1 and phrase[1] not in (after, _GAP):
            # Many phrases begin with "the": most end here.
            continue
        value = page.times.vague.get(" ".join(phrase))
        stop = _match(page, at, phrase) if value else None
        if value and stop:
            if not (page.has(at - 1, "as") and page.has(stop, "as")) and not _dated(page, stop):
                yield Found(at, stop, Ref(value))
            return


def _match(page: Page, at: int, phrase: tuple[str, ...]) -> int | None:
    """Where a phrase stops that stands there; its "…" is one word or two."""
    if _GAP not in phrase:
        stop = at + len(phrase)
        return stop if page.low[at : min(stop, page.hi)] == list(phrase) else None
    head, tail = (list(part) for part in _split(phrase))
    inside = at + len(head)
    for stop in (inside + 1, inside + 2) if page.low[at:inside] == head else ():
        words = page.low[inside:stop]
        if page.low[stop : min(stop + len(tail), page.hi)] == tail and all(map(str.isalpha, words)):
            return stop + len(tail)
    return None


def _split(phrase: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    gap = phrase.index(_GAP)
    return phrase[:gap], phrase[gap + 1 :]


def _dated(page: Page, at: int) -> bool:
    """Whether a date stands right behind "recently" and says when: most recently last October."""
    word = page.at(at)
    named = word in page.times.months or word in page.times.weekdays
    step = page.step(at)
    if word in page.times.days or (step and step.point == "now"):
        return True
    return named and page.text(at)[:1].isupper()


@dataclass(frozen=True, slots=True)
class ToldTime:
    """That time: the last date that the text told."""

    def resolve(self, context: Context) -> Known:
        told = context.told(Scale.DAY) or context.told(Scale.MONTH) or context.told(Scale.YEAR)
        if told is None:
            return Known(Vague("PAST_REF"), "open", "is a time that the text does not tell")
        return told.known(told.when, "is the date told before it")


def find_told(page: Page, at: int) -> Iterator[Found]:
    """By that time, since that time; but "at that time" tells little more than "then"."""
    if page.has(at - 1, "points-back") and page.has(at + 1, "time"):
        yield Found(at, at + 2, ToldTime())


def find_set(page: Page, at: int) -> Iterator[Found]:
    """A word that tells how often, unless it is part of a name, LA Weekly, or a newspaper."""
    if page.in_name(at) or page.opens_name(at) or _is_newspaper(page, at):
        return
    yield Found(at, at + 1, Often(page.times.sets[page.low[at]]))


def _is_newspaper(page: Page, at: int) -> bool:
    """Whether a noun stands there: a party daily said; the Moscow daily Kommersant; edits a weekly.

    Not "a daily bath", and not "the paper appears daily", "its supplement weekly".
    """
    behind = at + 1
    while behind < at + _LONGEST_NAME and page.text(behind)[:1].isupper():
        behind += 1
    if (page.may_be_noun(behind) and not is_past(page, behind)) or page.at(behind)[:1].isdigit():
        # "The daily White House briefing", "a weekly 30-minute show"
        return False
    named = behind > at + 1
    if _is_determined(page, at - 1):
        return named or not (
            page.has(behind, "and") or (page.at(behind) == "," and page.has(at - 1, "a"))
        )
    return (named or is_past(page, behind)) and _is_determined(page, at - 2)


def _is_determined(page: Page, at: int) -> bool:
    """Whether an article, a possessive or a number stands there: a noun group begins."""
    owned = page.has(at, "owner") or page.has(at, "genitive") or page.has(at, "that")
    return owned or page.has(at, "the") or page.is_one(at)


def find_length(page: Page, at: int) -> Iterator[Found]:
    """A word that is a length of time by itself: an annual profit, not the annual March for Life."""
    if page.in_name(at) or page.text(at + 1)[:1].isupper():
        return
    yield Found(at, at + 1, Lasting(page.times.lengths[page.low[at]]))
