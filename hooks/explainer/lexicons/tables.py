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


def read_table(
    path: Path, problems: Problems, fields: range = range(1, 2), shown: str = ""
) -> Iterator[Row]:
    """The entries of a file.

    Args:
        path: the file, in UTF-8.
        problems: takes a problem for each line that does not fit.
        fields: how many fields a line may have.
        shown: the path to name in problems; ``path`` itself if empty.
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
            problems.add(Problem(shown or str(path), line, 0, message, "lexicon-line"))
