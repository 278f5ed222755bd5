"""The rules in their order, and the one pass over the tokens that calls them.

A rule is asked only where one of its words stands, and looks at a handful of tokens around it: the
whole takes time in proportion to the text, whatever the text is.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from explainer.lexicons.times import Times
from explainer.reading.timexes import (
    clock,
    counted_days,
    decades,
    deictic,
    eras,
    holidays,
    lengths,
    months,
    names,
    numeric,
    ordinals,
    parts,
    phases,
    quarters,
    seasons,
    sets,
    steps,
    turns,
    vague,
    weekdays,
    yearly,
    years,
)
from explainer.reading.timexes.found import Found
from explainer.reading.timexes.page import Page

Rule = Callable[[Page, int], Iterator[Found]]

#: What stands for all numbers, and for all words with a hyphen, where rules are looked up.
_NUMBER, _HYPHEN = "0", "-"

#: No word with a hyphen that tells a time is as short as that.
_SHORTEST = 4

#: (name, rule, its words). Where two rules find the same length, the earlier one wins.
RULES: tuple[tuple[str, Rule, Callable[[Times], Iterable[str]]], ...] = (
    ("name", names.find, lambda times: {name.lower() for name in times.names}),
    ("opening hours", names.find_hours, lambda times: times.weekdays),
    ("holiday", holidays.find, lambda times: {p.lower().split()[0] for p in times.holidays}),
    ("month", months.find, lambda times: times.months),
    ("months in one word", months.find_joined, lambda _: _HYPHEN),
    ("idiom", names.find_idiom, lambda times: {phrase.split()[0] for phrase in times.idioms}),
    ("weekday", weekdays.find, lambda times: times.weekdays),
    ("counted weekday", counted_days.find, lambda times: times.weekdays),
    ("weekday in one word", weekdays.find_joined, lambda _: _HYPHEN),
    ("day word", deictic.find, lambda times: times.days),
    ("step", steps.find, lambda times: times.steps),
    ("part of day", parts.find, lambda times: times.parts),
    ("part of every day", parts.find_often, lambda times: times.parts),
    ("clock", clock.find, lambda _: _NUMBER),
    ("named hour", clock.find_named, lambda times: times.clock),
    ("spoken hour", clock.find_spoken, lambda times: times.glue["beside-an-hour"]),
    ("date in digits", numeric.find, lambda _: _NUMBER),
    ("year", years.find, lambda _: _NUMBER),
    ("decade in words", decades.find, lambda times: times.decades),
    ("decade as a genitive", decades.find_genitive, lambda _: _NUMBER),
    ("decade in one word", decades.find_joined, lambda _: _HYPHEN),
    ("fiscal year in one word", years.find_fiscal, years.fiscal_words),
    ("turn of a century", turns.find, lambda times: times.glue["turn"]),
    ("turn in one word", turns.find_joined, lambda _: _HYPHEN),
    ("year and era in one word", eras.find_glued, lambda _: _NUMBER),
    ("year before Christ", eras.find_early, lambda _: _NUMBER),
    ("years of an era", eras.find, lambda times: times.eras),
    ("year in one word", years.find_joined, lambda _: _HYPHEN),
    ("length", lengths.find, lambda times: times.units),
    ("length in one word", lengths.find_joined, lambda _: _HYPHEN),
    ("part of another year", yearly.find, lambda _: _HYPHEN),
    ("season", seasons.find, lambda times: times.seasons),
    ("ordinal", ordinals.find, lambda times: times.ordinals),
    ("piece of a month", ordinals.find_in_month, lambda times: times.ordinals),
    ("ordinal in digits", ordinals.find_number, lambda _: _NUMBER),
    ("ordinal in one word", ordinals.find_joined, lambda _: _HYPHEN),
    ("phase of a century", ordinals.find_phase, lambda _: _HYPHEN),
    ("quarter", quarters.find, lambda times: times.quarters),
    ("phase in one word", phases.find_joined, lambda _: _HYPHEN),
    ("phase without a hyphen", phases.find_fused, phases.fused),
    ("end of a year", phases.find_end, lambda times: times.phases),
    ("end of a year in one word", phases.find_end_joined, lambda _: _HYPHEN),
    ("every", sets.find, lambda times: times.glue["every"]),
    ("how often", sets.find_rate, lambda times: times.glue["a"]),
    ("vague", vague.find_phrase, lambda times: {phrase.split()[0] for phrase in times.vague}),
    ("time told", vague.find_told, lambda times: times.glue["that"]),
    ("how often", vague.find_set, lambda times: times.sets),
    ("length by itself", vague.find_length, lambda times: times.lengths),
)

Dispatch = dict[str, tuple[tuple[str, Rule], ...]]


@lru_cache(maxsize=8)
def dispatch(times: Times) -> Dispatch:
    """The rules to ask at each word."""
    table: dict[str, set[int]] = {}
    for number, (_, _, words) in enumerate(RULES):
        for word in words(times):
            table.setdefault(word, set()).add(number)
    for word in table:
        # "60" opens a name, "60 Minutes", and is a number all the same.
        table[word] |= table.get(_of_kind(word), set())
    return {word: tuple(RULES[n][:2] for n in sorted(rules)) for word, rules in table.items()}


def _of_kind(word: str) -> str:
    """What a word is looked up as besides itself: a number, a word with a hyphen, or ""."""
    if "0" <= word < ":":
        return _NUMBER
    return _HYPHEN if "-" in word and len(word) > _SHORTEST else ""


def candidates(page: Page, stop: int | None = None) -> Iterator[Found]:
    """All that any rule finds, overlapping and all, in order of the words that called the rules.

    Args:
        page: the tokens, its window before the first of them.
        stop: only the tokens before this one.
    """
    table = dispatch(page.times)
    look = table.get
    for at, word in enumerate(page.low if stop is None else page.low[:stop]):
        rules = look(word)
        if rules is None:
            # Nearly all words end here, and a call for each of them would be the half of it.
            if not ("0" <= word < ":" or "-" in word) or not (kind := _of_kind(word)):
                continue
            rules = table[kind]
        page.turn_to(at)
        for name, rule in rules:
            for found in rule(page, at):
                yield Found(found.first, found.stop, found.shape, name, found.cut)


def _rank(found: Found) -> tuple[bool, int]:
    return not isinstance(found.shape, names.NoTime), found.first - found.stop


def chosen(found: Iterable[Found]) -> list[Found]:
    """The longest of those that overlap, in order of their place."""
    taken: set[int] = set()
    kept = []
    for one in sorted(found, key=_rank):
        halves = _halves(one)
        if taken.isdisjoint(halves):
            taken.update(halves)
            if not isinstance(one.shape, names.NoTime):
                kept.append(one)
    return sorted(kept, key=lambda f: (f.first, f.cut[0]))


def _halves(found: Found) -> range:
    """The half tokens that an expression takes: 1991-1997 is one token and two years."""
    return range(2 * found.first + (found.cut[0] > 0), 2 * found.stop - (found.cut[1] > 0))
