"""The words of time expressions, from the tables of a language: months, units, last and next …

Each table opens with what belongs in it. What cannot be read becomes a problem at its line.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from explainer.lexicons.tables import read_table, shown
from explainer.problems import Problem, Problems
from explainer.text.tokens import Tokens

T = TypeVar("T")


class Scale(IntEnum):
    """Sizes of time, from the smallest. The tables write them in lower case."""

    SECOND = 1
    MINUTE = 2
    HOUR = 3
    PART = 4
    DAY = 5
    WEEKEND = 6
    WEEK = 7
    FORTNIGHT = 8
    MONTH = 9
    SEASON = 10
    QUARTER = 11
    HALF = 12
    YEAR = 13
    DECADE = 14
    CENTURY = 15
    MILLENNIUM = 16


class Named(NamedTuple):
    """A month or weekday: its number, and how its word may stand.

    ``use`` is "never" if the word alone is too ambiguous, "short" for short forms, "many" for
    plurals, else "".
    """

    number: int
    use: str = ""


class Part(NamedTuple):
    """A part of the day: the code of TIMEX3 (MO, AF, EV, NI, DT), a name for readers, its use."""

    code: str
    name: str
    use: str = ""


class Season(NamedTuple):
    """The code of TIMEX3 (SP, SU, FA, WI), and "never" if the word alone is too ambiguous."""

    code: str
    use: str = ""


class Unit(NamedTuple):
    """A unit of time, and whether the word is its plural."""

    scale: Scale
    many: bool


class Step(NamedTuple):
    """How many steps from which point: "now" (the article's date) or "told" (the last date).

    "length" is for words that measure and do not step: "the past year"; "some" for words that
    leave open which one is meant: "a recent Sunday".
    """

    by: int
    point: str


class DayWord(NamedTuple):
    """Days from the article's date, -1 to 1, and the code of a part of the day or ""."""

    by: int
    part: str = ""


class Phase(NamedTuple):
    """What narrows a date: whether to an edge of it, and where the word stands.

    ``place`` is "before" (early March), "linked" (the end of March) or "both" (early in March).
    """

    edge: bool
    place: str


class Holiday(NamedTuple):
    """Month and day; or the n-th weekday of a month; or days after Easter Sunday (month 0).

    ``year`` is 0 for days that come back; ``orthodox`` says whose Easter is meant; ``open`` is for days
    that each country has at a time of its own, and ``part`` the code of a part of the day or "".
    """

    month: int
    day: int
    weekday: int = 0
    year: int = 0
    orthodox: bool = False
    open: bool = False
    part: str = ""


@dataclass(frozen=True, eq=False)
class Times:
    """All words of time of one language. Keys are lower-case, with straight apostrophes.

    Args:
        numbers: None stands for a number that the word leaves open ("several").
        phases: what narrows a date, by word.
        holidays: by their tokens, with a space between two.
        clock: "am", "pm", "hour", or a clock time.
        zones: the offset as TIMEX3 writes it: "Z", "+01", or "" for a zone without one offset.
        tense: "past", "future", either of them also "weak", "near", "beside", "far", "faint" or
            "auxiliary"; "present"; "ahead" for what looks ahead unless it opens its sentence;
            "modal" for what is past only before "have"; "stop" for what ends a clause; "none". Two
            letters behind a hyphen: an ending; two words: where they stand together.
        glue: words by their role.
        phrases: for vague times, holidays and idioms: phrases by their first word, longest first.
        names: titles that are no time expressions, split into words, by their first word.
    """

    months: Mapping[str, Named]
    weekdays: Mapping[str, Named]
    parts: Mapping[str, Part]
    seasons: Mapping[str, Season]
    units: Mapping[str, Unit]
    numbers: Mapping[str, float | None]
    ordinals: Mapping[str, int]
    quarters: Mapping[str, int]
    decades: Mapping[str, int]
    steps: Mapping[str, Step]
    shifts: Mapping[str, Step]
    days: Mapping[str, DayWord]
    vague: Mapping[str, str]
    sets: Mapping[str, str]
    lengths: Mapping[str, str]
    idioms: frozenset[str]
    phases: Mapping[str, Phase]
    about: Mapping[str, str]
    clock: Mapping[str, str]
    zones: Mapping[str, str]
    tense: Mapping[str, str]
    eras: Mapping[str, tuple[str, str]]
    holidays: Mapping[str, Holiday]
    glue: Mapping[str, frozenset[str]]
    dateline: frozenset[str]
    phrases: Mapping[str, tuple[tuple[str, ...], ...]]
    names: Mapping[str, tuple[tuple[str, ...], ...]]


def load_times(folder: Path, problems: Problems) -> Times:
    """The words of a language.

    Args:
        folder: holds the tables: ``months.txt``, ``weekdays.txt`` …
        problems: takes a problem for each line that does not fit.

    Raises:
        OSError: a table is missing or cannot be read.
    """
    tables = _Tables(folder, problems)
    vague = tables.words("vague", lambda f: _one_of(f[1], "PAST_REF PRESENT_REF FUTURE_REF"), 2)
    named = tables.words("holidays", lambda f: _holiday(f[1]), 2)
    holidays = {" ".join(Tokens(name).low): holiday for name, holiday in named.items()}
    idioms = frozenset(tables.words("idioms", lambda f: f[0], 1))
    return Times(
        months=tables.words("months", lambda f: Named(_number(f[1], 1, 12), _use(f, 2)), 2),
        weekdays=tables.words("weekdays", lambda f: Named(_number(f[1], 1, 7), _use(f, 2)), 2),
        parts=tables.words("parts", lambda f: Part(f[1], f[2], _use(f, 3)), 3),
        seasons=tables.words("seasons", lambda f: Season(f[1], _use(f, 2)), 2),
        units=tables.words("units", _unit, 3),
        numbers=tables.words("numbers", lambda f: None if f[1] == "X" else float(f[1]), 2),
        ordinals=tables.words("ordinals", lambda f: int(f[1]), 2),
        quarters=tables.words("quarters", lambda f: _number(f[1], 1, 4), 2),
        decades=tables.words("decades", lambda f: _number(f[1], 0, 90), 2),
        steps=tables.words("steps", _step, 3),
        shifts=tables.words("shifts", _step, 3),
        days=tables.words(
            "days", lambda f: DayWord(_number(f[1], -1, 1), f[2] if len(f) > 2 else ""), 2
        ),
        vague=vague,
        sets=tables.words("sets", lambda f: f[1], 2),
        idioms=idioms,
        lengths=tables.words("lengths", lambda f: f[1], 2),
        phases=tables.words("phases", _phase, 3),
        about=tables.words("about", lambda f: f[1], 2),
        clock=tables.words("clock", lambda f: f[1], 2),
        zones=tables.words("zones", lambda f: f[1], 2),
        tense=tables.words("tense", lambda f: _tense(f[1]), 2),
        eras=tables.words("eras", lambda f: (f[1], f[2]), 3),
        holidays=holidays,
        glue=tables.roles("glue"),
        dateline=frozenset(tables.words("dateline", lambda f: f[0], 1)),
        phrases=_by_first_word((*vague, *holidays, *idioms)),
        names=_by_first_word(tables.words("names", lambda f: f[0], 1, lower=False)),
    )


class _Tables:
    """The files of one folder."""

    def __init__(self, folder: Path, problems: Problems) -> None:
        self._folder = folder
        self._problems = problems

    def _rows(self, name: str, least: int) -> Iterator[tuple[tuple[str, ...], int]]:
        path = self._folder / f"{name}.txt"
        # One field more than is needed may be said of an entry, and one more shows it in use.
        for row in read_table(path, self._problems, range(least, least + 3)):
            yield row.fields, row.line

    def words(
        self,
        name: str,
        value: Callable[[tuple[str, ...]], T],
        least: int,
        lower: bool = True,
    ) -> Mapping[str, T]:
        """A table whose first field holds forms with commas between, as forms and values."""
        found: dict[str, T] = {}
        for fields, line in self._rows(name, least):
            try:
                meaning = value(fields)
            except ValueError as error:
                self._problem(name, line, str(error))
                continue
            for form in _forms(fields[0]):
                found[form.lower() if lower else form] = meaning
        return MappingProxyType(found)

    def roles(self, name: str) -> Mapping[str, frozenset[str]]:
        """A table of forms and roles, turned round: the forms of each role."""
        found: dict[str, set[str]] = {}
        for fields, _ in self._rows(name, 1):
            role = fields[1] if len(fields) > 1 else fields[0]
            found.setdefault(role, set()).update(form.lower() for form in _forms(fields[0]))
        return MappingProxyType({role: frozenset(forms) for role, forms in found.items()})

    def _problem(self, name: str, line: int, message: str) -> None:
        path = self._folder / f"{name}.txt"
        self._problems.add(Problem(shown(path), line, 0, message, "lexicon-value"))


def _forms(field: str) -> list[str]:
    return [form.strip() for form in field.split(",") if form.strip()]


def _use(fields: tuple[str, ...], at: int) -> str:
    return _one_of(fields[at], "never many short") if len(fields) > at else ""


def _one_of(word: str, allowed: str) -> str:
    if word not in allowed.split():
        raise ValueError(f"“{word}” is none of: {', '.join(allowed.split())}")
    return word


def _number(word: str, least: int, most: int) -> int:
    number = int(word)
    if not least <= number <= most:
        raise ValueError(f"{number} is not between {least} and {most}")
    return number


def _unit(fields: tuple[str, ...]) -> Unit:
    if fields[1].upper() not in Scale.__members__:
        raise ValueError(f"“{fields[1]}” is no unit of time")
    return Unit(Scale[fields[1].upper()], _one_of(fields[2], "one many") == "many")


def _phase(fields: tuple[str, ...]) -> Phase:
    edge = _one_of(fields[1], "edge within") == "edge"
    return Phase(edge, _one_of(fields[2], "before linked both"))


def _tense(word: str) -> str:
    how, _, kind = word.rpartition(" ")
    if how:
        return (
            f"{_one_of(how, 'weak near beside far faint auxiliary')} {_one_of(kind, 'past future')}"
        )
    return _one_of(kind, "past future present ahead stop modal none")


def _step(fields: tuple[str, ...]) -> Step:
    return Step(_number(fields[1], -1, 1), _one_of(fields[2], "now told length some"))


def _holiday(rule: str) -> Holiday:
    """ "12-25", "2001-09-11", "11 4 4" (the fourth Thursday of November), "easter -2", "open NI"."""
    pieces = rule.split()
    if pieces[0] == "open":
        return Holiday(0, 0, open=True, part="".join(pieces[1:]))
    if len(pieces) == 1:
        *year, month, day = rule.split("-")
        once = _number(year[0], 1, 9999) if year else 0
        return Holiday(_number(month, 1, 12), _number(day, 1, 31), year=once)
    if pieces[0] in ("easter", "orthodox"):
        return Holiday(0, int(pieces[1]), orthodox=pieces[0] == "orthodox")
    return Holiday(_number(pieces[0], 1, 12), int(pieces[1]), _number(pieces[2], 1, 7))


def _by_first_word(phrases: Iterable[str]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = tuple(Tokens(phrase).text)
        found.setdefault(words[0], []).append(words)
    return MappingProxyType(
        {first: tuple(sorted(all_, key=len, reverse=True)) for first, all_ in found.items()}
    )
