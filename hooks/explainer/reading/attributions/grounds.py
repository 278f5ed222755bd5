"""What a finding rests on: the form of its content, of its source and of its cue.

How often readings on the same grounds were right is their confidence (precision.txt); the same
grounds are told to readers in plain words.
"""

from dataclasses import dataclass

from explainer.lexicons.words import CAPITAL, POSSESSIVE, PRONOUN, RELATIVE, THAT
from explainer.reading.attributions.finding import Finding
from explainer.reading.tagged import Tagged

#: A source of more words than that has appositions or clauses of its own.
_LONG = 12

_WHAT = {
    "quoted": "all that was said stands in quotation marks",
    "partly": "some of what was said stands in quotation marks",
    "that": "“that” opens what was said",
    "plain": "no sign opens what was said",
    "none": "what was said is not told",
}
_WHO = {
    "name": "a name stands beside it",
    "pronoun": "a pronoun stands beside it",
    "noun": "a noun stands beside it",
    "long": "a long description of the source stands beside it",
    "apart": "its source stands apart from it",
    "nobody": "no source is named",
}


@dataclass(frozen=True, slots=True)
class Grounds:
    """The form of content and source, by the keys above, and of the cue: speech, either or other."""

    rule: str
    what: str
    who: str
    cue: str

    @property
    def key(self) -> str:
        """As precision.txt writes it."""
        return f"{self.rule}, {self.what}, {self.who}, {self.cue}"

    @property
    def told(self) -> str:
        """In words for readers."""
        return f"{_WHO[self.who]}; {_WHAT[self.what]}"


def grounds(tagged: Tagged, finding: Finding) -> Grounds:
    """What a finding rests on."""
    return Grounds(finding.rule, _what(tagged, finding), _who(tagged, finding), _cue(finding))


def confidence(tagged: Tagged, on: Grounds) -> float:
    """How often findings on these grounds are right; else how often those of the rule are."""
    measured = tagged.lexicon.precision
    return measured.get(on.key, measured.get(on.rule, 0.5))


def _what(tagged: Tagged, finding: Finding) -> str:
    if not finding.content:
        return "none"
    quoted = [tagged.quotation[n] >= 0 for piece in finding.content for n in range(*piece)]
    if all(quoted):
        return "quoted"
    if tagged.bits[finding.content[0][0]] & THAT:
        return "that"
    return "partly" if any(quoted) else "plain"


def _who(tagged: Tagged, finding: Finding) -> str:
    if finding.source is None or finding.core is None:
        return "nobody"
    first, stop = finding.source
    if stop != finding.cue[0] and first != finding.cue[1]:
        return "apart"
    if stop - first > _LONG:
        return "long"
    bits = tagged.bits[finding.core[1] - 1]
    if finding.core[1] - finding.core[0] == 1 and bits & (PRONOUN | RELATIVE | POSSESSIVE):
        return "pronoun"
    return "name" if bits & CAPITAL else "noun"


def _cue(finding: Finding) -> str:
    """Whether the cue is a word of speech alone, one of speech and of deeds, or another."""
    frames = finding.use.cue.frames
    if "quote" not in frames:
        return "other"
    return "either" if "np" in frames else "speech"
