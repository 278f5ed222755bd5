"""YAML that people wrote, changed in one value: all else of the file stays as it is."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from explainer.dossier.front import Loc

#: What people and editors read as text; a day is text as long as nobody reckons with it.
_TEXT = ("tag:yaml.org,2002:str", "tag:yaml.org,2002:timestamp")
_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value as it is written.

    Args:
        loc: where it stands among the keys and lists around it.
        value: what it says.
        start, end: where its signs stand in the text, with its quotation marks.
        style: ``"'"``, ``'"'``, ``">"``, ``"|"`` or "" for a plain one.
    """

    loc: Loc
    value: str
    start: int
    end: int
    style: str


def scalars(text: str) -> list[Scalar]:
    """All values of a YAML text that are words; none if it is no YAML."""
    try:
        node = yaml.compose(text, Loader=_LOADER)
        return list(_inside(node, (), set())) if node is not None else []
    except (yaml.YAMLError, RecursionError):
        return []


def _inside(node: yaml.Node, loc: Loc, seen: set[int]) -> Iterator[Scalar]:
    if isinstance(node, yaml.ScalarNode):
        start, end = node.start_mark.index, node.end_mark.index
        yield Scalar(loc, node.value, start, end, node.style or "")
    elif id(node) not in seen:
        seen.add(id(node))
        children: Any = enumerate(node.value)
        if isinstance(node, yaml.MappingNode):
            children = ((str(key.value), child) for key, child in node.value)
        for name, child in children:
            yield from _inside(child, (*loc, name), seen)


def rewritten(text: str, scalar: Scalar, value: str) -> str:
    """The signs to be put in the place of a value's own, for another value of one line.

    In the style of the old one; between double quotation marks where that would say something else.
    """
    old = text[scalar.start : scalar.end]
    # What ends a folded text is a part of it; the line after it is not.
    ending = old[len(old.rstrip()) :]
    quoted = _in_marks(value) + ending
    written = {"": value, "'": "'" + value.replace("'", "''") + "'"}.get(scalar.style, quoted)
    wanted = [(s.loc, value if s.loc == scalar.loc else s.value) for s in scalars(text)]
    changed = text[: scalar.start] + written + text[scalar.end :]
    return written if [(s.loc, s.value) for s in scalars(changed)] == wanted else quoted


def as_yaml(value: str) -> str:
    """A text of one line as it is written behind a key: plain where every reader takes it for text."""
    try:
        node: Any = yaml.compose(f"[k: {value}]", Loader=_LOADER)
        _, child = node.value[0].value[0]
        if child.value == value and child.tag in _TEXT and not child.style:
            return value
    except (yaml.YAMLError, AttributeError, IndexError, ValueError):
        pass
    return _in_marks(value)


def _in_marks(value: str) -> str:
    """A text between double quotation marks; what YAML does not take is written as its number."""
    quoted = json.dumps(value, ensure_ascii=False)
    return "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in quoted)
