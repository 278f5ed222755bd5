"""What scripts/evaluate and scripts/compare count: words of spans, and pairs that answer each other."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

Words = frozenset[int]
Row = dict[str, Any]

#: The words of an attribution's source, cue and content.
Relation = tuple[Words, ...]

_WORD = re.compile(r"\w+(?:['’.-]\w+)*|\S")
ROLES = ("source", "cue", "content")


class Text:
    """The words of a document, for spans of characters."""

    def __init__(self, text: str) -> None:
        self._at: dict[int, int] = {}
        self._sign: list[bool] = []
        for number, found in enumerate(_WORD.finditer(text)):
            self._sign.append(not any(map(str.isalnum, found[0])))
            for place in range(found.start(), found.end()):
                self._at[place] = number

    def words(self, spans: Iterable[Sequence[int]]) -> Words:
        """The words that spans touch, each without the signs at its edges."""
        touched: set[int] = set()
        for start, end in spans:
            words = sorted({self._at[p] for p in range(start, end) if p in self._at})
            inner = [word for word in words if not self._sign[word]]
            if inner:
                words = [word for word in words if inner[0] <= word <= inner[-1]]
            touched.update(words)
        return frozenset(touched)


def shared(one: Words, other: Words) -> float:
    """The share of words that two sets have in common, 0 to 1."""
    return len(one & other) / len(one | other) if one or other else 0.0


def same_source(one: Words, other: Words) -> float:
    """The share of words of two sources; two that name nobody are the same."""
    return 1.0 if not one and not other else shared(one, other)


def matched(
    gold: Sequence[Any], found: Sequence[Any], likeness: Callable[[Any, Any], float], least: float
) -> list[tuple[int, int]]:
    """Pairs, one to one, the likest first; earlier ones first among equals."""
    likest = sorted(
        (
            (-likeness(one, other), i, j)
            for i, one in enumerate(gold)
            for j, other in enumerate(found)
        ),
    )
    taken: tuple[set[int], set[int]] = (set(), set())
    pairs = []
    for unlike, i, j in likest:
        if -unlike < least or not unlike:
            break
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            pairs.append((i, j))
    return pairs


def relations(text: Text, row: Row) -> list[Relation]:
    """The words of source, cue and content of a document\'s attributions."""
    found = row.get("attributions", [])
    return [tuple(text.words(one.get(role) or []) for role in ROLES) for one in found]


def relation_likeness(one: Relation, other: Relation) -> float:
    """How much two attributions have in common; content decides between two that are alike."""
    if not any(a & b for a, b in zip(one, other, strict=True)):
        return 0.0
    content = 1.01 * shared(one[2], other[2])
    return content + same_source(one[0], other[0]) + shared(one[1], other[1])


def who_and_what(one: Relation, other: Relation) -> bool:
    """Whether two attributions share half of their sources and half of their contents."""
    return shared(one[2], other[2]) >= 0.5 and same_source(one[0], other[0]) >= 0.5


def errors(
    gold: Sequence[Relation], found: Sequence[Relation], pairs: Sequence[tuple[int, int]]
) -> Iterator[str]:
    """What is wrong in who and what, a name for each annotated relation that was not reached and each
    found one that answers none.
    """
    for i, j in pairs:
        who = same_source(gold[i][0], found[j][0]) >= 0.5
        what = shared(gold[i][2], found[j][2]) >= 0.5
        if not (who and what):
            yield (
                "another source"
                if what
                else "another content"
                if who
                else "another source and content"
            )
    yield from ["nothing found"] * (len(gold) - len(pairs))
    yield from ["found where nothing is annotated"] * (len(found) - len(pairs))


def timex_errors(
    gold: Sequence[Row], found: Sequence[Row], pairs: Sequence[tuple[int, int]]
) -> Iterator[str]:
    """The same for time expressions: a wrong place and a wrong value are told apart."""
    for i, j in pairs:
        one, other = gold[i], found[j]
        value = one.get("value") == other.get("value")
        place = (one["start"], one["end"]) == (other["start"], other["end"])
        if not value:
            same = one.get("type") == other.get("type")
            yield f"another {'value' if same else 'type and value'}{'' if place else ', another place'}"
        elif not place:
            yield "another place"
    yield from ["nothing found"] * (len(gold) - len(pairs))
    yield from ["found where nothing is annotated"] * (len(found) - len(pairs))
