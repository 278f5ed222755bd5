"""What stands beside a name and says who the person is: "Anna Berg, a farmer from Ohio,".

A description is a noun group whose noun can only be a person's (persons.txt), set off by commas before
or after the name, or directly before it; or an age. Where a comma may separate two persons of a list,
or the next clause may begin, nothing is read.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from explainer.lexicons.names import ANY
from explainer.lexicons.words import (
    AUXILIARY,
    CONJUNCTION,
    DETERMINER,
    POSSESSIVE,
    PREPOSITION,
    RELATIVE,
    SIGN,
    SUBORDINATOR,
    VERB,
    VERB_BASE,
    VERB_ING,
    VERB_PAST,
    VERB_S,
    WH,
)
from explainer.reading.names import Name
from explainer.reading.nouns import left_edge, noun_group_right, walk_left
from explainer.reading.tagged import Tagged

_OLDEST = 120
_ENDS = frozenset({",", ".", ";", ":", ")", "–", "—", "!", "?"})
#: What may follow a description without a comma: "a farmer who …".
_GOES_ON = RELATIVE | WH | VERB_ING

#: What may stand before a description that nothing sets off: else a word of it, such as "former", may
#: be missing.
_BORDER = SIGN | PREPOSITION | CONJUNCTION | SUBORDINATOR | VERB_PAST | VERB_S | AUXILIARY

_PARTS = SIGN | PREPOSITION | CONJUNCTION


@dataclass(frozen=True, slots=True)
class Apposition:
    """Tokens ``first`` up to ``stop`` beside a name: the noun that tells, or "" and an age."""

    first: int
    stop: int
    noun: str
    age: int | None = None


def find_appositions(
    tagged: Tagged, names: Sequence[Name]
) -> tuple[list[Name], list[tuple[Apposition, ...]]]:
    """What is said beside each name of a person.

    Returns:
        The names, where a name that the text did not explain is a person's if what stands beside it says
        so; and for each one its descriptions.
    """
    known, found = [], []
    fields = tagged.lexicon.names.persons
    sentences = iter(tagged.sentences)
    start = end = 0
    for name in names:
        while name.first >= end:
            start, end = next(sentences)
        beside = tuple(_beside(tagged, name, start, end))
        explained = any(a.noun and ANY not in fields[a.noun] for a in beside)
        person = name.kind == "name" and " " in name.name and explained
        known.append(replace(name, kind="person", rule="apposition") if person else name)
        found.append(beside if known[-1].kind == "person" else ())
    return known, found


def _beside(tagged: Tagged, name: Name, start: int, end: int) -> Iterator[Apposition]:
    """What stands beside a name in its sentence, from ``start`` up to ``end``."""
    if name.kind not in ("person", "name"):
        return
    stop = name.stop
    for age in _age(tagged, stop, end):
        yield age
        stop = age.stop + (tagged.low[name.stop] == "(")
    yield from chain(_after(tagged, stop, end), _before(tagged, name, start, end))


def _age(tagged: Tagged, at: int, end: int) -> Iterator[Apposition]:
    """ "Anna Berg (37)", "Anna Berg, 37, a farmer"."""
    low = tagged.low
    if at + 2 >= end or not low[at + 1].isdecimal() or not low[at + 1].isascii():
        return
    closed = (low[at], low[at + 2]) in (("(", ")"), (",", ","))
    if closed and 0 < (age := int(low[at + 1][:4])) <= _OLDEST:
        yield Apposition(at + 1, at + 2, "", age)


def _after(tagged: Tagged, comma: int, end: int) -> Iterator[Apposition]:
    """ ", a farmer from Ohio," and ", head of the union,"."""
    if comma + 1 >= end or tagged.low[comma] != ",":
        return
    first = comma + 1
    group = noun_group_right(tagged, first, end)
    if group is None or (head := _head(tagged, first, group.core)) is None:
        return
    opens = _opens(tagged, first, head) or tagged.bits[head + 1] & PREPOSITION
    if opens and _is_closed(tagged, group.stop, end):
        yield Apposition(first, group.stop, tagged.low[head])


def _before(tagged: Tagged, name: Name, start: int, end: int) -> Iterator[Apposition]:
    """ "the finance minister, Anna Berg," and "farmer Anna Berg"."""
    last = name.first - 1
    if last > start and tagged.low[last] == ",":
        edge = left_edge(tagged, last, start)
        first = last if edge is None else _last_part(tagged, edge, last, CONJUNCTION)
        if not _opens(tagged, first, last) or not _is_closed(tagged, name.stop, end):
            return
        if (head := _head(tagged, first, last)) is not None:
            yield Apposition(first, last, tagged.low[head])
    elif last >= start and _is_person(tagged, last) and _is_small(tagged, last):
        first = _last_part(tagged, _first(tagged, last, start), last, _PARTS)
        if first == start or _opens(tagged, first, last) or tagged.bits[first - 1] & _BORDER:
            yield Apposition(first, last + 1, tagged.low[last])


def _is_small(tagged: Tagged, at: int) -> bool:
    """Written without a capital: "Judge Anna Berg" has a title."""
    return tagged.document.tokens.text[at][0].islower()


def _first(tagged: Tagged, last: int, start: int) -> int:
    """The first token of a group; of "finance minister" too, whose first noun is a verb elsewhere."""
    before = last - 1
    verb = before > start and tagged.bits[before] & VERB == VERB_BASE
    return walk_left(tagged, before if verb else last, start)


def _last_part(tagged: Tagged, first: int, last: int, parts: int) -> int:
    """Where what belongs to the last noun begins: "Mayor Carl Dahl and | his late son"."""
    cuts = (at + 1 for at in range(first, last) if tagged.bits[at] & parts and _parts(tagged, at))
    return max(cuts, default=first)


def _parts(tagged: Tagged, at: int) -> bool:
    return not tagged.is_hyphen(at) and tagged.low[at] not in ("'", "'s")


def _head(tagged: Tagged, first: int, stop: int) -> int | None:
    """The noun of a group, if it is a person's: the last word before "of", "from" …"""
    inside = range(first + 1, stop)
    last = next((at for at in inside if tagged.bits[at] & PREPOSITION), stop) - 1
    return last if _is_person(tagged, last) else None


def _is_person(tagged: Tagged, at: int) -> bool:
    return tagged.low[at] in tagged.lexicon.names.persons


def _opens(tagged: Tagged, first: int, last: int) -> bool:
    """Whether a group says that it is one: "a farmer", "their leader", "Japan's prime minister"."""
    determined = tagged.bits[first] & (DETERMINER | POSSESSIVE)
    return bool(determined) or "'s" in tagged.low[first:last]


def _is_closed(tagged: Tagged, at: int, end: int) -> bool:
    """Whether what stands beside a name ends here, and is no part of a list or of a clause."""
    if at >= end:
        return True
    if tagged.low[at] != ",":
        return tagged.low[at] in _ENDS or bool(tagged.bits[at] & _GOES_ON)
    joined = at + 2 < end and tagged.bits[at + 1] & CONJUNCTION
    return not joined or not tagged.bits[at + 2] & (DETERMINER | POSSESSIVE)
