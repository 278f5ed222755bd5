"""Parts of the day: the afternoon, this morning, that night; Tuesday evening."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from explainer.lexicons.times import Scale
from explainer.reading.timexes.context import Context
from explainer.reading.timexes.deictic import Deictic
from explainer.reading.timexes.found import Found, Known, Shape
from explainer.reading.timexes.page import Page
from explainer.reading.timexes.vague import Often
from explainer.reading.timexes.values import When, of_day, shifted

_NIGHT = "NI"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a day that the text does not name: it is the day told last."""

    code: str
    by: int = 0

    def resolve(self, context: Context) -> Known:
        time = f"T{self.code}"
        told = context.told(Scale.DAY)
        day = told.when if told else None
        if day and self.by:
            day = shifted(day, Scale.DAY, self.by)
        if told is None or day is None:
            why = "names a part of a day, and the text does not say which day"
            return Known(When(Scale.DAY, time=time), "open", why, day_stated=False)
        if self.by:
            why = "is counted from the day told before it"
            return told.known(day.at(time), why, tells=self.by > 0)
        known = told.known(day.at(time), "is read as on the day told before it")
        why = f"{known.why}; the text does not say which day"
        return replace(known, why=why, day_stated=False)


@dataclass(frozen=True, slots=True)
class PartOfToday:
    """This morning, last night: parts of the article's day or its neighbours."""

    code: str
    by: int

    @property
    def its_day(self) -> Deictic:
        """The day, to which a clock time may be added: 7 this morning."""
        return Deictic(self.by)

    def resolve(self, context: Context) -> Known:
        time = f"T{self.code}"
        writing = context.writing
        if writing is None:
            why = "counts from the day of writing, and no date of publication is known"
            return Known(When(Scale.DAY, time=time), "open", why)
        day = of_day(writing.day + timedelta(days=self.by), time)
        return Known(day, "inferred", f"counts from {writing.words}", writing.published)


@dataclass(frozen=True, slots=True)
class OnDay:
    """A part of the day, or a clock time, of a day that stands beside it."""

    time: str
    day: Shape

    @property
    def its_day(self) -> Shape | None:
        """The day, where only a part of it is said, to which a clock time may be added."""
        return None if self.time[1:2].isdigit() else self.day

    @property
    def clock_day(self) -> Shape | None:
        """The day, where a clock time is said, which a stretch that ends there has as well."""
        return self.day if self.time[1:2].isdigit() else None

    def resolve(self, context: Context) -> Known:
        known = self.day.resolve(context)
        if not isinstance(known.value, When):
            return known
        return replace(known, value=known.value.at(self.time))


@dataclass(frozen=True, slots=True)
class AnyDay:
    """At night: a part of no day in particular."""

    code: str

    def resolve(self, context: Context) -> Known:
        when = When(Scale.DAY, time=f"T{self.code}")
        return Known(when, "open", "is said of no day in particular", day_stated=False)


def find(page: Page, at: int) -> Iterator[Found]:
    """A part of the day with an article or "this", "that", "last", "next" before it."""
    part = page.times.parts[page.low[at]]
    if part.use or page.in_name(at):
        return
    step = page.step(at - 1)
    some = bool(step and step.point == "some")
    one = at - 1 - some
    if some or (page.is_one(one) and not page.may_be_noun(at + 1)):
        stands = page.is_one(one) or page.has(one, "a")
        yield Found(one if stands else at - 1, at + 1, AnyDay(part.code))
    elif page.has(at, "edge-of-day"):
        yield from _edge(page, at, part.code)
    elif step:
        first = at - 2 if page.has(at - 2, "the") else at - 1
        told = step.point == "told" or page.has(at - 2, "the")
        shape: Shape = Part(part.code, step.by) if told else PartOfToday(part.code, step.by)
        yield Found(first, at + 1, shape)
    elif page.has(at - 1, "the") and (beside := _beside(page, at, part.code)):
        yield beside
    elif part.code != _NIGHT and page.has(at - 1, "around-a-part") and _alone(page, at):
        yield Found(at, at + 1, Part(part.code))
    elif part.code == _NIGHT and page.has(at - 1, "at"):
        yield Found(at, at + 1, AnyDay(part.code))
    elif (stop := _hours(page, at + 1)) and page.has(stop, "of"):
        first = at - (page.at(at - 1) in page.times.phases)
        yield Found(first - page.has(first - 1, "the"), stop, Part(part.code))
    elif (page.has(at - 1, "the") and _tells(page, at)) or (
        page.at(at - 1) in page.times.phases and _says_when(page, at - 2)
    ):
        yield Found(at - 1, at + 1, Part(part.code))


def find_often(page: Page, at: int) -> Iterator[Found]:
    """Weekday mornings, weekend nights; in the evenings."""
    code, use = page.times.parts[page.low[at]].code, page.times.parts[page.low[at]].use
    if use != "many":
        return
    unit = page.times.units.get(page.at(at - 1))
    if page.has(at - 1, "weekday"):
        yield Found(at - 1, at + 1, Often(f"XXXX-WXX-WDT{code}"))
    elif unit and unit.scale is Scale.WEEKEND and not unit.many:
        yield Found(at - 1, at + 1, Often(f"XXXX-WXX-WET{code}"))
    elif page.has(at - 1, "the") and page.has(at - 2, "frame"):
        yield Found(at - 1, at + 1, Often(f"XXXX-XX-XXT{code}"))


def _hours(page: Page, at: int) -> int:
    """Where the hours of "the morning hours of 30 April" stop, or 0."""
    unit = page.times.units.get(page.at(at))
    return at + 1 if unit and unit.many and unit.scale is Scale.HOUR else 0


def _beside(page: Page, at: int, code: str) -> Found | None:
    """The night before, of the day that was told; the night before last, of the article's day."""
    if by := page.beyond(at + 1):
        return Found(at - 1, at + 3, PartOfToday(code, by))
    by = page.has(at + 1, "following-day") - page.has(at + 1, "preceding-day")
    return Found(at - 1, at + 2, Part(code, by)) if by and page.ends_before(at + 2) else None


def _edge(page: Page, at: int, code: str) -> Iterator[Found]:
    """At dawn, by nightfall, before the dawn of 5 May; not "the dawn of a new age"."""
    the = page.has(at - 1, "the")
    if page.has(at - 1 - the, "at") or page.has(at - 1 - the, "around-a-part"):
        of = page.has(at + 1, "of")
        if not of or page.day(at + 2) or page.at(at + 2) in page.times.months:
            yield Found(at - the, at + 1, Part(code))


def _alone(page: Page, at: int) -> bool:
    """Whether "by morning" stands there without a noun behind it: no "before morning prayers"."""
    return page.text(at).islower() and not page.may_be_noun(at + 1)


def _tells(page: Page, at: int) -> bool:
    """Whether "the afternoon" tells when: "in the afternoon", and no "the afternoon session"."""
    return _says_when(page, at - 2) or page.has(at + 1, "of")


def _says_when(page: Page, at: int) -> bool:
    """Whether a word that tells when stands there: in, by, until."""
    return page.has(at, "in") or page.has(at, "preposition") or page.has(at, "passes")
