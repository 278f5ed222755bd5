"""Last, next, this, the same, the following … before a unit of time, a month, season or holiday."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from explainer.lexicons.times import Named, Scale, Step, Unit
from explainer.reading.timexes import amounts
from explainer.reading.timexes.context import Context, on
from explainer.reading.timexes.found import Found, Known, Shape
from explainer.reading.timexes.page import Page
from explainer.reading.timexes.story import Told
from explainer.reading.timexes.vague import Lasting, Ref
from explainer.reading.timexes.values import When, of_day, shifted

_SATURDAY = 5
_MONEY = frozenset("$€£¥")
#: The last of these before an end is told as a length: the last week of the war.
_LASTING = (Scale.WEEK, Scale.MONTH, Scale.YEAR, Scale.DECADE)
_QUOTES = frozenset("\"“‘'")
_PLACE = {
    -2: "before the last one by", -1: "before", 0: "of", 1: "after", 2: "after the next one from",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stepped:
    """A unit so many steps from the article's date ("now") or from the last date told.

    ``soonest`` is True for the first one that is still to come: the coming weekend.
    """

    scale: Scale
    by: int
    point: str
    soonest: bool = False

    def resolve(self, context: Context) -> Known:
        # What lies back of what was told is told by the way: the story goes on from where it was.
        tells = not (self.by < 0 and self.point == "told")
        name = self.scale.name.lower()
        counted = f"is the {name} {_PLACE[self.by]}"
        if self.point == "told" or context.history:
            told = context.told(self.scale) or self._day_of_story(context)
            when = told and self._from(told.when)
            if told and when:
                return told.known(when, f"{counted} the date told before it", tells=tells)
        follows = self.point == "told" and self.by and self.scale is Scale.DAY
        writing = context.writing
        if follows or writing is None:
            return Known(self._open(), "open", f"{counted} a date that the text does not tell")
        by = self.by
        if by == 0 and self._is_over(writing.day, context):
            counted, by = f"is the {name} before", -1
        if self.soonest and writing.day.weekday() < _SATURDAY:
            counted, by = f"is the first {name} after", 0
        when = shifted(of_day(writing.day), self.scale, by) or self._open()
        why = f"{counted} {writing.words}"
        return Known(when, "inferred", why, writing.published, tells=tells)

    def _is_over(self, published: date, context: Context) -> bool:
        """Whether "the weekend" of a working day, or a report's "the quarter", is the one before."""
        if context.tense() == "future":
            return False
        reported = self.scale is Scale.QUARTER and self.point == "told"
        return reported or (self.scale is Scale.WEEKEND and published.weekday() < _SATURDAY)

    def _day_of_story(self, context: Context) -> Told | None:
        """The day that "the day" and "the same day" mean where a month was named after it."""
        return context.story.day if self.scale is Scale.DAY and not self.by else None

    def _from(self, when: When) -> When | None:
        return shifted(when, self.scale, self.by)

    def _open(self) -> When:
        return When(self.scale)


@dataclass(frozen=True, slots=True)
class Fiscal:
    """A year of somebody's accounts: last fiscal year."""

    year: Shape

    def resolve(self, context: Context) -> Known:
        known = self.year.resolve(context)
        if not isinstance(known.value, When):
            return known
        why = f"{known.why}; which months it has, the text does not say"
        return replace(known, value=replace(known.value, fiscal=True), why=why)


@dataclass(frozen=True, slots=True)
class SteppedMonth:
    """Last September, next May 31: the month or day before or after the article's own."""

    month: int
    by: int
    point: str = "now"
    day: int | None = None

    @property
    def names_day(self) -> bool:
        return self.day is not None

    def _in_year(self, year: int | None) -> When:
        scale = Scale.MONTH if self.day is None else Scale.DAY
        return When(scale, year, self.month, self.day)

    def resolve(self, context: Context) -> Known:
        published = context.day
        told = context.told(Scale.YEAR) if self.point == "told" or context.history else None
        if told and told.when.year:
            when = self._in_year(year_from(told.when, self.month, self.by))
            return told.known(when, "is counted from the date told before it")
        if published is None:
            why = "is counted from the day of writing, which is not known"
            return Known(self._in_year(None), "open", why)
        year = self._year(published)
        why = f"is counted from the article’s date, {on(published)}"
        return Known(self._in_year(year), "inferred", why, published=True)

    def _year(self, published: date) -> int:
        own, this = (self.month, self.day or 0), (published.month, published.day if self.day else 0)
        if self.by < 0:
            return published.year - (own >= this)
        if self.by > 0:
            return published.year + (own <= this)
        return published.year


def year_from(told: When, month: int, by: int) -> int | None:
    """The year of the month before (-1), in (0) or after (1) the time that a text told."""
    if told.year is None or not by:
        return told.year
    if by < 0:
        passed = told.month is not None and told.month > month
        return told.year - (not passed)
    ahead = told.month is not None and told.month < month
    return told.year + (not ahead)


def find(page: Page, at: int) -> Iterator[Found]:
    """A unit, a month … with a word before it that steps."""
    step, target = _words(page, at)
    if step is None:
        return
    fiscal = page.has(target, "fiscal")
    target += fiscal
    first = at - 1 if page.has(at - 1, "bound") else at
    if step.point == "some" and first < at:
        step = step._replace(point="now")
    elif step.point == "some" and page.times.numbers.get(page.at(at - 1)) == 1:
        first = at - 1
    if page.has(first - 1, "the"):
        first -= 1
    unit = page.times.units.get(page.at(target))
    named = page.times.months.get(page.at(target))
    if unit and not _is_title(page, at):
        framed = _as_length(page, first, at, target, unit, step)
        shape = framed if framed is not None else _of_unit(page, target, step, unit)
        if framed is None and _is_last_of(page, at, target) and not unit.many:
            # Which day or quarter the last one is, other rules may say.
            return
        shape = Fiscal(shape) if fiscal and isinstance(shape, Stepped) else shape
        if shape:
            yield Found(first, target + 1, shape)
    elif named and page.text(target)[:1].isupper():
        day, stop = _day_of(page, target + 1, named)
        yield Found(first, stop, SteppedMonth(named.number, step.by, step.point, day))


def _words(page: Page, at: int) -> tuple[Step | None, int]:
    """One step or two, "this past", and where they stop."""
    step, other = page.step(at), page.times.steps.get(page.at(at + 1))
    if step is None or other is None:
        return step, at + 1
    # "They say that last year was hot": it opens a clause, and points to nothing.
    opens = page.has(at, "that") and other.point == "now"
    return None if opens else _of_two(step, other), at + 2


def _day_of(page: Page, after: int, named: Named) -> tuple[int | None, int]:
    """The day behind a month without a year, and where the date stops: last Oct. 13."""
    # A full stop behind a short form is no part of it.
    at = after + (named.use == "short" and page.at(after) == ".")
    counted = page.year(at + 1) is not None or page.plural(at + 1)
    day = None if counted else page.day(at)
    return day, at + 1 if day else after


def _as_length(
    page: Page, first: int, at: int, target: int, unit: Unit, step: Step
) -> Lasting | None:
    """The length of "the last month of the war", "for the next decade"."""
    one = Lasting(amounts.length(1, unit.scale))
    if unit.many or unit.scale <= Scale.WEEKEND:
        return None
    if _is_last_of(page, at, target) and unit.scale in _LASTING:
        return one
    ahead = step.by > 0 and step.point == "now" and page.has(first, "the")
    return one if ahead and page.has(first - 1, "goes-on-for") else None


def _is_title(page: Page, at: int) -> bool:
    """Whether "This Week" is the name of something: its words have capitals behind one that has none."""
    before = page.at(at - 1)
    owned = page.has(at - 1, "genitive") or before in _QUOTES
    return page.opens_name(at) and (owned or (before.isalpha() and page.text(at - 1).islower()))


def _is_last_of(page: Page, at: int, target: int) -> bool:
    """Whether "the last month of the war" counts from an end, not from now."""
    last = page.at(at) in page.times.ordinals and page.has(at - 1, "the")
    # A profit "for the last year of US$2 billion" is of last year.
    dated = page.year(target + 2) is not None
    sum_of_money = page.at(target + 3) in _MONEY or not page.at(target + 2)[:1].isalpha()
    return last and page.has(target + 1, "of") and (dated or not sum_of_money)


def _of_two(one: Step, other: Step) -> Step:
    """ "that same day": the word that points back to the text decides."""
    return one if one.point == "told" else other


def _of_unit(page: Page, at: int, step: Step, unit: Unit) -> Shape | None:
    """What a step and a unit are: a length (the past year, recent weeks) or a time (last year)."""
    if step.point == "length" and unit.scale is Scale.WEEKEND and not unit.many:
        # Nobody measures "the past weekend".
        return Stepped(unit.scale, step.by, "now")
    if step.point == "length":
        return Lasting(amounts.length(None if unit.many else 1, unit.scale))
    if unit.scale < Scale.DAY:
        return None
    if unit.many and step.by:
        return Lasting(amounts.length(None, unit.scale))
    if step.point == "some":
        return Ref("PAST_REF")
    if unit.many and not page.text(at + 1).islower():
        return None
    # "This years festival" is a genitive without its apostrophe. And nobody calls tomorrow the next
    # day: it follows the day that the text tells of.
    point = "told" if unit.scale is Scale.DAY and step.by else step.point
    soonest = unit.scale is Scale.WEEKEND and page.has(at - 1, "soonest")
    return Stepped(unit.scale, step.by, point, soonest)
