"""What a merge leaves in a file where nobody has chosen between two versions."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

_BEGIN = re.compile(r"<{7}(?:\s|$)")
_MIDDLE = re.compile(r"(?:={7}|\|{7}.*)\s*$")
_END = re.compile(r">{7}(?:\s|$)")
_ALONE = re.compile(r"(?:<{7}|>{7}) \S")


@dataclass(frozen=True, slots=True)
class Merge:
    """Two versions in a file; the lines are counted from 0.

    Args:
        first, last: the lines of its first and its last sign.
        middle: the line of the sign that ends the first version.
    """

    first: int
    middle: int
    last: int

    @property
    def message(self) -> str:
        """What is wrong, and the way out."""
        return (
            f"a merge left two versions here, down to line {self.last + 1}: keep what is right, and"
            " take away the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`"
        )


def merges(lines: Sequence[str], text: Collection[int] = ()) -> Iterator[Merge]:
    """All places of a file with two versions.

    Args:
        lines: those of the file.
        text: the numbers of those that are what they are, whatever they look like.
    """
    begin, middle = -1, -1
    for number, line in enumerate(lines):
        if number in text:
            continue
        if _BEGIN.match(line):
            begin, middle = number, -1
        elif begin >= 0 and middle < 0 and _MIDDLE.match(line):
            middle = number
        elif middle >= 0 and _END.match(line):
            yield Merge(begin, middle, number)
            begin, middle = -1, -1


def is_sign(line: str) -> bool:
    """True for a line that, in what people write, only a merge leaves."""
    return bool(_ALONE.match(line))
