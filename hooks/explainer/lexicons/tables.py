"""Lexicon files: text that a linguist edits, one entry a line, fields between bars.

    # A comment: what belongs in this file and what stays out.
    said | speech | asserts

Empty lines are skipped. A line with too few or too many fields is an error that names the line.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from explainer.problems import Problem, Problems


class Row(NamedTuple):
    """One entry: its line in the file, counted from 1, and its fields without white space around."""

    line: int
    fields: tuple[str, ...]


#: Problems name a file from the folder that holds the package.
_HOME = Path(__file__).resolve().parents[3]


def shown(path: Path) -> str:
    """A lexicon's file as problems name it: from the project's root if it is there."""
    whole = path.resolve()
    return whole.relative_to(_HOME).as_posix() if whole.is_relative_to(_HOME) else path.as_posix()


def read_table(path: Path, problems: Problems, fields: range = range(1, 2)) -> Iterator[Row]:
    """The entries of a file.

    Args:
        path: the file, in UTF-8.
        problems: takes a problem for each line that does not fit.
        fields: how many fields a line may have.
    """
    for line, words in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not words.strip() or words.lstrip().startswith("#"):
            continue
        row = Row(line, tuple(field.strip() for field in words.split("|")))
        if len(row.fields) in fields:
            yield row
        else:
            wanted = " or ".join(map(str, fields))
            message = f"{len(row.fields)} fields between bars, where {wanted} are expected"
            problems.add(Problem(shown(path), line, 0, message, "lexicon-line"))
