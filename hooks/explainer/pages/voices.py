"""Whose words fill an article, as counts and shares."""

from collections.abc import Iterable
from dataclasses import dataclass

from explainer.dossier.model import Voice


@dataclass(frozen=True, slots=True)
class Share:
    """A voice, and its share of all words in per cent."""

    voice: Voice
    percent: float

    @property
    def words(self) -> int:
        """All its words, direct and indirect."""
        return self.voice.direct + self.voice.indirect


def shares(voices: Iterable[Voice]) -> list[Share]:
    """All voices, those with most words first."""
    voices = list(voices)
    total = sum(voice.direct + voice.indirect for voice in voices) or 1
    made = [Share(v, 100 * (v.direct + v.indirect) / total) for v in voices]
    return sorted(made, key=lambda share: -share.words)
