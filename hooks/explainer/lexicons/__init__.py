"""Everything the machine knows about a language, from text files that a linguist edits.

Loaded when a build begins and kept as long as no file has changed.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from explainer.lexicons.cues import Cues, load_cues
from explainer.lexicons.names import Names, load_names
from explainer.lexicons.statuses import StatusWords, load_statuses
from explainer.lexicons.tables import read_table, shown
from explainer.lexicons.times import Times, load_times
from explainer.lexicons.words import CUE, PHRASAL, TIME, add_verbs, read_classes, read_irregular
from explainer.problems import Problem, Problems

#: One folder a language, named by its ISO 639-1 code.
FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Lexicon:
    """The words of one language.

    Args:
        language: its ISO 639-1 code.
        words: word in lower case -> its classes, as bits (see :mod:`explainer.lexicons.words`).
        cues: reporting words.
        names: names, and nouns that tell what is named.
        times: words of time expressions.
        statuses: words that tell whether what a clause dates happened.
        precision: rule for attributions -> how often it is right, 0 to 1.
        credits: how credit lines begin.
        furniture: lines of web pages that are no part of an article, in lower case.
        problems: lines of the files that do not fit.
    """

    language: str
    words: dict[str, int]
    cues: Cues
    names: Names
    times: Times
    statuses: StatusWords
    precision: dict[str, float]
    credits: tuple[str, ...]
    furniture: frozenset[str]
    problems: tuple[Problem, ...]

    def is_furniture(self, words: str) -> bool:
        """True for a line that a web page has beside its article: "Advertisement", "Read more:"."""
        return " ".join(words.casefold().split()).rstrip(" .:…") in self.furniture


def load(language: str, folder: Path = FOLDER) -> Lexicon | None:
    """The lexicon of a language, or None if there is none for it."""
    home = folder / language
    if not language.isalpha() or not home.is_dir():
        return None
    files = sorted(home.rglob("*.txt"))
    return _load(home, tuple((str(f), f.stat().st_mtime_ns, f.stat().st_size) for f in files))


@lru_cache(maxsize=8)
def _load(home: Path, _stamp: tuple[tuple[str, int, int], ...]) -> Lexicon:
    problems = Problems()
    irregular = read_irregular(home / "words" / "irregular.txt", problems)
    words = read_classes(home / "words" / "classes.txt", problems)
    verbs = (row.fields[0] for row in read_table(home / "words" / "verbs.txt", problems))
    add_verbs(words, verbs, irregular)
    cues = load_cues(home, words, irregular, problems)
    lemmas = {cue.lemma for cue in cues.verbs.values()}
    phrasal = {cue.lemma.partition(" ")[0] for cue in cues.phrasal.values()}
    add_verbs(words, lemmas, irregular, CUE)
    add_verbs(words, phrasal - lemmas, irregular, PHRASAL)
    times = load_times(home / "times", problems)
    for word in (*times.weekdays, *times.months, *times.units, *times.parts, *times.days):
        words[word] = words.get(word, 0) | TIME
    return Lexicon(
        language=home.name,
        words=words,
        cues=cues,
        names=load_names(home, problems),
        times=times,
        statuses=load_statuses(home / "statuses", problems),
        precision=_precision(home / "precision.txt", problems),
        credits=tuple(r.fields[0] for r in read_table(home / "credits.txt", problems)),
        furniture=frozenset(
            r.fields[0].casefold() for r in read_table(home / "furniture.txt", problems)
        ),
        problems=tuple(problems),
    )


def _precision(path: Path, problems: Problems) -> dict[str, float]:
    figures: dict[str, float] = {}
    for row in read_table(path, problems, range(2, 3)):
        rule, figure = row.fields
        try:
            figures[rule] = float(figure)
        except ValueError:
            message = f"{figure!r} is no number from 0 to 1"
            problems.add(Problem(shown(path), row.line, 0, message, "lexicon-line"))
    return figures
