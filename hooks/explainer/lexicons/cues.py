"""Cues: the words by which a text says that somebody says, thinks or wants something."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from pathlib import Path

from explainer.lexicons.tables import read_table, shown
from explainer.lexicons.words import PREPOSITION, TO, inflect, spellings
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

    ``phrasal`` are verbs of two words, by form and second word: "pointed", "out"; ``split`` says by form
    which second words may stand behind the object: "turned … down". ``before`` and
    ``adjectives`` are phrases, the latter by their first word; ``before_starts`` and
    ``phrase_starts`` are the first words of the former and of both; ``heading`` is the sign between
    speaker and words in a heading.
    """

    verbs: Mapping[str, Cue]
    phrasal: Mapping[tuple[str, str], Cue]
    split: Mapping[str, frozenset[str]]
    nouns: Mapping[str, Cue]
    before: Mapping[tuple[str, ...], Cue]
    adjectives: Mapping[str, tuple[tuple[str, ...], Cue]]
    stances: Mapping[str, StanceWord]
    before_starts: frozenset[str]
    phrase_starts: frozenset[str]
    heading: Cue | None
    light: frozenset[str]
    mute: frozenset[str]
    goods: frozenset[str]
    measure: frozenset[str]


def load_cues(
    folder: Path,
    words: Mapping[str, int],
    irregular: Mapping[str, tuple[str, ...]],
    problems: Problems,
) -> Cues:
    """Reads ``stances.txt`` and ``cues/*.txt`` of a language's folder.

    Args:
        folder: the language's.
        words: word -> its classes: which words are prepositions.
        irregular: plain form -> its irregular ones.
        problems: takes a problem for each line that does not fit.
    """
    stances = {
        row.fields[0]: StanceWord(*row.fields)
        for row in read_table(folder / "stances.txt", problems, range(4, 5))
    }
    frames = {
        row.fields[0] for row in read_table(folder / "cues" / "frames.txt", problems, range(2, 3))
    }
    entries = _Entries(folder / "cues", stances, frames, words, problems)
    verbs: dict[str, Cue] = {}
    phrasal: dict[tuple[str, str], Cue] = {}
    for cue in entries.read("verbs.txt"):
        verb, _, particle = cue.lemma.partition(" ")
        for form in (f for base in spellings(verb) for f, _ in inflect(base, irregular)):
            if particle:
                phrasal.setdefault((form, particle), cue)
            else:
                verbs.setdefault(form, cue)
    split: dict[str, frozenset[str]] = {}
    for (form, particle), cue in phrasal.items():
        if "split" in cue.frames:
            split[form] = split.get(form, frozenset()) | {particle}
    nouns: dict[str, Cue] = {}
    for cue in entries.read("nouns.txt"):
        nouns[cue.lemma] = cue
        nouns[plural(cue.lemma)] = cue
    heading = None
    before: dict[tuple[str, ...], Cue] = {}
    adjectives: dict[str, tuple[tuple[str, ...], Cue]] = {}
    for cue in entries.read("phrases.txt"):
        phrase = tuple(cue.lemma.split())
        if "heading" in cue.frames:
            heading = cue
        elif "before" in cue.frames:
            before[phrase] = cue
        else:
            adjectives[phrase[0]] = (phrase, cue)
    light = (row.fields[0] for row in read_table(folder / "cues" / "light.txt", problems))
    starts = frozenset(phrase[0] for phrase in before)
    return Cues(
        verbs,
        phrasal,
        split,
        nouns,
        before,
        adjectives,
        stances,
        starts,
        starts | adjectives.keys(),
        heading,
        frozenset(form for verb in light for form, _ in inflect(verb, irregular)),
        **_things(folder / "cues" / "things.txt", problems),
    )


def _things(path: Path, problems: Problems) -> dict[str, frozenset[str]]:
    """The classes of things.txt, each with all its nouns in the singular and the plural."""
    things: dict[str, set[str]] = {"mute": set(), "goods": set(), "measure": set()}
    for row in read_table(path, problems, range(2, 3)):
        name, nouns = row.fields
        if name not in things:
            message = f"{name!r} is none of: {', '.join(things)}"
            problems.add(Problem(shown(path), row.line, 0, message, "lexicon-line"))
            continue
        for noun in nouns.split():
            things[name].update((noun, plural(noun)))
    return {name: frozenset(nouns) for name, nouns in things.items()}


def plural(noun: str) -> str:
    """A regular noun's plural."""
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


@dataclass(frozen=True)
class _Entries:
    """What the files of cues may say, and where the problems of their lines go."""

    folder: Path
    stances: Mapping[str, StanceWord]
    frames: Set[str]
    words: Mapping[str, int]
    problems: Problems

    def read(self, name: str) -> list[Cue]:
        """The entries of a file; the sentences behind them are for linguists, and tests read them."""
        path = self.folder / name
        cues: dict[str, Cue] = {}
        for row in read_table(path, self.problems, range(6, 7)):
            lemma, frames, kind, stance = row.fields[:4]
            cue = Cue(lemma, frozenset(frames.split()), kind, stance)
            wrong = self._wrong(cue)
            if lemma in cues:
                wrong.append(f"{lemma!r} has a line before this one; make one of the two")
            for message in wrong:
                self.problems.add(Problem(shown(path), row.line, 0, message, "lexicon-line"))
            if not wrong:
                cues[lemma] = cue
        return list(cues.values())

    def _wrong(self, cue: Cue) -> list[str]:
        lists = ((cue.type, TYPES), (cue.stance, self.stances))
        wrong = [
            f"{name!r} is none of: {', '.join(all_)}" for name, all_ in lists if name not in all_
        ]
        return wrong + [
            f"{frame!r} is neither a preposition nor one of: {', '.join(sorted(self.frames))}"
            for frame in sorted(cue.frames - self.frames)
            if not self.words.get(frame, 0) & (PREPOSITION | TO)
        ]
