"""Times without a place on the calendar (now, recently, the future), sets and lengths in one word."""

from collections.abc import Iterator
from dataclasses import dataclass

from explainer.reading.timexes.context import Context
from explainer.reading.timexes.found import Found, Known
from explainer.reading.timexes.page import Page
from explainer.reading.timexes.values import Length, Repeated, Vague

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
    """A phrase of vague.txt, but not the "recently" of "as recently as 2009"."""
    for phrase in page.times.phrases[page.low[at]]:
        if page.low[at : min(at + len(phrase), page.hi)] == list(phrase):
            if page.has(at - 1, "as") and page.has(at + len(phrase), "as"):
                return
            value = page.times.vague.get(" ".join(phrase))
            if value:
                yield Found(at, at + len(phrase), Ref(value))
                return


def find_set(page: Page, at: int) -> Iterator[Found]:
    """A word that tells how often, unless it is part of a name: LA Weekly."""
    if page.in_name(at):
        return
    yield Found(at, at + 1, Often(page.times.sets[page.low[at]]))


def find_length(page: Page, at: int) -> Iterator[Found]:
    """A word that is a length of time by itself: an annual profit, not the annual March for Life."""
    if page.in_name(at) or page.text(at + 1)[:1].isupper():
        return
    yield Found(at, at + 1, Lasting(page.times.lengths[page.low[at]]))
