"""Files that people write, checked against a model: each mistake with its place and the way out.

What is wrong is told and left out; what is right beside it still counts.
"""

import difflib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from explainer.dossier.front import Loc, Written
from explainer.problems import Level, Problem, Problems

Model = TypeVar("Model", bound=BaseModel)


class Places:
    """Where each value of a file stands, for problems found later."""

    def __init__(self, path: str, written: Written) -> None:
        self.path = path
        self._written = written

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
    right = Written(values, written.places)
    wrong = _mistakes(model, values)
    for mistake in _not_twice(model, wrong):
        problems.add(places.problem(mistake["loc"], _worded(model, mistake), rule))
    while wrong:
        less = _without(right, {_least(mistake) for mistake in wrong})
        if less.values == right.values:
            return None, places
        right, wrong = less, _mistakes(model, less.values)
    return model.model_validate(right.values), Places(path, right)


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
    model: type[BaseModel], wrong: list[Mapping[str, Any]]
) -> Iterator[Mapping[str, Any]]:
    """The mistakes without those keys that are missing only because they are misspelt."""
    meant = {
        (*mistake["loc"][:-1], *_close(str(mistake["loc"][-1]), _keys(model, mistake["loc"])))
        for mistake in wrong
        if mistake["type"] == "extra_forbidden"
    }
    for mistake in wrong:
        if mistake["type"] != "missing" or mistake["loc"] not in meant:
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
        if isinstance(values, dict):
            names = [name for name in values if (*old, name) not in gone]
            return {name: kept(values[name], (*old, name), (*new, name)) for name in names}
        if isinstance(values, list):
            numbers = [n for n in range(len(values)) if (*old, n) not in gone]
            return [kept(values[n], (*old, n), (*new, at)) for at, n in enumerate(numbers)]
        return values

    less.values = kept(written.values, (), ())
    return less


def _worded(model: type[BaseModel], mistake: Mapping[str, Any]) -> str:
    name = str(mistake["loc"][-1]) if mistake["loc"] else ""
    if mistake["type"] == "extra_forbidden":
        return f"{name!r} is not a key here{nearest(name, _keys(model, mistake['loc']))}"
    if mistake["type"] == "missing":
        return f"{name!r} is missing"
    if mistake["type"] == "model_type":
        return f"expected 'key: value' here; found {mistake.get('input')!r}"
    if mistake.get("input") is None or mistake["type"] in ("string_too_short", "too_short"):
        # An entry of a list has a number, which nobody wrote.
        return "nothing stands here" if name.isdigit() else f"{name}: nothing stands here"
    if mistake["type"].startswith("date_"):
        found = mistake.get("input")
        return f"{name}: {found!r} is no day of the calendar; write one as 2023-05-24"
    if mistake["type"].startswith("bool_"):
        found = mistake.get("input")
        close = _close(str(found).casefold(), ("true", "false"))
        meant = f"; did you mean {close[0]}?" if close else ""
        return f"{name}: write true or false; found {found!r}{meant}"
    message = str(mistake["msg"]).removeprefix("Value error, ").replace("valid tuple", "list")
    message = message[0].lower() + message[1:]
    if not isinstance(mistake["loc"][-1], str):
        return message
    found = mistake.get("input")
    meant = ""
    if mistake["type"] == "literal_error":
        close = _close(str(found), re.findall(r"'(.*?)'", mistake["ctx"]["expected"]))
        meant = f"; did you mean {close[0]!r}?" if close else ""
    return f"{name}: {message}; found {found!r}{meant}"


def _keys(model: type[BaseModel], loc: Loc) -> list[str]:
    """The keys that may stand where a location's last part stands."""
    here: type[BaseModel] | None = model
    for part in loc[:-1]:
        if isinstance(part, str) and here is not None:
            here = _inner(_field(here, part))
    return [info.alias or key for key, info in here.model_fields.items()] if here else []


def _field(model: type[BaseModel], name: str) -> Any:
    fields = model.model_fields.items()
    return next((f.annotation for key, f in fields if name in (f.alias, key)), None)


def _inner(annotation: Any) -> type[BaseModel] | None:
    """The model that a field holds, alone or in a list."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_inner, get_args(annotation))), None)


def nearest(name: str, known: Iterable[str]) -> str:
    """The way out of a misspelling: "; did you mean 'x'?", or the names there are."""
    known = sorted(known)
    close = _close(name, known)
    if close:
        return f"; did you mean {close[0]!r}?"
    return f"; there are: {', '.join(known)}" if 0 < len(known) <= 20 else ""


def _close(name: str, known: Iterable[str]) -> list[str]:
    return difflib.get_close_matches(name, sorted(known), 1, 0.6)
