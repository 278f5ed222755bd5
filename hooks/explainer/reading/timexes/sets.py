"""How often, in several words: every day, each summer, every four years; twice a week; on weekends."""

from collections.abc import Iterator

from explainer.reading.timexes import amounts
from explainer.reading.timexes.found import Found
from explainer.reading.timexes.page import Page
from explainer.reading.timexes.vague import Often

_FURTHEST = 3


def find(page: Page, at: int) -> Iterator[Found]:
    """A unit of time, a season, month or part of day behind "every", "each", "per"."""
    if named := _named(page, at + 1):
        part = page.times.parts.get(page.at(at + 2)) if page.has(at + 1, "weekday") else None
        stop = at + 2 + bool(part)
        yield Found(at, stop, Often(f"{named}T{part.code}" if part else named))
        return
    for unit_at in range(at + 1, at + _FURTHEST):
        unit = page.times.units.get(page.at(unit_at))
        if unit is None:
            continue
        count: float | None = 1
        if unit_at > at + 1:
            found, count = _count(page, unit_at - 1)
            if not found:
                return
        yield Found(at, unit_at + 1, Often(amounts.length(count, unit.scale)))
        return


def find_rate(page: Page, at: int) -> Iterator[Found]:
    """A unit behind "a" that tells how often, not how long: twice a week, $20 an hour.

    A length before it is part of it: open 24 hours a day.
    """
    unit = page.times.units.get(page.at(at + 1))
    if unit is None or unit.many or page.at(at + 2) in page.times.shifts:
        return
    if (time := page.times.units.get(page.at(at - 1))) and time.scale < unit.scale:
        amount = amounts.before(page, at - 1)
        if amount is not None:
            yield Found(amount.first, at + 2, Often(amounts.length(1, unit.scale)))
    elif page.has(at - 1, "how-often") or _money(page, at - 1) or _counted(page, at):
        yield Found(at, at + 2, Often(amounts.length(1, unit.scale)))


def _count(page: Page, at: int) -> tuple[bool, float | None]:
    """The number between "every" and the unit; "other" is two."""
    if page.has(at, "other"):
        return True, 2
    number = page.integer(at)
    return (True, number) if number is not None else amounts.number(page, page.at(at))


def _named(page: Page, at: int) -> str:
    """The value of "every summer", "each May", "every morning", or ""."""
    word = page.at(at)
    if page.has(at, "weekday"):
        return "XXXX-WXX-WD"
    if season := page.times.seasons.get(word):
        return f"XXXX-{season.code}"
    if (part := page.times.parts.get(word)) and not part.use:
        return f"XXXX-XX-XXT{part.code}"
    if (month := page.times.months.get(word)) and page.text(at)[:1].isupper():
        return f"XXXX-{month.number:02}"
    return ""


def _counted(page: Page, at: int) -> bool:
    """Whether things are counted before it: dozens of calls a day; not "told them a day before"."""
    after = at + 2
    if not page.plural(at - 1) or page.has(after, "following-day"):
        return False
    if page.has(after, "preceding-day") or page.has(after, "to"):
        return False
    return any(
        page.at(before)[:1].isdigit() or amounts.number(page, page.at(before))[0]
        for before in range(at - 1 - _FURTHEST, at - 1)
    )


def _money(page: Page, at: int) -> bool:
    """Whether a sum of money stands there: $20, £1,500."""
    return page.at(at)[:1].isdigit() and page.at(at - 1) in ("$", "€", "£", "¥")
