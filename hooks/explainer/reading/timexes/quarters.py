"""Quarters of a year by their short names: Q3; Q3 2009; 4Q; 1Q22."""

from collections.abc import Iterator

from explainer.lexicons.times import Scale
from explainer.reading.timexes.found import Found
from explainer.reading.timexes.ordinals import PartOfYear
from explainer.reading.timexes.page import Page
from explainer.reading.timexes.phases import OfYear
from explainer.reading.timexes.years import TwoDigits, Year


def find(page: Page, at: int) -> Iterator[Found]:
    """Q3; Q3 2009; 1Q22, which is two tokens."""
    if not page.text(at)[-1:].isupper() and not page.text(at)[:1].isupper():
        return
    part = PartOfYear(page.times.quarters[page.low[at]], Scale.QUARTER)
    digits = page.at(at + 1) if page.joined(at) else ""
    if len(digits) in (2, 4) and digits.isascii() and digits.isdigit():
        year = Year(int(digits)) if len(digits) == 4 else TwoDigits(int(digits))
        yield Found(at, at + 2, OfYear(part, year))
    else:
        yield Found(at, at + 1, part)
