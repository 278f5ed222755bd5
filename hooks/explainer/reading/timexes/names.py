"""Titles and names that look like time expressions and are none: Friday Night Lights."""

from collections.abc import Iterator
from dataclasses import dataclass

from explainer.reading.timexes.context import Context
from explainer.reading.timexes.found import Found, Known
from explainer.reading.timexes.page import Page
from explainer.reading.timexes.values import Vague


@dataclass(frozen=True, slots=True)
class NoTime:
    """Keeps other rules away from its words, and is dropped."""

    def resolve(self, context: Context) -> Known:
        return Known(Vague(""), "open", "is a name")


def find(page: Page, at: int) -> Iterator[Found]:
    """A name of names.txt, as written there."""
    for name in page.times.names.get(page.text(at), ()):
        stop = at + len(name)
        if stop <= page.hi and tuple(page.tokens.text[at:stop]) == name:
            yield Found(at, stop, NoTime())
            return
