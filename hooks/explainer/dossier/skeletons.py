"""Files that no one wrote yet, begun: every key as a comment, filled in with what was read.

Nothing in such a file counts before a person takes the ``#`` away from it.
"""

import json
from collections.abc import Iterator, Mapping
from typing import get_args, get_origin

from pydantic import BaseModel, ValidationError

from explainer.dossier.actors import GivenActor
from explainer.dossier.curated import Page
from explainer.dossier.model import Actor, Sheet
from explainer.dossier.notes import Notes


def actor_file(actor: Actor) -> str:
    """The text of ``docs/actors/<actor>.md``."""
    known = {"name": actor.name, "kind": actor.kind, "part_of": actor.part_of}
    lines = _lines(GivenActor, "../schemas/actor.json", known)
    return "\n".join(["---", *lines, "---", "", ""])


def notes_file(sheet: Sheet) -> str:
    """The text of ``seeds/<article>.yml``."""
    known = {
        "title": sheet.title,
        "published": sheet.published.isoformat() if sheet.published else "",
        "publisher": sheet.publisher,
        "language": sheet.language,
        "show": sheet.show,
        "sha256": sheet.article.sha256,
    }
    return "\n".join([*_lines(Notes, "../docs/schemas/article.json", known), ""])


def _lines(model: type[BaseModel], schema: str, known: Mapping[str, str]) -> Iterator[str]:
    yield f"# yaml-language-server: $schema={schema}"
    yield "# Take away the # before each line that you fill in; docs/reference.md has all keys."
    every_page = Page.model_fields if issubclass(model, Page) else {}
    for key, info in model.model_fields.items():
        # What every page may say is rarely wanted, and what has keys of its own is told elsewhere.
        if key in every_page or _holds_model(info.annotation):
            continue
        value = known.get(key, "")
        written = _written(value) if _is_right(model, key, value) else ""
        if get_origin(info.annotation) is tuple:
            written = "[]"
        yield f"# {key}: {written}  # {info.description}".replace(":   #", ":  #")


def _holds_model(annotation: object) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    return any(map(_holds_model, get_args(annotation)))


def _is_right(model: type[BaseModel], key: str, value: str) -> bool:
    """True if a file may say so."""
    try:
        model.model_validate({key: value})
    except ValidationError:
        return False
    return bool(value)


def _written(value: str) -> str:
    """A value as YAML on one line: a sign that nobody sees could end it, and the comment with it."""
    if value.replace("-", "").isalnum() and value.isascii():
        return value
    quoted = json.dumps(value, ensure_ascii=False)
    return "".join(c if c.isprintable() else _escaped(c) for c in quoted)


def _escaped(character: str) -> str:
    return f"\\u{ord(character):04x}" if ord(character) < 0x10000 else f"\\U{ord(character):08x}"
