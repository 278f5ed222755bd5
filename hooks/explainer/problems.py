"""What a contributor should know, collected in one run and worded in one place.

A problem is an *error* when a person wrote something wrong or a file cannot be read: everything else
is still built, and a strict build fails. It is a *notice* when the machine is unsure or an article is
odd: it never fails a build.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

#: Characters that a reader could not see, or that change the direction of what follows.
UNSEEN = (
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
#: A problem is one line, and no article's words may move the cursor of who reads it.
_UNPRINTED = re.compile(f"[\n\r\x0b\x0c\x85\u2028\u2029]|{UNSEEN}")


class Level(Enum):
    """How much a problem weighs."""

    ERROR = "error"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to know, at ``path:line:column``.

    Args:
        path: the file, relative to the project's root, with forward slashes.
        line: counted from 1; 0 when the whole file is meant.
        column: counted from 1 in code points; 0 when the whole line is meant.
        message: what is wrong and the way out, one sentence or two, without a full stop at its end.
        rule: a short name for the kind of problem, stable over time.
        level: error or notice.
    """

    path: str
    line: int
    column: int
    message: str
    rule: str
    level: Level = Level.ERROR

    def __str__(self) -> str:
        """The one form in which problems are printed, logged and shown.

        What nobody could see is written as YAML takes it between double quotation marks.
        """
        place = ":".join([self.path, *(str(n) for n in (self.line, self.column) if n)])
        text = f"{place}: {self.message} [{self.rule}]"
        return _UNPRINTED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)

    def annotation(self) -> str:
        """The same for GitHub's checks, which show it beside the line of the file."""
        place = {"file": self.path, "line": self.line, "col": self.column, "title": self.rule}
        properties = ",".join(
            f"{name}={_escaped(str(value), ',:')}" for name, value in place.items() if value
        )
        return f"::{self.level.value} {properties}::{_escaped(str(self))}"

    # Enum members do not compare, and the level is no part of the order of a report.
    def _key(self) -> tuple[str, int, int, str]:
        return (self.path, self.line, self.column, self.message)


def _escaped(text: str, also: str = "") -> str:
    """A text in one of GitHub's workflow commands, which end at line breaks."""
    for character in "%\r\n" + also:
        text = text.replace(character, f"%{ord(character):02X}")
    return text


class Problems:
    """Collects problems; a repeated one counts once."""

    def __init__(self, found: Iterable[Problem] = ()) -> None:
        self._found: dict[Problem, None] = dict.fromkeys(found)

    def __iter__(self) -> Iterator[Problem]:
        return iter(sorted(self._found, key=Problem._key))

    def __len__(self) -> int:
        return len(self._found)

    def add(self, problem: Problem) -> None:
        self._found.setdefault(problem)

    def extend(self, problems: Iterable[Problem]) -> None:
        for problem in problems:
            self.add(problem)

    @property
    def errors(self) -> list[Problem]:
        return [p for p in self if p.level is Level.ERROR]

    @property
    def notices(self) -> list[Problem]:
        return [p for p in self if p.level is Level.NOTICE]
