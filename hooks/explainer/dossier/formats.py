"""Files that people write, checked against a model: each mistake with its place and the way out.

What is wrong is told and left out; what is right beside it still counts.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from explainer.dossier.advice import close, holder, keys, worded
from explainer.dossier.front import Loc, Written
from explainer.problems import Level, Problem, Problems

Model = TypeVar("Model", bound=BaseModel)


class Places:
    """Where each value of a file stands, for problems found later."""

    def __init__(self, path: str, written: Written, whole: Written | None = None) -> None:
        self.path = path
        self._written, self._whole = written, whole or written

    def is_left_out(self, loc: Loc) -> bool:
        """True for what was written and is wrong, as was told."""
        return loc in self._whole.places and loc not in self._written.places

    def with_comment(self, loc: Loc, words: str) -> str:
        """The words that stand somewhere together with the comment behind them; "" without one."""
        comment = self._written.comments.get(loc)
        return f"{words} {comment}" if comment else ""

    def problem(self, loc: Loc, message: str, rule: str, level: Level = Level.ERROR) -> Problem:
        line, column = self._written.place(loc)
        return Problem(self.path, line, column, message, rule, level)


def validated(
    model: type[Model], written: Written, path: str, rule: str, problems: Problems
) -> tuple[Model | None, Places]:
    """What a file says, without what is wrong in it; None if too little is left.

    Args:
        model: what it may say.
        written: what it says.
        path: the file, for problems.
        rule: the kind of problem that a mistake is.
        problems: takes the mistakes.
    """
    places = Places(path, written)
    values = written.values if written.values is not None else {}
    if not isinstance(values, dict):
        problems.add(places.problem((), "expected lines of the form 'key: value'", "yaml"))
        return None, places
    right = Written(values, written.places, comments=written.comments)
    wrong = _mistakes(model, values)
    for mistake in _not_twice(model, wrong, written.told):
        problems.add(places.problem(mistake["loc"], worded(model, mistake), rule))
    while wrong:
        less = _without(right, {_least(mistake) for mistake in wrong})
        if less.values == right.values:
            return None, places
        right, wrong = less, _mistakes(model, less.values)
    return model.model_validate(right.values), Places(path, right, written)


def _mistakes(model: type[BaseModel], values: Any) -> list[Mapping[str, Any]]:
    try:
        model.model_validate(values)
    except ValidationError as error:
        found = list(error.errors(include_url=False))
    else:
        return []
    # A list whose entries are all wrong is not too short: pydantic counts the right ones.
    inside = {mistake["loc"][:at] for mistake in found for at in range(len(mistake["loc"]))}
    return [m for m in found if m["type"] != "too_short" or m["loc"] not in inside]


def _not_twice(
    model: type[BaseModel], wrong: list[Mapping[str, Any]], told: Collection[Loc]
) -> Iterator[Mapping[str, Any]]:
    """The mistakes without those keys that are missing only because they are misspelt, and without
    what follows from something that is told to be wrong already.
    """
    meant = {
        (*mistake["loc"][:-1], *meant)
        for mistake in wrong
        if mistake["type"] == "extra_forbidden"
        for meant in (
            close(str(mistake["loc"][-1]), keys(model, mistake["loc"])),
            [holder(model, mistake["loc"])],
        )
    }
    for mistake in wrong:
        loc, is_missing = mistake["loc"], mistake["type"] == "missing"
        if loc not in told and not (is_missing and (loc in meant or loc[:-1] in told)):
            yield mistake


def _least(mistake: Mapping[str, Any]) -> Loc:
    """The least that has to go for a mistake to be gone: a key, an entry of a list."""
    loc: Loc = mistake["loc"]
    if mistake["type"] == "extra_forbidden":
        return loc
    numbers = [at for at, part in enumerate(loc) if isinstance(part, int)]
    return loc[: numbers[-1] + 1] if numbers else loc[:1]


def _without(written: Written, gone: Collection[Loc]) -> Written:
    """A document without some of its values, each of the others still knowing its place."""
    less = Written()

    def kept(values: Any, old: Loc, new: Loc) -> Any:
        less.places[new] = written.place(old)
        if old in written.comments:
            less.comments[new] = written.comments[old]
        if isinstance(values, dict):
            names = [name for name in values if (*old, name) not in gone]
            return {name: kept(values[name], (*old, name), (*new, name)) for name in names}
        if isinstance(values, list):
            numbers = [n for n in range(len(values)) if (*old, n) not in gone]
            return [kept(values[n], (*old, n), (*new, at)) for at, n in enumerate(numbers)]
        return values

    less.values = kept(written.values, (), ())
    return less
