"""Time expressions: what the text says of when, with the reason for every value.

Three steps: the rules of :mod:`chain` find expressions around trigger words; :mod:`joins` puts
together what stands side by side; each expression is then read in its place, from the article's date
and the dates that the text told before it. No year is ever given that neither tells.
"""

from collections.abc import Iterable

from explainer.lexicons.times import Times
from explainer.reading.model import Published, Timex
from explainer.reading.timexes.calendar import Calendar
from explainer.reading.timexes.chain import candidates, chosen
from explainer.reading.timexes.clock import Clock
from explainer.reading.timexes.context import Context
from explainer.reading.timexes.dateline import find_dateline
from explainer.reading.timexes.deictic import Deictic
from explainer.reading.timexes.found import Found, Shape
from explainer.reading.timexes.joins import joined
from explainer.reading.timexes.lengths import Shifted
from explainer.reading.timexes.neighbours import Beside
from explainer.reading.timexes.page import Page
from explainer.reading.timexes.parts import OnDay, PartOfToday
from explainer.reading.timexes.saying import Sayings
from explainer.reading.timexes.seasons import Season
from explainer.reading.timexes.steps import Stepped, SteppedMonth
from explainer.reading.timexes.twice import Back
from explainer.reading.timexes.values import OPEN_TIME, When, calendar_day
from explainer.reading.timexes.weekdays import Weekday
from explainer.text.document import Document
from explainer.text.spans import Span

#: So many years must be told before a text can be one of history.
_ENOUGH_YEARS = 5

#: For each time by the day of writing ("last month") a text of history tells at least so many years.
_PER_NEAR = 10

#: A date with its year so many days from the article's own is of the time of writing.
_DAYS_NEAR = 31

#: No article bears a date outside of these years; within them, no sum leaves the calendar.
_FIRST_YEAR, _LAST_YEAR = 1100, 9800

#: One day without a year may lie by the article's own by chance; so many do not.
_SEVERAL = 3

#: In a text with more than so many, half of them may be recent ones.
_MANY_YEARS = 15

__all__ = ["find_dateline", "find_timexes"]


def find_timexes(
    document: Document, times: Times, published: Published | None
) -> tuple[Timex, ...]:
    """All time expressions, in order of their start.

    Args:
        document: the article.
        times: the words of its language.
        published: its date, if it is known; without it, what depends on it stays open.
    """
    if published and not _FIRST_YEAR <= published.day.year <= _LAST_YEAR:
        published = None
    single = chosen(candidates(Page(document, times)))
    found = joined(Page(document, times), single)
    said = Sayings(Page(document, times), found).day
    context = Context(Page(document, times), published, tells_history(found, published), said)
    if published is None:
        context.years = stated_years(single)
    return tuple(_read(one, _following(found, at), context) for at, one in enumerate(found))


def tells_history(found: list[Found], published: Published | None) -> bool:
    """Whether the text tells of times long before its own date.

    Then "in March" is a March of the years it tells. News does not: it names years of the past too,
    but also weekdays, and days by its own date.
    """
    years = [year for one in found if (year := getattr(one.shape, "year", None))]
    near = sum(_near(one.shape, published) for one in found) + _near_without_year(found, published)
    if len(years) < _ENOUGH_YEARS or near * _PER_NEAR > len(years):
        return False
    own = published.day.year if published else None
    recent = sum(own is not None and isinstance(y, int) and y >= own - 1 for y in years)
    return recent * (2 if len(years) > _MANY_YEARS else 3) < len(years)


def _near_without_year(found: list[Found], published: Published | None) -> int:
    """How many days without a year lie by the day of writing, where most of them do."""
    bare = [s for f in found if isinstance(s := f.shape, Calendar) and s.day and s.year is None]
    near = sum(bool(published and s.lies_near(published.day, _DAYS_NEAR)) for s in bare)
    return near if near >= _SEVERAL and near * 2 > len(bare) else 0


def _near(shape: Shape, published: Published | None) -> bool:
    """Whether an expression lies by the day of writing: Monday, last month, a year ago, a dateline."""
    if isinstance(shape, Beside | OnDay):
        shape = shape.day
    if isinstance(shape, Stepped | SteppedMonth | Shifted):
        return shape.point == "now"
    if isinstance(shape, Season):
        return shape.step is not None and shape.point == "now"
    if isinstance(shape, Calendar) and shape.day and published:
        day = calendar_day(shape.year, shape.month, shape.day)
        return day is not None and abs((day - published.day).days) <= _DAYS_NEAR
    return isinstance(shape, Weekday | Deictic | PartOfToday | Back)


def stated_years(found: Iterable[Found]) -> frozenset[int]:
    """The years that stand in the text."""
    return frozenset(y for one in found if isinstance(y := getattr(one.shape, "year", None), int))


def _following(found: list[Found], at: int) -> Found | None:
    """The next expression, over one clock time: "10:35 a.m. (0735 GMT) Friday"."""
    for one in found[at + 1 : at + 3]:
        if not isinstance(one.shape, Clock):
            return one
    return None


def _read(found: Found, following: Found | None, context: Context) -> Timex:
    context.move(found, following)
    tokens = context.page.tokens
    span = Span(tokens.start[found.first] + found.cut[0], tokens.end[found.stop - 1] - found.cut[1])
    words = span.of(tokens.source)
    known = context.allowed(found.shape.resolve(context))
    context.tell(known, words)
    value = known.value
    time = value.time if isinstance(value, When) else ""
    return Timex(
        span=span,
        type=value.type,
        value=value.timex3,
        basis=known.basis,
        why=f"“{words}” {known.why}",
        rule=found.rule,
        edtf=value.edtf,
        part=_part(time, context),
        day_stated=known.day_stated,
        uses_publication=known.published,
        odd=known.odd,
    )


def _part(time: str, context: Context) -> str | None:
    """A part of the day by name, or the clock time: "afternoon", "14:30"."""
    if not time or time == OPEN_TIME:
        return None
    names = {part.code: part.name for part in context.page.times.parts.values()}
    return names.get(time[1:], time[1:].split("X", maxsplit=1)[0][:5])
