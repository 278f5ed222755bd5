"""What a finding rests on: its rule, and how much makes it doubtful.

How often the rule's readings with as many doubts were right is its confidence (precision.txt).
"""

from dataclasses import dataclass

from explainer.reading.attributions.doubts import Doubt, doubts
from explainer.reading.attributions.finding import Finding
from explainer.reading.tagged import Tagged

#: Where nothing was measured.
_UNKNOWN = 0.5


@dataclass(frozen=True, slots=True)
class Grounds:
    """A finding's rule and all doubts about it."""

    rule: str
    doubts: tuple[Doubt, ...]

    @property
    def count(self) -> int:
        """How many doubts there are; grave ones count twice."""
        return sum(doubt.counts for doubt in self.doubts)

    @property
    def key(self) -> str:
        """As precision.txt writes it."""
        return f"{self.rule}, {self.count}"

    @property
    def told(self) -> str:
        """In words for readers."""
        if not self.doubts:
            return "nothing here often misleads"
        return "what may mislead: " + ", ".join(doubt.told for doubt in self.doubts)


def grounds(tagged: Tagged, finding: Finding) -> Grounds:
    """What a finding rests on."""
    return Grounds(finding.rule, doubts(tagged, finding))


def confidence(tagged: Tagged, on: Grounds) -> float:
    """How often the rule's findings with as many doubts are right; else how often all of them are."""
    measured = tagged.lexicon.precision
    for count in range(on.count, -1, -1):
        if (share := measured.get(f"{on.rule}, {count}")) is not None:
            return share
    return measured.get(on.rule, _UNKNOWN)
