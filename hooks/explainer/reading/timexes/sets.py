"""How often, in several words: every day, each year, every four years, per month."""

from collections.abc import Iterator

from explainer.reading.timexes import amounts
from explainer.reading.timexes.found import Found
from explainer.reading.timexes.page import Page
from explainer.reading.timexes.vague import Often

_FURTHEST = 3


def find(page: Page, at: int) -> Iterator[Found]:
    """A unit of time behind "every", "each", "per"."""
    for unit_at in range(at + 1, at + _FURTHEST):
        unit = page.times.units.get(page.at(unit_at))
        if unit is None:
            continue
        count: float | None = 1
        if unit_at > at + 1:
            found, count = amounts.number(page, page.at(unit_at - 1))
            if not found and (number := page.integer(unit_at - 1)) is not None:
                found, count = True, number
            if not found:
                return
        yield Found(at, unit_at + 1, Often(amounts.length(count, unit.scale)))
        return
