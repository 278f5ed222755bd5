"""Lengths of time and what is counted by them: two years; a 12-hour flight; two days ago."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from explainer.lexicons.times import Scale, Step, Unit
from explainer.reading.timexes import amounts
from explainer.reading.timexes.context import Context
from explainer.reading.timexes.found import Found, Known, Shape
from explainer.reading.timexes.page import Page
from explainer.reading.timexes.steps import Stepped
from explainer.reading.timexes.vague import Lasting, Often, Ref
from explainer.reading.timexes.values import OPEN_TIME, When, of_day, shifted

#: What tense.txt says of "will".
_WILL = "auxiliary future"

#: A length of one unit, and the units from the largest, as TIMEX3 writes them.
_PIECES = re.compile(r"P(?P<time>T(?=\d+[HMS])|(?=\d+[YMWD]))\d+(?P<unit>[A-Z])")
_ORDER = ("Y", "M", "W", "D", "TH", "TM", "TS")

#: In a day.
_HOURS = 24

_MINUTES = {Scale.HOUR: 60.0, Scale.MINUTE: 1.0, Scale.SECOND: 1 / 60}

#: Halves and quarters of these are told in a word: half-hour, quarter-century.
_HALVED = (Scale.HOUR, Scale.YEAR, Scale.DECADE, Scale.CENTURY)

#: Years in units that are told in years.
_IN_YEARS = {Scale.DECADE: 10, Scale.CENTURY: 100, Scale.MILLENNIUM: 1000}

#: What "for the …" or "in the …" makes a date of: the one that the text is about.
_FRAMED = (Scale.DAY, Scale.WEEK, Scale.MONTH, Scale.QUARTER, Scale.YEAR)


@dataclass(frozen=True, slots=True)
class Shifted:
    """So many units before or after the article's date ("now") or the last date told."""

    count: int
    scale: Scale
    point: str

    @property
    def names_day(self) -> bool:
        return self.scale is Scale.DAY

    def resolve(self, context: Context) -> Known:
        side = "before" if self.count < 0 else "after"
        if self.point == "told" or context.history:
            told = context.told(min(self.scale, Scale.YEAR))
            when = told and shifted(told.when, self.scale, self.count)
            if told and when:
                why = "is counted from the date told before it"
                return told.known(when, why, tells=self.count > 0)
        # "A year earlier" in news, with nothing told before, is a year before the article.
        unknown = self.point == "told" and (self.count > 0 or self.scale < Scale.YEAR)
        writing = context.writing or context.written
        if unknown or writing is None:
            why = f"is a time {side} a date that the text does not tell"
            return Known(When(self._scale), "open", why)
        when = shifted(of_day(writing.day), self.scale, self.count)
        why = f"is counted from {writing.words}"
        if when is None:
            return Known(When(self._scale), "open", why)
        return Known(when, "inferred", why, writing.published, tells=self.count > 0)

    @property
    def _scale(self) -> Scale:
        return Scale.YEAR if self.scale > Scale.YEAR else max(self.scale, Scale.DAY)


@dataclass(frozen=True, slots=True)
class WithinDay:
    """So many hours, minutes or seconds after (1) or before (-1) the time told last."""

    count: float | None
    scale: Scale
    by: int

    def resolve(self, context: Context) -> Known:
        told = context.told(Scale.DAY)
        if told is None:
            return Ref("PAST_REF" if self.by < 0 else "FUTURE_REF").resolve(context)
        if self.count and (
            when := told.when.minutes_on(self.by * self.count * _MINUTES[self.scale])
        ):
            return told.known(when, "is counted from the time told before it")
        known = told.known(told.when.at(OPEN_TIME), "is read as on the day told before it")
        return replace(known, day_stated=False)


def together(one: Lasting, other: Lasting) -> Lasting | None:
    """Two lengths told as one, the larger unit first: two years and three months."""
    larger, smaller = _PIECES.fullmatch(one.value), _PIECES.match(other.value)
    if larger is None or smaller is None:
        return None
    order = [_ORDER.index(m["time"] + m["unit"]) for m in (larger, smaller)]
    if order[0] >= order[1]:
        return None
    rest = other.value[1:]
    return Lasting(one.value + (rest.removeprefix("T") if larger["time"] else rest))


def find(page: Page, at: int) -> Iterator[Found]:
    """What a unit of time belongs to: a number before it, "ago" behind it."""
    unit = page.times.units[page.low[at]]
    amount = amounts.before(page, at)
    if amount is None and unit.many:
        yield from _bare(page, at, unit)
        return
    if amount is None:
        yield from _whole_unit(page, at, unit)
        yield from _beyond(page, at, unit) or _definite(page, at, unit)
        return
    if some_day(page, amount.first, at, unit):
        yield Found(amount.first, at + 1, Ref("FUTURE_REF"))
        return
    first, stop = amount.first, at + 1
    if amount.size and _and_a_half(page, stop):
        amount, stop = amount._replace(size=amount.size + 0.5), stop + 3
    if shift := _shift_behind(page, stop):
        step, stop = shift
        yield Found(_compared(page, first), stop, _shifted(amount, unit, step))
    elif _measures(page, amount, at, unit):
        yield from _lower_bound(page, amount, unit)
        length = Lasting(amounts.length(amount.size, unit.scale))
        of_age = page.has(stop, "of") and page.has(stop + 1, "age")
        stop = stop + 2 if of_age else _with_long(page, stop, unit)
        yield Found(_start(page, first), stop, length)


def some_day(page: Page, first: int, at: int, unit: Unit) -> bool:
    """Whether "one day" is some day of the future: will one day be, hopes one day to win."""
    if unit.scale is not Scale.DAY or first != at - 1 or not page.is_one(first):
        return False
    ahead = page.times.tense.get(page.at(first - 1), "").endswith(("future", "modal"))
    return ahead or page.times.tense.get(page.at(at + 1)) == _WILL


def _shift_behind(page: Page, at: int) -> tuple[Step, int] | None:
    """What makes a date of a length: ago, later, from now. Gives where it stops."""
    step, word = page.times.shifts.get(page.at(at)), page.at(at)
    # "Two years previous" is a time, "two years previous experience" is none.
    noun = page.may_be_noun(at + 1) and not page.has(at + 1, "subject")
    goes_on = word in page.times.steps and noun
    if step and not goes_on and not page.has(at + 1, "than"):
        return step, at + 1
    if side := _told_side(page, at):
        return side, at + 1
    word = page.at(at + 1)
    today = word in page.times.days and page.times.days[word].by == 0
    if page.has(at, "from") and (today or page.times.vague.get(word) == "PRESENT_REF"):
        return Step(1, "now"), at + 2
    return None


def _told_side(page: Page, at: int) -> Step | None:
    """The side on which "the year before" or "two days after" lies of what was told."""
    by = page.has(at, "following-day") - page.has(at, "preceding-day")
    return Step(by, "told") if by and page.ends_before(at + 1) else None


def _and_a_half(page: Page, at: int) -> bool:
    """Whether a half is added behind the unit: a year and a half."""
    return page.has(at, "and") and page.has(at + 1, "a") and page.has(at + 2, "half")


def _with_long(page: Page, stop: int, unit: Unit) -> int:
    """Where a length stops that may have "long" behind it: a two-year-long, a 3 year long siege."""
    hyphen = page.at(stop) == "-"
    if page.has(stop + hyphen, "long") and (hyphen or not unit.many):
        return stop + hyphen + 1
    return stop


def _measures(page: Page, amount: amounts.Amount, at: int, unit: Unit) -> bool:
    """Whether a number and a unit are a length: no age, no "a second", no quarter of a thing."""
    if page.has(at + 1, "old") or (page.at(at + 1) == "-" and page.has(at + 2, "old")):
        return False
    if _tells_age(page, amount.first):
        return False
    if (
        _is_name(page, at, page.text(at))
        or page.has(at - 1, "every")
        or (amount.article and unit.scale is Scale.SECOND)
    ):
        return False
    return unit.scale is not Scale.QUARTER or _in_a_row(page, amount.first, at)


def _tells_age(page: Page, first: int) -> bool:
    """Whether somebody is so old: aged 18 years, aged 8 to 10 years."""
    linked = page.has(first - 1, "and") or page.has(first - 1, "or") or page.has(first - 1, "to")
    begin = first - 2 if linked else first
    begin -= page.has(begin - 1, "between")
    return page.has(begin - 1, "aged")


def _is_name(page: Page, at: int, word: str) -> bool:
    """Whether a length is part of a name: the Six-Day War, the Thirty Years War."""
    after = page.at(at + 1) and page.text(at + 1)[:1].isupper()
    return word[:1].isupper() and bool(after) and not page.has(at + 1, "preposition")


def find_joined(page: Page, at: int) -> Iterator[Found]:
    """One token with hyphens: six-month, year-long, decades-long, year-ago."""
    if _is_name(page, at, page.text(at).rpartition("-")[2]):
        return
    pieces = page.low[at].split("-", 4)
    units = page.times.units
    if len(pieces) < 2 or _is_age(page, pieces):
        return
    place = next((n for n, piece in enumerate(pieces[:4]) if piece in units), None)
    if place == 0 and len(pieces) == 2 and pieces[1] in units:
        # The first of quarter-century counts the second.
        place = 1
    if place == 0:
        yield from _unit_first(page, at, units[pieces[0]], pieces)
    elif place is not None and len(pieces) <= place + 2:
        yield from _number_first(page, at, units[pieces[place]], "-".join(pieces[:place]))


def _is_age(page: Page, pieces: list[str]) -> bool:
    """Whether it is an age, 33-year-old; but a decades-old dispute has lasted for decades."""
    if not page.times.glue["old"] & set(pieces):
        return False
    unit = page.times.units.get(pieces[0])
    return not (unit and unit.many and len(pieces) == 2)


def _unit_first(page: Page, at: int, unit: Unit, pieces: list[str]) -> Iterator[Found]:
    """Year-long, decades-long, year-ago, month-and-a-half."""
    if len(pieces) == 4 and not unit.many and amounts.without_half(page, page.low[at]):
        stop = _with_long(page, at + 1, unit)
        yield Found(at, stop, Lasting(amounts.length(1.5, unit.scale)))
    if len(pieces) != 2:
        return
    shift = page.times.shifts.get(pieces[1])
    if pieces[1] in page.times.glue["long"] or pieces[1] in page.times.glue["old"]:
        yield Found(at, at + 1, Lasting(amounts.length(None if unit.many else 1, unit.scale)))
    elif shift and not unit.many:
        yield Found(at, at + 1, _shifted(amounts.Amount(at, 1), unit, shift))


def _number_first(page: Page, at: int, unit: Unit, word: str) -> Iterator[Found]:
    """Six-month, half-hour; a quarter-century ago."""
    part = page.times.units.get(word)
    quarter = part and part.scale is Scale.QUARTER and not part.many
    found, count = (True, 0.25) if quarter else amounts.number(page, word)
    small = count is not None and count < 1
    # Three-quarters are mostly of something else than of a year.
    share = unit.scale is Scale.QUARTER and unit.many
    if not found or share or (small and unit.scale not in _HALVED):
        return
    if shift := _shift_behind(page, at + 1):
        first = at - 1 if page.has(at - 1, "a") else at
        step, stop = shift
        yield Found(_compared(page, first), stop, _shifted(amounts.Amount(at, count), unit, step))
    else:
        yield Found(at, at + 1, Lasting(amounts.length(count, unit.scale)))


def _shifted(amount: amounts.Amount, unit: Unit, shift: Step) -> Shape:
    size, scale = amount.size, unit.scale
    if scale in _IN_YEARS:
        size, scale = size and size * _IN_YEARS[scale], Scale.YEAR
    if size and size % 1 == 0.5 and scale is Scale.YEAR:
        # Half a year is told in months.
        size, scale = size * 12, Scale.MONTH
    if scale < Scale.DAY and shift.point == "told":
        return WithinDay(size, scale, shift.by)
    if scale is Scale.HOUR and size and size % _HOURS == 0:
        # Who wrote on a day wrote 48 hours later than two days before, at whatever hour.
        size, scale = size / _HOURS, Scale.DAY
    if size is None or size % 1 or size > 9999 or scale < Scale.DAY:
        return Ref("PAST_REF" if shift.by < 0 else "FUTURE_REF")
    count = int(size)
    if scale is Scale.WEEK and count == 1:
        # A week ago is a day like this one; six weeks ago is a week.
        scale, count = Scale.DAY, 7
    return Shifted(shift.by * count, scale, shift.point)


def _in_a_row(page: Page, first: int, at: int) -> bool:
    """Whether quarters are of a year: "three straight quarters", "the past two quarters"."""
    return page.has(at - 1, "between-number-and-unit") or page.at(first - 1) in page.times.steps


def _counted_part(page: Page, at: int) -> bool:
    """Whether a part is counted there: the first quarter of the year, its early part."""
    unit = page.times.units.get(page.at(at))
    part = (unit and unit.scale is Scale.QUARTER) or page.has(at, "half") or page.has(at, "part")
    before = page.at(at - 1)
    return bool(part) and (before in page.times.ordinals or before in page.times.phases)


def _lower_bound(page: Page, amount: amounts.Amount, unit: Unit) -> Iterator[Found]:
    """The 60 of "between 60 and 90 days", the two of "two or three years", the five of "five to ten"."""
    link, low = amount.first - 1, amount.first - 2
    both = page.has(link, "and") and page.has(low - 1, "between")
    if not (both or page.has(link, "or") or page.has(link, "up-to")):
        return
    found, count = amounts.number(page, page.at(low))
    if not found and (digits := page.integer(low)) is not None:
        found, count = True, float(digits)
    if found and count and amount.size and count < amount.size:
        yield Found(low, low + 1, Lasting(amounts.length(count, unit.scale)))


def _whole_unit(page: Page, at: int, unit: Unit) -> Iterator[Found]:
    """All week; the whole year."""
    length = Lasting(amounts.length(1, unit.scale))
    if page.has(at - 1, "all") and unit.scale in _FRAMED:
        yield Found(at - 1, at + 1, length)
    elif page.has(at - 1, "whole") and page.has(at - 2, "the"):
        yield Found(at - 2, at + 1, length)


def _beyond(page: Page, at: int, unit: Unit) -> list[Found]:
    """The week before last; the year after next."""
    by = page.beyond(at + 1) if unit.scale >= Scale.DAY and page.has(at - 1, "the") else 0
    return [Found(at - 1, at + 3, Stepped(unit.scale, by, "now"))] if by else []


def _definite(page: Page, at: int, unit: Unit) -> Iterator[Found]:
    """The weekend; the year, month … where words such as "the end of" narrow it."""
    if not page.has(at - 1, "the"):
        return
    step = page.times.steps.get(page.at(at + 1)) or _told_side(page, at + 1)
    if step and step.by and step.point == "told":
        yield Found(at - 1, at + 2, Stepped(unit.scale, step.by, step.point))
        return
    frames = "frames" if unit.scale is Scale.DAY else "ends"
    if unit.scale in _FRAMED and page.has(at - 2, frames):
        if not page.has(at + 1, "of") and page.times.tense.get(page.at(at + 1)) != "stop":
            yield Found(at - 1, at + 1, Stepped(unit.scale, 0, _point(unit.scale)))
        return
    if unit.scale in _FRAMED and page.has(at + 1, "genitive"):
        yield Found(at - 1, at + 1, Stepped(unit.scale, 0, _point(unit.scale)))
        return
    if unit.scale is Scale.WEEKEND:
        yield Found(at - 1, at + 1, Stepped(unit.scale, 0, "now"))
    elif unit.scale in _FRAMED[1:] and page.has(at - 2, "frame") and _ends_phrase(page, at + 1):
        yield Found(at - 1, at + 1, Stepped(unit.scale, 0, _point(unit.scale)))
    elif unit.scale >= Scale.DAY and (page.has(at - 2, "of") or page.has(at - 2, "in")):
        phase = page.times.phases.get(page.at(at - 3)) or _counted_part(page, at - 3)
        if phase and not (page.has(at + 1, "of") or page.has(at + 1, "genitive")):
            yield Found(at - 1, at + 1, Stepped(unit.scale, 0, _point(unit.scale)))


def _point(scale: Scale) -> str:
    """From where "the day" or "the year" is read: a story goes from day to day, within one year."""
    return "told" if scale in (Scale.DAY, Scale.QUARTER) else "now"


def _ends_phrase(page: Page, at: int) -> bool:
    """Whether nothing is added to "for the year": no "for the year of the plague"."""
    word = page.at(at)
    if not word[:1].isalpha():
        return word != "-" and not page.has(at, "genitive") and not word[:1].isdigit()
    if page.has(at, "preceding-day") or page.has(at, "following-day") or page.has(at, "to"):
        return False
    goes_on = page.times.tense.get(word, "stop") != "stop" or page.has(at, "frames")
    return goes_on or any(page.has(at, role) for role in ("preposition", "on", "in", "at", "and"))


def _bare(page: Page, at: int, unit: Unit) -> Iterator[Found]:
    """A plural without a number: for years, over the years, hours later, on weekends."""
    if unit.scale is Scale.WEEKEND and page.has(at - 1, "on"):
        yield Found(at, at + 1, Often("XXXX-WXX-WE"))
    elif page.has(at - 1, "for-a-length"):
        yield Found(at, at + 1, Lasting(amounts.length(None, unit.scale)))
    elif page.has(at - 1, "the") and page.has(at - 2, "frame") and _whole(page, at + 1):
        yield Found(
            at - _ends_there(page, at + 1), at + 1, Lasting(amounts.length(None, unit.scale))
        )
    elif shift := page.times.shifts.get(page.at(at + 1)):
        yield Found(at, at + 2, _shifted(amounts.Amount(at, None), unit, shift))
    elif unit.scale >= Scale.DAY and (
        page.has(at + 1, "following-day") or page.has(at + 1, "preceding-day")
    ):
        yield Found(at, at + 1, Lasting(amounts.length(None, unit.scale)))


def _ends_there(page: Page, at: int) -> bool:
    """Whether nothing is added to "over the years": not "in the weeks before the vote"."""
    return not page.has(at, "goes-on")


def _whole(page: Page, at: int) -> bool:
    """Whether "over the years" ends there: not "in the days of", not "in the years 1955-57"."""
    return not page.has(at, "of") and not page.at(at)[:1].isdigit()


def _start(page: Page, first: int) -> int:
    """The start with the words that belong before the number: the past, at least, over."""
    if page.has(first - 1, "another"):
        return first - 1
    if page.at(first - 1) in page.times.steps or page.at(first - 1) in page.times.ordinals:
        first -= 1
        return first - 1 if page.has(first - 1, "the") else first
    return _compared(page, first)


def _compared(page: Page, first: int) -> int:
    """The start with "less than", "at least", "over" before the number."""
    if page.has(first - 1, "than") and page.has(first - 2, "compare"):
        return first - 2
    if page.has(first - 1, "bound") and page.has(first - 2, "at"):
        return first - 2
    if page.times.about.get(page.at(first - 1), "").endswith("THAN"):
        return first - 1
    return first
