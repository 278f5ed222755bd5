"""Files begun for people: nothing in them counts yet, and each line is right once it does."""

import re
from dataclasses import replace

import pytest
import yaml

from explainer.dossier.actors import GivenActor
from explainer.dossier.front import split_front
from explainer.dossier.notes import Notes
from explainer.dossier.skeletons import actor_file, notes_file
from pages.dossiers import small

HOSTILE = [
    "Ann Lee",
    'x"\n---\n<script>alert(1)</script>',
    "a: b # c\u2028---\u2029\x85- d",
    "\\ ' \" {{ config }} \u202e\x00",
    "no",
    "*alias & !tag",
    "  ",
    "\U0001f600\U000e0001",
]
_LINE = re.compile(r"^# (?=\w+:)", re.MULTILINE)


def read(text: str) -> object:
    """A YAML text as it would be read once the signs of comments are taken away."""
    without = "\n".join(line for line in text.split("\n") if "yaml-language-server" not in line)
    return yaml.load(_LINE.sub("", without), Loader=yaml.BaseLoader)


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("kind", ["person", "name"])
def test_an_actors_file(name: str, kind: str) -> None:
    """Front matter that says nothing; with its signs taken away, what was read."""
    actor = replace(small().actors["ukraine"], name=name, kind=kind, part_of="a-group")
    front = split_front(actor_file(actor))
    assert front.closed
    assert not front.body.strip()
    assert yaml.safe_load(front.yaml or "") is None
    values = read(front.yaml or "")
    assert isinstance(values, dict)
    said = {key: value for key, value in values.items() if value}
    assert said.get("name", "") == (name if name.strip() else "")
    assert said.get("kind", "") == ("person" if kind == "person" else "")
    assert said["part_of"] == "a-group"
    GivenActor.model_validate(said)


@pytest.mark.parametrize("title", HOSTILE)
def test_an_articles_notes(title: str) -> None:
    """The same of what people know about an article."""
    sheet = replace(small().sheets["raid"], title=title, publisher=title)
    text = notes_file(sheet)
    assert yaml.safe_load(text) is None
    values = read(text)
    assert isinstance(values, dict)
    said = {key: value for key, value in values.items() if value}
    # What is blank says nothing.
    assert said.get("title", "") == said.get("publisher", "") == (title if title.strip() else "")
    assert (said["published"], said["show"]) == ("2023-05-24", "full")
    assert said["sha256"] == sheet.article.sha256
    Notes.model_validate(said)
