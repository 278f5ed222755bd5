"""Turns of centuries: the turn of the century; the turn of the 20th century; turn-of-the-millennium."""

from collections.abc import Iterator
from dataclasses import dataclass

from explainer.lexicons.times import Scale
from explainer.reading.timexes.context import Context, on
from explainer.reading.timexes.found import Found, Known
from explainer.reading.timexes.page import Page
from explainer.reading.timexes.values import When
from explainer.reading.timexes.years import Year

_SIZES = {Scale.CENTURY: 100, Scale.MILLENNIUM: 1000}

#: "Turn-of-the-century" in one token.
_PIECES = 4


@dataclass(frozen=True, slots=True)
class Turn:
    """The round year nearest to the time that the text tells of: a century or millennium ends there."""

    scale: Scale

    def resolve(self, context: Context) -> Known:
        if context.day:
            why = f"is the one nearest to the article’s date, {on(context.day)}"
            return Known(self._near(context.day.year), "inferred", why, published=True)
        told = context.year_told()
        if told is None or told.when.year is None or told.when.year < 0:
            why = "does not tell which one"
            return Known(When(Scale.YEAR), "open", why)
        return told.known(
            self._near(told.when.year), "is the one nearest to the date told before it"
        )

    def _near(self, year: int) -> When:
        size = _SIZES[self.scale]
        return When(Scale.YEAR, (year + size // 2) // size * size or None, rough=True)


def find(page: Page, at: int) -> Iterator[Found]:
    """The turn of the century, the millennium, the 20th century."""
    first = at - page.has(at - 1, "the")
    if not (page.has(at + 1, "of") and page.has(at + 2, "the")):
        return
    unit = page.times.units.get(page.at(at + 3))
    if unit and unit.scale in _SIZES and not unit.many:
        yield Found(first, at + 4, Turn(unit.scale))
    named = page.times.units.get(page.at(at + 4))
    number = page.ordinal(page.at(at + 3)) or page.times.ordinals.get(page.at(at + 3), 0)
    if named and named.scale is Scale.CENTURY and number > 1:
        yield Found(first, at + 5, Year(100 * (number - 1), rough=True))


def find_joined(page: Page, at: int) -> Iterator[Found]:
    """One token: turn-of-the-century houses."""
    turn, *link, last = page.low[at].split("-", _PIECES)
    unit = page.times.units.get(last)
    if turn not in page.times.glue["turn"] or len(link) != _PIECES - 2 or unit is None:
        return
    if unit.scale in _SIZES and link[0] in page.times.glue["of"]:
        yield Found(at, at + 1, Turn(unit.scale))
