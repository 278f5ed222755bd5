"""What a rule hands back: token ranges, before they become spans of the article."""

from dataclasses import dataclass

from explainer.lexicons.cues import Cue
from explainer.reading.groups import VerbGroup
from explainer.reading.tagged import Tagged

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Use:
    """A cue as it is used in a sentence.

    Args:
        cue: its entry in the lexicon.
        first, stop: its tokens.
        start, end: the tokens of its sentence, without the final full stop.
        verb: its verb group, if it is a verb.
    """

    cue: Cue
    first: int
    stop: int
    start: int
    end: int
    verb: VerbGroup | None = None


@dataclass(slots=True)
class Finding:
    """An attribution in tokens: ``source``, ``cue`` and ``content`` are ranges, the end exclusive.

    ``core`` is the source without its appositions; ``quotation`` the number of the quotation that
    is its content, if it is one.
    """

    rule: str
    use: Use
    source: Range | None
    cue: Range
    content: list[Range]
    core: Range | None = None
    negative: bool = False


def trimmed(tagged: Tagged, first: int, stop: int) -> Range | None:
    """A range without commas, colons, full stops and dashes at its edges; None if nothing is left."""
    low = tagged.low
    while first < stop and low[first] in _EDGE:
        first += 1
    while stop > first and low[stop - 1] in _EDGE:
        stop -= 1
    return (first, stop) if first < stop else None


_EDGE = frozenset({",", ":", ";", ".", "-", "--", "–", "—", "?", "!"})
