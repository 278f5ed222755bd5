"""What a dated clause is: told as having happened, or only said, claimed, planned, feared, denied."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, cast, get_args

from explainer.lexicons.tables import Row, read_table, shown
from explainer.problems import Problem, Problems

#: *happened*, in the article's own voice; *said*, the saying is what is dated; *claimed*, somebody's
#: word; *planned*, *wanted*, *feared*, *conditional*; *denied*, told not to have happened.
Status = Literal[
    "happened", "said", "claimed", "planned", "wanted", "feared", "conditional", "denied"
]


@dataclass(frozen=True, slots=True)
class Mood:
    """What a word of a clause makes of it, in the article's own voice and in what somebody says."""

    told: Status
    claimed: Status


#: How a hedge stands in a sentence, see ``hedges.txt``.
Use = Literal[
    "adverb",
    "nearly",
    "amount",
    "verb",
    "passive",
    "complement",
    "adjective",
    "person",
    "accusation",
    "verdict",
    "deed",
    "date",
    "toward",
    "noun",
    "that",
    "known",
    "aside",
    "inside",
    "setting",
    "colon",
    "if",
    "case",
    "turned",
    "undone",
    "nobody",
    "neither",
    "instead",
]


#: In a phrase: a few words may stand there, "believed … to" for "believed *by some* to".
_GAP = "..."
#: So many at most, and no comma.
_LONGEST_GAP = 6


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Words; those of ``tail`` stand at once behind ``head``, or a little further."""

    head: tuple[str, ...]
    tail: tuple[str, ...]
    status: Status

    @property
    def length(self) -> int:
        return len(self.head) + len(self.tail)

    def stop(self, low: Sequence[str], first: int) -> int | None:
        """The token behind the phrase, if it begins at a token, which is its first word."""
        stop = first + len(self.head)
        if len(self.head) > 1 and tuple(low[first:stop]) != self.head:
            return None
        for at in range(stop, min(len(low), stop + _LONGEST_GAP) if self.tail else stop):
            if low[at] == ",":
                return None
            if tuple(low[at : at + len(self.tail)]) == self.tail:
                return at + len(self.tail)
        return None if self.tail else stop


class Hedges:
    """Words and phrases that keep a clause from being told as a fact, by their use."""

    def __init__(self) -> None:
        self._phrases: dict[Use, dict[str, list[_Phrase]]] = {use: {} for use in get_args(Use)}
        self._uses: dict[str, list[Use]] = {}
        self._second: dict[str, set[str]] = {}

    def add(self, use: Use, phrase: str, status: Status) -> None:
        head, _, tail = (tuple(part.split()) for part in phrase.partition(_GAP))
        known = self._phrases[use].setdefault(head[0], [])
        if not known:
            self._uses.setdefault(head[0], []).append(use)
        self._second.setdefault(head[0], set()).add(head[1] if len(head) > 1 else "")
        known.append(_Phrase(head, tail, status))
        known.sort(key=lambda one: -one.length)

    def beginnings(self, low: Sequence[str]) -> Iterator[tuple[int, Sequence[Use]]]:
        """The tokens at which phrases may begin, with their uses."""
        known = self._second
        for at in [at for at, word in enumerate(low) if word in known]:
            second = known[low[at]]
            if "" in second or (at + 1 < len(low) and low[at + 1] in second):
                yield at, self._uses[low[at]]

    def at(self, use: Use, low: Sequence[str], first: int) -> tuple[int, Status] | None:
        """The longest phrase that begins at a token: the token behind it, and what it shows."""
        for phrase in self._phrases[use].get(low[first], ()):
            if (stop := phrase.stop(low, first)) is not None:
                return stop, phrase.status
        return None


@dataclass(frozen=True)
class StatusWords:
    """Words of a language that tell a clause's status.

    Args:
        moods: by word in lower case.
        contents: what the content of a claim is, by the claim's stance or type.
        past: auxiliaries and copulas in the past tense.
        hedges: words that keep what the article itself tells from being a fact.
    """

    moods: Mapping[str, Mood]
    contents: Mapping[str, Status]
    past: frozenset[str]
    hedges: Hedges = field(default_factory=Hedges)


def load_statuses(folder: Path, problems: Problems) -> StatusWords:
    """Reads ``moods.txt``, ``contents.txt``, ``past.txt`` and ``hedges.txt`` of a folder."""
    moods: dict[str, Mood] = {}
    for row in read_table(folder / "moods.txt", problems, range(3, 5)):
        forms, *statuses = row.fields[:3]
        told, claimed = (_status(name, row, folder / "moods.txt", problems) for name in statuses)
        if told and claimed:
            moods.update({form.strip(): Mood(told, claimed) for form in forms.split(",")})
    contents: dict[str, Status] = {}
    for row in read_table(folder / "contents.txt", problems, range(2, 3)):
        if status := _status(row.fields[1], row, folder / "contents.txt", problems):
            contents[row.fields[0]] = status
    past = frozenset(row.fields[0] for row in read_table(folder / "past.txt", problems))
    return StatusWords(moods, contents, past, _hedges(folder / "hedges.txt", problems))


def _hedges(path: Path, problems: Problems) -> Hedges:
    hedges = Hedges()
    for row in read_table(path, problems, range(4, 5)):
        use, phrases, name, _ = row.fields
        if use not in get_args(Use):
            message = f"{use!r} is none of: {', '.join(get_args(Use))}"
            problems.add(Problem(shown(path), row.line, 0, message, "lexicon-line"))
        elif status := _status(name, row, path, problems):
            for phrase in phrases.split(","):
                hedges.add(cast(Use, use), phrase.strip(), status)
    return hedges


def _status(name: str, row: Row, path: Path, problems: Problems) -> Status | None:
    for status in get_args(Status):
        if status == name:
            return status  # type: ignore[no-any-return]
    message = f"{name!r} is none of: {', '.join(get_args(Status))}"
    problems.add(Problem(shown(path), row.line, 0, message, "lexicon-line"))
    return None
