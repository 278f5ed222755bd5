"""Quotations under a text that changes: what still stands, what is proposed, what is left to people."""

import difflib
from collections.abc import Iterator
from pathlib import Path

import pytest

from explainer.dossier.reanchoring import changed
from explainer.pages.quoting import applied, read_files, reanchored
from text.cases import CASES

OLD = (
    "Anna Berg said that the dam was safe. The Northern Militia denies that the dam was safe.\n\n"
    "Carl Dahl told reporters the bridge would “hold for a hundred years”. Both sides met in Oslo.\n"
)
FILES = {
    "seeds/talks.txt": OLD,
    "seeds/flood.txt": "Carl Dahl said that it rained.\n",
    "seeds/talks.yml": """\
# A comment.
sha256: 4b8b9f2b4d6c16ff9c24c0a17e0b4a3f6d3b6a1c9f0d6f1c5a1f6f3e2d4c5b6a
mentions:
  - text: Both sides   # of the talks
    are: [anna-berg, northern-militia]
    why: They met.
corrections:
  - {quote: the dam was safe, sentence: s-58d31cf6, checked: true}   # compared
  - {quote: “hold for a hundred years”, stance: claims, why: So.}
""",
    "docs/questions/dam.md": """\
---
question: Was the dam safe?
answers:
  - says: It was
    claims:
      - quote: 'the dam was safe'
        sentence: s-58d31cf6
      - {quote: the dam was safe, sentence: s-89e2bf3a}
      - quote: >-
          the bridge would
          "hold for a hundred years"
        article: talks

      - {quote: it rained, article: flood}
---
Prose.
""",
    "docs/index.md": """\
# Home

/// quote
    text: "Both sides met in Oslo"
///

It [“would "hold for *a* hundred years"”](quote:talks), they say. [It rained](quote:flood), and
[“the dam
was safe”](quote:talks#s-58d31cf6).
""",
}


def cases() -> Iterator[object]:
    """New texts, what is told of them, and what changes in which file."""
    text = (CASES / "reanchoring" / "talks.txt").read_text(encoding="utf-8")
    for case in text.split("\n==== ")[1:]:
        name, _, rest = case.partition("\n")
        new, told, lines = rest.split("----\n")
        yield pytest.param(new.rstrip("\n") + "\n", told, lines, id=name)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose article has been curated."""
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    curate(tmp_path)
    return tmp_path


def curate(project: Path) -> None:
    """Takes the article's sum as it is, and what is checked there."""
    files = read_files(project)
    new = applied(files, reanchored(project, files, lambda _: OLD, compared=True)[1].edits)
    for path, text in new.items():
        (project / path).write_text(text, encoding="utf-8")
    notes = project / "seeds/talks.yml"
    notes.write_text(notes.read_text(encoding="utf-8").replace("false", "true"), encoding="utf-8")


@pytest.mark.parametrize(("new", "told", "lines"), list(cases()))
def test_case(project: Path, new: str, told: str, lines: str) -> None:
    """What stands is left alone, what is alike is proposed in the file's own style, the rest is told."""
    (project / "seeds/talks.txt").write_text(new, encoding="utf-8")
    files = read_files(project)
    sources, anchored = reanchored(project, files, lambda _: OLD, compared=True)
    assert [s.article.slug for s in changed(sources)] == ([] if new == OLD else ["talks"])
    said = [*(edit.why for edit in anchored.edits), *map(str, anchored.left), *anchored.compare]
    assert said == told.splitlines()
    sums = {s.article.sha256: "SUM" for s in changed(sources)}
    found = []
    for path, text in applied(files, anchored.edits).items():
        for line in difflib.ndiff(files[path].splitlines(), text.splitlines()):
            if line.startswith("+ "):
                words = line[2:].strip()
                for number, name in sums.items():
                    words = words.replace(number, name)
                found.append(f"{path}: {words}")
    assert found == [line for line in lines.splitlines() if line]
