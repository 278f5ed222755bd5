"""Cues: the words by which a text says that somebody says, thinks or wants something."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from explainer.lexicons.tables import Row, read_table, shown
from explainer.lexicons.words import inflect, spellings
from explainer.problems import Problem, Problems

TYPES = ("speech", "belief", "perception", "intention", "question", "support", "decree")


@dataclass(frozen=True, slots=True)
class StanceWord:
    """One entry of the closed list of stances, with its sign and word for readers,
    and the stance that it becomes with "not"."""

    name: str
    sign: str
    word: str
    negated: str


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting word or phrase: what may follow it, and what it says about its content."""

    lemma: str
    frames: frozenset[str]
    type: str
    stance: str


@dataclass(frozen=True)
class Cues:
    """All cues of a language, by the form in which they stand in a text.

    ``phrasal`` are verbs of two words, by form and second word: "pointed", "out". ``before`` and
    ``adjectives`` are phrases, the latter by their first word; ``before_starts`` and
    ``phrase_starts`` are the first words of the former and of both; ``heading`` is the sign between
    speaker and words in a heading.
    """

    verbs: Mapping[str, Cue]
    phrasal: Mapping[tuple[str, str], Cue]
    nouns: Mapping[str, Cue]
    before: Mapping[tuple[str, ...], Cue]
    adjectives: Mapping[str, tuple[tuple[str, ...], Cue]]
    stances: Mapping[str, StanceWord]
    before_starts: frozenset[str]
    phrase_starts: frozenset[str]
    heading: Cue | None


def load_cues(folder: Path, irregular: Mapping[str, tuple[str, ...]], problems: Problems) -> Cues:
    """Reads ``stances.txt`` and ``cues/*.txt`` of a language's folder."""
    stances = {
        row.fields[0]: StanceWord(*row.fields)
        for row in read_table(folder / "stances.txt", problems, range(4, 5))
    }
    verbs: dict[str, Cue] = {}
    phrasal: dict[tuple[str, str], Cue] = {}
    for cue in _cues(folder / "cues" / "verbs.txt", stances, problems):
        verb, _, particle = cue.lemma.partition(" ")
        for form in (f for base in spellings(verb) for f, _ in inflect(base, irregular)):
            if particle:
                phrasal.setdefault((form, particle), cue)
            else:
                verbs.setdefault(form, cue)
    nouns: dict[str, Cue] = {}
    for cue in _cues(folder / "cues" / "nouns.txt", stances, problems):
        nouns[cue.lemma] = cue
        nouns[plural(cue.lemma)] = cue
    heading = None
    before: dict[tuple[str, ...], Cue] = {}
    adjectives: dict[str, tuple[tuple[str, ...], Cue]] = {}
    for cue in _cues(folder / "cues" / "phrases.txt", stances, problems):
        words = tuple(cue.lemma.split())
        if "heading" in cue.frames:
            heading = cue
        elif "before" in cue.frames:
            before[words] = cue
        else:
            adjectives[words[0]] = (words, cue)
    starts = frozenset(words[0] for words in before)
    return Cues(
        verbs,
        phrasal,
        nouns,
        before,
        adjectives,
        stances,
        starts,
        starts | adjectives.keys(),
        heading,
    )


def plural(noun: str) -> str:
    """A regular noun's plural."""
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def _cues(path: Path, stances: Mapping[str, StanceWord], problems: Problems) -> list[Cue]:
    rows = read_table(path, problems, range(4, 5))
    return [cue for row in rows if (cue := _cue(row, path, stances, problems))]


def _cue(row: Row, path: Path, stances: Mapping[str, StanceWord], problems: Problems) -> Cue | None:
    lemma, frames, kind, stance = row.fields
    for name, known in ((kind, TYPES), (stance, tuple(stances))):
        if name not in known:
            message = f"{name!r} is none of: {', '.join(known)}"
            problems.add(Problem(shown(path), row.line, 0, message, "lexicon-line"))
            return None
    return Cue(lemma, frozenset(frames.split()), kind, stance)
