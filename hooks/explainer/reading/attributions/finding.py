"""What a rule hands back: token ranges, before they become spans of the article."""

from dataclasses import dataclass

from explainer.lexicons.cues import Cue
from explainer.reading.nouns import NounGroup
from explainer.reading.tagged import Tagged
from explainer.reading.verbs import VerbGroup

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

    @property
    def participle(self) -> bool:
        """Whether it is a bare -ing form ("…, saying that X")."""
        return self.verb is not None and self.verb.first == self.verb.head and not self.verb.finite


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

    @property
    def is_hearsay(self) -> bool:
        """Whether the article's own clause says what nobody named expects: "is expected to end"."""
        return self.rule in ("passive-nobody", "adverb")


def trimmed(tagged: Tagged, first: int, stop: int) -> Range | None:
    """A range without commas, colons, full stops and dashes at its edges; None if nothing is left."""
    low = tagged.low
    while first < stop and low[first] in _EDGE:
        first += 1
    while stop > first and low[stop - 1] in _EDGE:
        stop -= 1
    return (first, stop) if first < stop else None


_EDGE = frozenset({",", ":", ";", ".", "-", "--", "–", "—", "?", "!"})


class Context:
    """What earlier cues of the same sentence found."""

    def __init__(self) -> None:
        self.last: Finding | None = None


def made(rule: str, use: Use, group: NounGroup | None, content: list[Range]) -> Finding:
    """The finding of a rule: its source is the noun group, its cue all tokens of the use."""
    source = (group.first, group.stop) if group else None
    core = (group.first, group.core) if group else None
    negative = use.verb is not None and use.verb.negative
    return Finding(rule, use, source, (use.first, use.stop), content, core, negative)
