"""Days of the week: Monday; On Tuesday, with a date behind it or alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from explainer.lexicons.times import Named, Scale
from explainer.reading.timexes.context import Begin, Context, Writing
from explainer.reading.timexes.found import Found, Known
from explainer.reading.timexes.page import Page
from explainer.reading.timexes.parts import OnDay
from explainer.reading.timexes.values import Repeated, When, of_day

#: A weekday so many days ahead is as near as the one before it, and no more are.
_NEAR = 3

_QUOTES = frozenset("\"“‘'")

#: What stands behind a first name has so many letters.
_SHORTEST_NAME = 3

#: Nobody counts more Sundays back.
_MOST_BACK = 10


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday, and -1 after "last", 1 after "next", else 0; -2 is the one before the last."""

    number: int
    step: int = 0
    names_day: ClassVar[bool] = True

    def resolve(self, context: Context) -> Known:
        begin = None if self.step else context.range_begins()
        if begin and (day := begin.when.exact):
            return self._up_to(begin, day)
        writing = context.writing if self.step or context.tense() else context.unsaid
        if writing is None and not self.step and (known := self._after(context)):
            return known
        if writing is None:
            why = "names a weekday only, and no date of publication is known to count from"
            return Known(When(Scale.DAY, number=self.number), "open", why)
        tense = (
            "past"
            if self.step < 0
            else "future"
            if self.step > 0
            else self._side(context, writing.day)
        )
        day = self._day(writing.day, tense)
        why = self._why(day, writing, context.tense())
        return Known(of_day(day), "inferred", why, writing.published)

    def _after(self, context: Context) -> Known | None:
        """The first such day from a day on that the same paragraph told."""
        told = context.told(Scale.DAY)
        day = told.when.exact if told and told.block == context.block else None
        if told is None or day is None:
            return None
        ahead = (self.number - 1 - day.weekday()) % 7
        try:
            when = of_day(day + timedelta(days=ahead))
        except OverflowError:
            return None
        return told.known(when, "is the first one from the date on that was told before it")

    def _up_to(self, begin: Begin, day: date) -> Known:
        """The end of "Wednesday through Friday": the next such day."""
        ahead = (self.number - 1 - day.weekday()) % 7
        why = f"is the first one after the day before it, “{begin.words}”"
        return Known(of_day(day + timedelta(days=ahead)), "inferred", why, begin.known.published)

    def _side(self, context: Context, published: date) -> str:
        """ "past" or "future": yesterday and tomorrow are nearer than any tense."""
        ahead = (self.number - 1 - published.weekday()) % 7
        tense = "future" if context.soon() else context.tense()
        if ahead == 1 and not tense:
            return "future"
        if tense == "future" and ahead > _NEAR and context.owns():
            # "They will talk about Monday's attack": what is named by its day is near.
            return "past"
        # "They will meet on Monday and Tuesday" goes on over yesterday's name.
        return "past" if ahead == 6 and not context.goes_on_after(published) else tense

    def _day(self, published: date, tense: str) -> date:
        ahead = (self.number - 1 - published.weekday()) % 7
        own, further = 7 if self.step else 0, timedelta(weeks=max(abs(self.step) - 1, 0))
        if tense == "future":
            return published + timedelta(days=ahead or own) + further
        return published - timedelta(days=((7 - ahead) % 7) or own) - further

    def _why(self, day: date, writing: Writing, tense: str) -> str:
        if abs(self.step) > 1:
            way = "back" if day < writing.day else "on"
            return f"is {abs(self.step)} {day:%A}s {way} from {writing.words}"
        side = "before" if day < writing.day else "after"
        place = "is the day of" if day == writing.day else f"is the {day:%A} {side}"
        place = f"{place} {writing.words}"
        if self.step or (tense == "future") != (day > writing.day):
            return place
        if tense:
            return f"{place}; its sentence is about the {tense}"
        return f"{place}; nothing in its sentence points ahead"


@dataclass(frozen=True, slots=True)
class EveryWeekday:
    """Mondays; every Monday; every other Monday."""

    number: int
    other: bool = False

    def resolve(self, context: Context) -> Known:
        weeks = "other week" if self.other else "week"
        return Known(Repeated(f"XXXX-WXX-{self.number}"), "stated", f"comes back every {weeks}")


@dataclass(frozen=True, slots=True)
class EveryPart:
    """Saturday nights; every Monday morning."""

    number: int
    code: str

    def resolve(self, context: Context) -> Known:
        value = Repeated(f"XXXX-WXX-{self.number}T{self.code}")
        return Known(value, "stated", "comes back every week")


@dataclass(frozen=True, slots=True)
class AnyWeekday:
    """One Sunday: which one, the text does not say."""

    number: int
    names_day: ClassVar[bool] = True

    def resolve(self, context: Context) -> Known:
        why = "is a day of which the text does not say when it was"
        return Known(When(Scale.DAY, number=self.number), "open", why)


def find_joined(page: Page, at: int) -> Iterator[Found]:
    """A weekday and a part of the day in one token: his Tuesday-night victory."""
    day, _, part = page.low[at].partition("-")
    named, known = page.times.weekdays.get(day), page.times.parts.get(part)
    if named and known and not named.use and not known.use and page.text(at)[:1].isupper():
        yield Found(at, at + 1, OnDay(f"T{known.code}", Weekday(named.number)))


def _every(page: Page, at: int, named: Named) -> Found | None:
    """Every Tuesday; every other Tuesday; the second of "every Tuesday and Thursday"."""
    other = page.has(at - 1, "other")
    if page.has(at - 1 - other, "every"):
        return Found(at - 1 - other, at + 1, EveryWeekday(named.number, other))
    return Found(at, at + 1, EveryWeekday(named.number)) if _also_every(page, at) else None


def _also_every(page: Page, at: int) -> bool:
    """Whether "every" stands before the weekday before it: every Tuesday and Thursday."""
    pair = page.has(at - 1, "and") and page.at(at - 2) in page.times.weekdays
    return pair and page.has(at - 3, "every")


def find(page: Page, at: int) -> Iterator[Found]:
    """A weekday, with "last" or "next" before it."""
    named = page.times.weekdays[page.low[at]]
    if page.text(at)[:1].islower():
        return
    if _in_person(page, at):
        return
    if counted := _counted(page, at, named):
        yield counted
        return
    if named.use == "many":
        yield Found(at, at + 1, EveryWeekday(named.number))
        return
    if every := _every(page, at, named):
        yield every
        return
    step = page.step(at - 1)
    some = bool(step and step.point == "some")
    if some or page.is_one(at - 1):
        # "One Sunday in 2001", "a recent Sunday": the text does not say which.
        first = at - 1 - (some and page.at(at - 2) in page.times.numbers)
        yield Found(first, at + 1, AnyWeekday(named.number))
        return
    stop = at + 2 if named.use == "never" and page.at(at + 1) == "." else at + 1
    if step:
        both = page.has(at - 2, "the") or (step.by and page.at(at - 2) in page.times.steps)
        first = at - 2 if both else at - 1
        yield Found(first, stop, Weekday(named.number, step.by))
    elif named.use != "never":
        yield Found(at, stop, Weekday(named.number))
    elif page.at(stop) in (",", "") or page.day(stop) or page.at(stop) in page.times.months:
        yield Found(at, stop, Short(named.number))


def _in_person(page: Page, at: int) -> bool:
    """Whether a sentence begins with a name, Wednesday Addams: "On Wednesday Adams left" does not."""
    before, behind = page.at(at - 1), page.text(at + 1)
    opens = before in ("", ".", "!", "?") or before in _QUOTES
    named = behind.istitle() and len(behind) >= _SHORTEST_NAME
    return opens and named and not page.of_time(at + 1)


def _counted(page: Page, at: int, named: Named) -> Found | None:
    """Two Sundays ago; the Sunday before last; Tuesday week, which is a week after Tuesday."""
    shift = page.times.shifts.get(page.at(at + 1))
    count = page.times.numbers.get(page.at(at - 1))
    if named.use == "many" and shift and shift.point == "now" and count and count < _MOST_BACK:
        return Found(at - 1, at + 2, Weekday(named.number, shift.by * int(count)))
    if named.use:
        return None
    if by := page.beyond(at + 1):
        first = at - 1 if page.has(at - 1, "the") else at
        return Found(first, at + 3, Weekday(named.number, by))
    week = page.times.units.get(page.text(at + 1))
    weekly = week and week.scale is Scale.WEEK and not week.many
    if weekly and not page.may_be_noun(at + 2) and not page.step(at - 1):
        return Found(at, at + 2, Weekday(named.number, 2))
    return None


@dataclass(frozen=True, slots=True)
class Short:
    """A short form, which counts only where a date follows it."""

    number: int
    names_day: ClassVar[bool] = True

    def resolve(self, context: Context) -> Known:
        return Weekday(self.number).resolve(context)
