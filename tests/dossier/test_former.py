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
        front = f"---\nquestion: Did it rain?\n{answer}\nformerly: {formerly}\n---\n"
        (questions / f"{name}.md").write_text(front, encoding="utf-8")
    dossier = build(seeds, docs=tmp_path / "docs")
    assert [str(problem) for problem in dossier.problems] == told
    found = sorted((Path(r.source).stem, r.page.id) for r in redirects(dossier))
    assert [f"{old} -> {new}" for old, new in found] == leads
