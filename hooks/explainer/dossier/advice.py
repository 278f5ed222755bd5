"""What is wrong with a value in a file, in plain words, and the way out."""

import difflib
from collections.abc import Callable, Iterable, Mapping
from typing import Any, get_args

from pydantic import BaseModel

from explainer.dossier.front import Loc

#: A mistake as pydantic tells it.
Mistake = Mapping[str, Any]


def worded(model: type[BaseModel], mistake: Mistake) -> str:
    """The message for a mistake in what a model takes."""
    loc, kind, found = mistake["loc"], mistake["type"], mistake.get("input")
    name = str(loc[-1]) if loc else ""
    if kind == "extra_forbidden" and (around := holder(model, loc)):
        return f"{name!r} belongs below `{around}:`, in an entry begun with `- `"
    if kind == "extra_forbidden":
        return f"{name!r} is not a key here{nearest(name, keys(model, loc))}"
    if kind == "missing":
        return f"{name!r} is missing{_purpose(model, loc)}"
    if found is None or kind in ("string_too_short", "too_short"):
        told = "nothing stands here"
    else:
        tells = (tell for sign, tell in _TELLING if kind.startswith(sign))
        told = next(tells, _not_right)(model, mistake)
    # An entry of a list has a number, which nobody wrote.
    return f"{name}: {told}" if isinstance(loc[-1:] and loc[-1], str) else told


def _purpose(model: type[BaseModel], loc: Loc) -> str:
    """What a key is for, in brackets."""
    around = _model_of(model, loc[:-1])
    info = around.model_fields.get(str(loc[-1])) if around else None
    said = (info.description or "").rstrip(".") if info else ""
    return f" ({said[:1].lower()}{said[1:]})" if said else ""


def _needs_keys(model: type[BaseModel], mistake: Mistake) -> str:
    """Words or a list where keys with their values belong."""
    found = mistake["input"]
    inner = _model_of(model, mistake["loc"])
    fields = inner.model_fields.items() if inner else ()
    names = [field.alias or key for key, field in fields]
    first = next(
        (f.alias or key for key, f in fields if f.is_required()), names[0] if names else "key"
    )
    if isinstance(found, list):
        return f"one `- ` too many: `{first}: …` belongs here"
    return f"a key is missing; did you mean `{first}: {found}`?"


def _needs_list(model: type[BaseModel], mistake: Mistake) -> str:
    """Words or keys where a list belongs."""
    found = mistake["input"]
    of_keys = _model_of(model, mistake["loc"]) is not None
    if isinstance(found, dict):
        if any(str(key).startswith("-") for key in found):
            return "a space is missing behind the `-` of the list"
        return "this is a list: each of its entries begins with `- `"
    if of_keys:
        return f"this is a list: each of its entries stands below, begun with `- `; found {found!r}"
    return f"this is a list; did you mean `[{found}]`?"


def _needs_words(_: type[BaseModel], mistake: Mistake) -> str:
    what = "a list" if isinstance(mistake["input"], list) else "other keys"
    return f"words belong here, and this is {what}; put them behind the colon, on one line"


def _day(_: type[BaseModel], mistake: Mistake) -> str:
    return f"{_shown(mistake)} is no day of the calendar; write one as 2023-05-24"


def _truth(_: type[BaseModel], mistake: Mistake) -> str:
    near = close(str(mistake["input"]), ("true", "false"))
    meant = f"; did you mean {near[0]}?" if near else ""
    return f"write true or false; found {_shown(mistake)}{meant}"


def _one_of(_: type[BaseModel], mistake: Mistake) -> str:
    known = mistake["ctx"]["expected"].split("'")[1::2]
    return f"{_shown(mistake)} cannot stand here{nearest(str(mistake['input']), known)}"


def _own_words(_: type[BaseModel], mistake: Mistake) -> str:
    """What our own checks say."""
    said = str(mistake["msg"]).removeprefix("Value error, ")
    found = mistake["input"]
    alone = not isinstance(found, str) or repr(found) in said or isinstance(mistake["loc"][-1], int)
    return said if alone or said.endswith("?") else f"{said}; found {found!r}"


def _not_right(_: type[BaseModel], mistake: Mistake) -> str:
    return f"{_shown(mistake)} cannot stand here; docs/reference.md says what can"


def _shown(mistake: Mistake) -> str:
    found = mistake["input"]
    if isinstance(found, str):
        return repr(found)
    return "a list" if isinstance(found, list) else "a group of keys"


_TELLING: tuple[tuple[str, Callable[[type[BaseModel], Mistake], str]], ...] = (
    ("model_", _needs_keys),
    ("tuple_", _needs_list),
    ("string_type", _needs_words),
    ("date_", _day),
    ("bool_", _truth),
    ("literal_error", _one_of),
    ("value_error", _own_words),
)


def keys(model: type[BaseModel], loc: Loc) -> list[str]:
    """The keys that may stand where a location's last part stands."""
    here = _model_of(model, loc[:-1])
    return [info.alias or key for key, info in here.model_fields.items()] if here else []


def holder(model: type[BaseModel], loc: Loc) -> str:
    """The key, beside one that may not stand where it stands, whose entries may have it; or ""."""
    here, name = _model_of(model, loc[:-1]), loc[-1]
    for key, info in here.model_fields.items() if here else ():
        inner = _inner(info.annotation)
        if inner and name in inner.model_fields and inner is not here:
            return info.alias or key
    return ""


def _model_of(model: type[BaseModel], loc: Loc) -> type[BaseModel] | None:
    """The model of what stands at a location, or in the list there."""
    here: type[BaseModel] | None = model
    for part in loc:
        if isinstance(part, str) and here is not None:
            here = _inner(_field(here, part))
    return here


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
    near = close(name, known)
    if near:
        return f"; did you mean {near[0]!r}?"
    return f"; there are: {', '.join(known)}" if 0 < len(known) <= 20 else ""


def close(name: str, known: Iterable[str]) -> list[str]:
    """The known name that is most like another one, in any capitals; none if no one is like it."""
    lower = {other.casefold(): other for other in sorted(known)}
    return [lower[one] for one in difflib.get_close_matches(name.casefold(), lower, 1, 0.6)]
