"""What a dated clause is: told as having happened, or only said, claimed, planned, feared, denied."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

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


@dataclass(frozen=True)
class StatusWords:
    """Words of a language that tell a clause's status.

    Args:
        moods: by word in lower case.
        contents: what the content of a claim is, by the claim's stance or type.
        past: auxiliaries and copulas in the past tense.
    """

    moods: Mapping[str, Mood]
    contents: Mapping[str, Status]
    past: frozenset[str]


def load_statuses(folder: Path, problems: Problems) -> StatusWords:
    """Reads ``moods.txt``, ``contents.txt`` and ``past.txt`` of a folder."""
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
    return StatusWords(moods, contents, past)


def _status(name: str, row: Row, path: Path, problems: Problems) -> Status | None:
    for status in get_args(Status):
        if status == name:
            return status  # type: ignore[no-any-return]
    message = f"{name!r} is none of: {', '.join(get_args(Status))}"
    problems.add(Problem(shown(path), row.line, 0, message, "lexicon-line"))
    return None
