"""What rules hand to each other: an expression in its place, and what was made of it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from explainer.reading.model import Basis
from explainer.reading.timexes.values import Value

if TYPE_CHECKING:
    from explainer.reading.timexes.context import Context


@dataclass(frozen=True, slots=True)
class Known:
    """What an expression is worth, and how that is known.

    Args:
        value: its value, open where nothing tells.
        basis: stated, inferred, given or open.
        why: the reason, a clause that goes on from the quoted words: "is the Monday before …".
        published: True where it rests on the article's date.
        tells: False where the story does not go on from there: "two years earlier".
        day_stated: False where a part of a day was given the day of the context.
        odd: what does not fit in the words, where something does not.
        shown: True where its sentence shows which one is meant: the coming May, or the last one.
    """

    value: Value
    basis: Basis
    why: str
    published: bool = False
    day_stated: bool = True
    tells: bool = True
    shown: bool = False
    odd: str = ""


class Shape(Protocol):
    """What the words of an expression say, before anything around them is asked."""

    def resolve(self, context: "Context") -> Known:
        """Its value at the place where the context stands."""
        ...


@dataclass(frozen=True, slots=True)
class Found:
    """An expression: tokens ``first`` up to, not including, ``stop``.

    Args:
        shape: what it says.
        rule: the name of the rule that found it.
        cut: how many characters of its first and last token stay out: 1991-1997 is one token.
    """

    first: int
    stop: int
    shape: Shape
    rule: str = ""
    cut: tuple[int, int] = (0, 0)


def of_day_beside(shape: Shape) -> Shape | None:
    """The day that an expression names, without its part: Thursday, of "Thursday afternoon"."""
    return shape if is_day(shape) else getattr(shape, "its_day", None)


def is_day(shape: Shape) -> bool:
    """Whether an expression names one day."""
    return getattr(shape, "names_day", False)
