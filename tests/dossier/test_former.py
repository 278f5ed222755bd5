"""Ids that pages had before, and where their old addresses lead."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from explainer.dossier import build
from explainer.pages.plan import redirects
from text.cases import CASES


def cases() -> Iterator[object]:
    """Files, what is told of them, and where old addresses lead."""
    text = (CASES / "questions" / "former.txt").read_text(encoding="utf-8")
    for case in text.split("\n==== ")[1:]:
        name, _, rest = case.partition("\n")
        parts = ([line for line in part.splitlines() if line] for part in rest.split("----\n"))
        yield pytest.param(*parts, id=name)


@pytest.mark.parametrize(("files", "told", "leads"), list(cases()))
def test_case(files: list[str], told: list[str], leads: list[str], tmp_path: Path) -> None:
    """An old address leads to one page, which is not itself; what else is written is told."""
    seeds, questions = tmp_path / "seeds", tmp_path / "docs/questions"
    seeds.mkdir()
    questions.mkdir(parents=True)
    (seeds / "dam.txt").write_text("Anna Berg said that it rained.\n", encoding="utf-8")
    for line in files:
        name, _, formerly = line.partition(": ")
        answer = "answers: [{says: It did, claims: [{quote: it rained}]}]"
        front = f"---\nquestion: Did it rain ({name})?\n{answer}\nformerly: {formerly}\n---\n"
        (questions / f"{name}.md").write_text(front, encoding="utf-8")
    dossier = build(seeds, docs=tmp_path / "docs")
    assert [str(problem) for problem in dossier.problems] == told
    found = sorted((Path(r.source).stem, r.page.id) for r in redirects(dossier))
    assert [f"{old} -> {new}" for old, new in found] == leads


def test_actors_and_events_had_other_ids_too(tmp_path: Path) -> None:
    """An id of an actor that the articles name is a page, whether or not anybody wrote it."""
    seeds, docs = tmp_path / "seeds", tmp_path / "docs"
    text = "Anna Berg said on Monday that it rained. Carl Dahl said that it snowed.\n"
    files = {
        seeds / "dam.txt": text,
        docs / "actors/anna-berg.md": "---\nformerly: [a-berg, carl-dahl]\n---\n",
        docs / "events/rain.md": (
            "---\nevent: Rain\nevidence: [{quote: it rained}]\nformerly: [wet, rain]\n---\n"
        ),
    }
    for path, content in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    dossier = build(seeds, docs=docs)
    assert [str(p).split(":")[:3] for p in dossier.problems if p.rule == "formerly"] == [
        ["docs/actors/anna-berg.md", "2", "20"],
        ["docs/events/rain.md", "4", "17"],
    ]
    found = {redirect.source: redirect.page.source for redirect in redirects(dossier)}
    assert found == {
        "actors/a-berg.md": "actors/anna-berg.md",
        "events/wet.md": "events/rain.md",
    }
