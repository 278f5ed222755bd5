"""Clock times: 10:35 a.m., 16:08 UTC, 6 p.m. (GMT +8), noon, five o'clock."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from explainer.lexicons.times import Scale
from explainer.reading.timexes.context import Context, on
from explainer.reading.timexes.found import Found, Known
from explainer.reading.timexes.page import Page
from explainer.reading.timexes.values import When, of_day

_CLOCK = re.compile(r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.]\d{2})?(?P<tail>[a-z]*)\Z")
_FULL = re.compile(r"(?P<hour>\d{1,2})(?P<tail>[a-z]+)\Z")
#: Four digits are a time only with a zone behind them: 0430 GMT.
_MILITARY = re.compile(r"[0-2]\d[0-5]\d\Z")
#: What clock.txt calls the halves of the day, and parts.txt the morning.
_FULL_HOUR = "hour"
_HALVES = ("am", _AFTERNOON := "pm")
_MORNING = "MO"
_OFFSET = re.compile(r"(?P<hours>\d{1,2})(?::?(?P<minutes>\d{2}))?\Z")


@dataclass(frozen=True, slots=True)
class Clock:
    """A time by the clock, "T14:30" and the like, of a day that the text does not name."""

    time: str

    def resolve(self, context: Context) -> Known:
        for day in (context.day_before(), context.day_behind()):
            if day and isinstance(day.value, When):
                why = f"stands beside a day that {day.why}"
                return replace(day, value=day.value.at(self.time), why=why)
        told = context.told(Scale.DAY)
        if context.day and not (told and told.block == context.block):
            why = f"is read as on the day of the article’s date, {on(context.day)}"
            return Known(of_day(context.day, self.time), "inferred", why, True, day_stated=False)
        if told:
            known = told.known(told.when.at(self.time), "is read as on the day told before it")
            return replace(known, day_stated=False)
        why = "is a time by the clock, and the text does not say of which day"
        return Known(When(Scale.DAY, time=self.time), "open", why, day_stated=False)


def find(page: Page, at: int) -> Iterator[Found]:
    """A clock time that begins with a number."""
    digits = _digits(page, at)
    if digits is None or page.has(at + 1, "mark"):
        # The 2:05 mark is a place in a recording.
        return
    hour, minute, half = digits
    stop = at + 1
    if not half:
        half, stop = _half(page, stop)
    zone, stop = _zone(page, stop)
    if not half and zone is None and not (_stands_alone(page, at) or _tells_clock(page, at)):
        half = _half_of_end(page, at, hour)
        if not half:
            return
    if hour > (12 if half in _HALVES else 24) or minute > 59:
        return
    if half in _HALVES:
        hour = hour % 12 + (12 if half == _AFTERNOON else 0)
    yield Found(at, stop, Clock(_time(hour, minute, zone or "")))


def _half_of_end(page: Page, at: int, hour: int) -> str:
    """The half of the day that the end of a stretch lends its beginning: between 9 and 11 a.m."""
    pair = page.has(at - 1, "between") and page.has(at + 1, "and")
    span = page.has(at - 1, "from") and page.has(at + 1, "to")
    end = _digits(page, at + 2) if pair or span else None
    half = end and (end[2] or _half(page, at + 3)[0])
    if not end or half not in _HALVES:
        return ""
    # From 11 to 2 p.m. the stretch begins before noon.
    return _HALVES[0] if hour % 12 > end[0] % 12 else half


def _counts_noun(page: Page, at: int) -> bool:
    """Whether a number counts what stands there: past nine houses, a quarter to six percent."""
    noun = page.may_be_noun(at) and not page.of_time(at)
    return noun and not page.has(at, "subject")


def find_spoken(page: Page, at: int) -> Iterator[Found]:
    """Half past nine; a quarter to six; at ten past four."""
    hour = page.times.numbers.get(page.at(at + 1))
    if not hour or not 1 <= hour <= 12 or hour % 1 or _counts_noun(page, at + 2):
        return
    unit = page.times.units.get(page.at(at - 1))
    minutes: float | None = None
    first = at - 1
    if page.has(at - 1, "half"):
        minutes = 30
    elif unit and unit.scale is Scale.QUARTER and not unit.many:
        minutes, first = 15, first - page.has(first - 1, "a")
    elif page.has(at - 2, "at"):
        minutes = page.times.numbers.get(page.at(at - 1))
    if not minutes or minutes % 5 or minutes > 30:
        return
    late = page.has(at, "past-an-hour")
    if not late and minutes == 30:
        return
    clock = int(hour) * 60 + int(minutes) * (1 if late else -1)
    named, after = clock // 60 or 12, at + 2 + page.has(at + 2, "on")
    if _day_behind(page, after) == _AFTERNOON:
        named = named % 12 + 12
    yield Found(first, at + 2, Clock(_time(named, clock % 60, "")))


def _stands_alone(page: Page, at: int) -> bool:
    """Whether digits alone are a time: until 5:30; not "finished in 4:05", not "Genesis 5:30"."""
    before = page.at(at - 1)
    day = before in page.times.weekdays or before in page.times.days
    return ":" in page.low[at] and (day or page.has(at - 1, "before-a-clock"))


def _digits(page: Page, at: int) -> tuple[int, int, str] | None:
    """Hour, minute, and what the letters behind them say: 10:35, 6pm, 16:08Z, 9."""
    word = page.low[at]
    if clock := _CLOCK.match(word) or _FULL.match(word):
        tail = clock["tail"]
        half = page.times.clock.get(tail, "") if tail else ""
        if tail and not half and tail not in page.times.zones:
            return None
        return int(clock["hour"]), int(clock.groupdict().get("minute") or 0), half
    if _MILITARY.match(word) and _tells_clock(page, at):
        return int(word[:2]), int(word[2:]), ""
    number = page.day(at)
    return (number, 0, "") if number and word.isdigit() else None


def _tells_clock(page: Page, at: int) -> bool:
    """Whether four digits are a clock time: a zone behind them, or "at 0530 local time"."""
    zone = page.at(at + 1) in page.times.zones and page.text(at + 1).isupper()
    before = page.has(at - 1, "at") or page.at(at - 1) in page.times.about
    local = page.has(at + 1, "local") and page.has(at + 2, "time")
    return zone or (before and (local or page.has(at + 1, "by-the-clock")))


def _half(page: Page, at: int) -> tuple[str, int]:
    """The half of the day behind a number, or that it is a full hour. Gives where it stops."""
    half = page.times.clock.get(page.at(at), "")
    if half == _FULL_HOUR and (part := _day_part(page, at + 1)):
        return part, at + 4
    if half and ":" not in half:
        return half, at + 1
    if part := _spoken(page, at):
        return part, at + 3
    return _day_behind(page, at) if page.has(at - 2, "at") else "", at


def _spoken(page: Page, at: int) -> str:
    """The half of the day of "4 in the morning"."""
    return _day_part(page, at) if page.has(at - 2, "at") else ""


def _day_behind(page: Page, at: int) -> str:
    """The half of the day that stands behind "at 7" with its day: this morning, tonight."""
    day = page.times.days.get(page.at(at))
    if day and day.part:
        return _HALVES[day.part != _MORNING]
    part = page.times.parts.get(page.at(at + 1))
    if part and (day or page.step(at) or page.at(at) in page.times.weekdays):
        return _HALVES[part.code != _MORNING]
    return ""


def _day_part(page: Page, at: int) -> str:
    """The half of the day that "in the morning" is, or ""."""
    part = page.times.parts.get(page.at(at + 2))
    if not (part and page.has(at, "in") and page.has(at + 1, "the")):
        return ""
    return _HALVES[part.code != _MORNING]


def find_named(page: Page, at: int) -> Iterator[Found]:
    """Noon and midnight; three o'clock in the morning."""
    time = page.times.clock[page.low[at]]
    hour = page.times.numbers.get(page.at(at - 1))
    if time == _FULL_HOUR and hour and 1 <= hour <= 12:
        part = _day_part(page, at + 1)
        late = part == _AFTERNOON
        clock = Clock(_time(int(hour) % 12 + 12 * late if part else int(hour), 0, ""))
        yield Found(at - 1, at + 4 if part else at + 1, clock)
    if page.has(at - 1, "high") and not page.has(at - 2, "before-a-clock"):
        # "It was high noon for the party": no time of any day.
        return
    if ":" in time and (page.text(at).islower() or page.at(at + 1) in page.times.weekdays):
        zone, stop = _zone(page, at + 1)
        yield Found(at - (page.integer(at - 1) == 12), stop, Clock(f"T{time}{zone or ''}"))


def _zone(page: Page, at: int) -> tuple[str | None, int]:
    """The zone behind a time: UTC; (GMT +8); EST. Gives where it stops."""
    inside = page.at(at) == "("
    token = at + 1 if inside else at
    zone = page.times.zones.get(page.at(token)) if page.text(token).isupper() else None
    if zone is None:
        return None, at
    stop = token + 1
    zone = zone if zone == "Z" else ""
    offset = _OFFSET.match(page.at(stop + 1))
    if zone == "Z" and page.at(stop) in ("+", "-", "−") and offset:
        sign = "+" if page.at(stop) == "+" else "-"
        zone = f"{sign}{int(offset['hours']):02}:{offset['minutes'] or '00'}"
        stop += 2
    if inside:
        if page.at(stop) != ")":
            return None, at
        stop += 1
    return zone, stop


def _time(hour: int, minute: int, zone: str) -> str:
    return f"T{hour:02}:{minute:02}{zone}"
