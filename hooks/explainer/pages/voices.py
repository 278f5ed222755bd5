"""Whose words fill an article, as counts and shares."""

from collections.abc import Iterable
from dataclasses import dataclass

from explainer.dossier.model import Voice


@dataclass(frozen=True, slots=True)
class Share:
    """One voice: its words, direct and indirect, and its share of all words in per cent."""

    actor: str
    label: str
    direct: int
    indirect: int
    percent: float

    @property
    def words(self) -> int:
        """All its words."""
        return self.direct + self.indirect


def shares(voices: Iterable[Voice]) -> list[Share]:
    """All voices, those with most words first."""
    voices = list(voices)
    total = sum(voice.direct + voice.indirect for voice in voices) or 1
    made = [
        Share(v.actor, v.label, v.direct, v.indirect, 100 * (v.direct + v.indirect) / total)
        for v in voices
    ]
    return sorted(made, key=lambda share: -share.words)
