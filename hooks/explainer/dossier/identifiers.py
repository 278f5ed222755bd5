"""Permalinks made from content: they survive edits elsewhere, and a person's corrections."""

import hashlib
import re
import unicodedata
from collections import Counter

from explainer.text.article import slugify

_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'"})


def normalised(words: str) -> str:
    """Words as they are compared: one form of each letter, one white space, one shape of quotes."""
    return " ".join(unicodedata.normalize("NFKC", words).translate(_QUOTES).split())


def words_of(name: str) -> tuple[str, ...]:
    """A name as it is compared: its words in lower case, without a last full stop."""
    return tuple(normalised(name).casefold().rstrip(".").split())


class Identifiers:
    """Gives out identifiers; one that is taken gets ``-2``, ``-3`` …, in order of asking."""

    def __init__(self) -> None:
        self._taken: Counter[str] = Counter()

    def sentence(self, words: str) -> str:
        """``s-`` and 8 hex digits of the sentence's normalised words."""
        digest = hashlib.sha256(normalised(words).encode()).hexdigest()[:8]
        return self._unique(f"s-{digest}")

    def claim(self, sentence: str, cue: str) -> str:
        """The sentence's id and the cue's words."""
        return self._unique(f"{sentence}-{_letters(cue) or 'cue'}")

    def event(self, sentence: str, time: str) -> str:
        """The sentence's id and the words of the time."""
        return self._unique(f"e-{sentence[2:]}-{_letters(time)}")

    def actor(self, name: str) -> str:
        return self._unique(slugify(name))

    def _unique(self, wanted: str) -> str:
        candidate = wanted
        while candidate in self._taken:
            self._taken[wanted] += 1
            candidate = f"{wanted}-{self._taken[wanted]}"
        self._taken[candidate] = 1
        return candidate


def _letters(words: str) -> str:
    return re.sub(r"[\W_]+", "-", words.casefold()).strip("-")[:40]
