"""What makes a reading doubtful: each doubt is one thing about its source, its cue or its content.

A doubt alone says little; how many there are tells well how often a rule's findings are right
(precision.txt). Those that most often come with a wrong source count twice.
"""

from collections.abc import Callable
from dataclasses import dataclass

from explainer.lexicons.words import (
    CAPITAL,
    CONJUNCTION,
    MODAL,
    PERSON,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SIGN,
    SUBORDINATOR,
    THAT,
    VERB,
    VERB_PAST,
)
from explainer.reading.attributions.finding import Finding
from explainer.reading.tagged import Tagged

#: Between a source and its cue more words than that seldom are an adverb or a time.
_NEAR = 2
#: A content of fewer words than that, a rest of its sentence, and a sentence of more, are odd.
_SHORT = 7
_REST = 4
_LONG = 30


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing that makes readings doubtful.

    Args:
        told: in words for readers.
        counts: as how many it counts.
        holds: whether a finding has it.
    """

    told: str
    counts: int
    holds: Callable[[Tagged, Finding], bool]


def doubts(tagged: Tagged, finding: Finding) -> tuple[Doubt, ...]:
    """All doubts about a finding."""
    return tuple(doubt for doubt in DOUBTS if doubt.holds(tagged, finding))


# The source


def _is_relative(tagged: Tagged, finding: Finding) -> bool:
    if finding.source is None:
        return False
    first, stop = finding.source
    alone = stop - first == 1 and tagged.bits[first] & RELATIVE
    return bool(alone) or any(tagged.bits[at] & RELATIVE for at in range(stop, finding.cue[0]))


def _is_amid(tagged: Tagged, finding: Finding) -> bool:
    """Whether a word stands before the source that may own it: "the head of *the mission* said"."""
    if finding.source is None or finding.rule.startswith("quotation"):
        return False
    first, stop = finding.source
    if stop > finding.cue[0] or first == finding.use.start or _is_relative(tagged, finding):
        return False
    before = tagged.bits[first - 1]
    opens = before & (SIGN | CONJUNCTION) or (before & SUBORDINATOR and not before & PREPOSITION)
    return not opens


def _distance(finding: Finding) -> int:
    """How many words stand between source and cue; none where there is no source."""
    if finding.source is None:
        return 0
    first, stop = finding.source
    return max(first - finding.cue[1], finding.cue[0] - stop)


def _is_apart(tagged: Tagged, finding: Finding) -> bool:
    return _distance(finding) != 0


def _is_far(tagged: Tagged, finding: Finding) -> bool:
    return abs(_distance(finding)) > _NEAR


def _is_unnamed(tagged: Tagged, finding: Finding) -> bool:
    if finding.core is None:
        return True
    last = tagged.bits[finding.core[1] - 1]
    if finding.core[1] - finding.core[0] == 1 and last & PRONOUN:
        return not last & PERSON
    return not last & CAPITAL


def _has_preposition(tagged: Tagged, finding: Finding) -> bool:
    return _source_has(tagged, finding, PREPOSITION)


def _has_verb(tagged: Tagged, finding: Finding) -> bool:
    return _source_has(tagged, finding, VERB)


def _source_has(tagged: Tagged, finding: Finding, bits: int) -> bool:
    words = tagged.bits[slice(*finding.core)] if finding.core else ()
    return any(word & bits and not word & CAPITAL for word in words)


# The cue


def _is_no_speech(tagged: Tagged, finding: Finding) -> bool:
    return finding.use.cue.type != "speech"


def _is_deed(tagged: Tagged, finding: Finding) -> bool:
    frames = finding.use.cue.frames
    return "quote" not in frames or "np" in frames


def _is_not_past(tagged: Tagged, finding: Finding) -> bool:
    verb = finding.use.verb
    return verb is None or not tagged.bits[verb.head] & VERB_PAST


def _is_modal(tagged: Tagged, finding: Finding) -> bool:
    return any(bits & MODAL for bits in tagged.bits[slice(*finding.cue)])


# The content, and the sentence


def _is_unmarked(tagged: Tagged, finding: Finding) -> bool:
    if _is_quoted(tagged, finding) or not finding.content:
        return False
    return not tagged.bits[finding.content[0][0]] & THAT


def _is_quoted(tagged: Tagged, finding: Finding) -> bool:
    return all(tagged.quotation[at] >= 0 for piece in finding.content for at in range(*piece))


def _has_commas(tagged: Tagged, finding: Finding) -> bool:
    if _is_quoted(tagged, finding):
        return False
    return any("," in tagged.low[first:stop] for first, stop in finding.content)


def _is_short(tagged: Tagged, finding: Finding) -> bool:
    return sum(stop - first for first, stop in finding.content) < _SHORT


def _stands_off(tagged: Tagged, finding: Finding) -> bool:
    return bool(finding.content) and finding.content[0][0] > finding.cue[1]


def _leaves_rest(tagged: Tagged, finding: Finding) -> bool:
    return bool(finding.content) and finding.use.end - finding.content[-1][1] > _REST


def _is_long(tagged: Tagged, finding: Finding) -> bool:
    return finding.use.end - finding.use.start > _LONG


#: In the order in which readers are told them.
DOUBTS = (
    Doubt("its source is “who” or “which”, or stands before it", 2, _is_relative),
    Doubt("its source may belong to the words before it", 2, _is_amid),
    Doubt("words stand between source and cue", 1, _is_apart),
    Doubt("many words stand between source and cue", 1, _is_far),
    Doubt("its source is neither a name nor “he” or “she”", 1, _is_unnamed),
    Doubt("its source has a preposition in it", 1, _has_preposition),
    Doubt("a word of its source may be a verb", 1, _has_verb),
    Doubt("the cue is no word of speech", 1, _is_no_speech),
    Doubt("the cue can be a deed", 1, _is_deed),
    Doubt("the cue does not tell of the past", 1, _is_not_past),
    Doubt("the cue tells what may be", 1, _is_modal),
    Doubt("no sign opens what was said", 1, _is_unmarked),
    Doubt("what was said has commas", 1, _has_commas),
    Doubt("what was said is short", 1, _is_short),
    Doubt("words stand between the cue and what was said", 1, _stands_off),
    Doubt("the sentence goes on after what was said", 1, _leaves_rest),
    Doubt("the sentence is long", 1, _is_long),
)
