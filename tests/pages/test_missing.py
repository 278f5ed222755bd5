"""Articles that were taken away while pages still quote them: told once, with all places."""

import shutil
from pathlib import Path

import pytest

from explainer.pages.check import all_problems
from text.cases import CASES

#: Words of an article that is gone, quoted in front matter and in running text.
PAGES = {
    "docs/questions/mill.md": (
        "---\nquestion: Was the mill burnt?\nanswers:\n  - says: It was\n    claims:\n"
        "      - quote: sparks flew over orchard walls\n      - quote: flames ate both its wheels\n---\n"
    ),
    "docs/mill.md": (
        "# Mill\n\nThey said [“no grain is left”](quote:).\n\n[“millers wept”](quote:) and"
        " [“oxen fled uphill”](quote:).\n"
    ),
    "docs/actors/miller-kvist.md": "---\nname: Miller Kvist\n---\n",
}
TOLD = (
    "seeds: an article is missing: 5 quotations are in none, nor is anything like them:"
    " docs/mill.md (lines 3, 5), docs/questions/mill.md (lines 6, 7); put its text back into seeds/, or"
    " take these out; what quotes this article is not checked before [no-such-article]"
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A right site of one article, and pages that need another one."""
    made = Path(shutil.copytree(CASES / "mistakes" / "site", tmp_path / "site"))
    for name, text in PAGES.items():
        path = made / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return made


def told(project: Path) -> list[str]:
    return [str(problem) for problem in all_problems(project)]


def test_told_once(project: Path) -> None:
    """Many quotations of several files that stand nowhere are one problem; what follows is not told."""
    assert told(project) == [TOLD]


def test_a_misspelt_quotation_is_told_besides(project: Path) -> None:
    """What has a passage like it is of an article that is there."""
    page = project / "docs/index.md"
    page.write_text("# Home\n\n[“the dam wass safe”](quote:)\n", encoding="utf-8")
    assert [line.partition(":3:1: ")[0] for line in told(project)] == ["docs/index.md", TOLD]


def test_a_few_are_told_one_by_one(project: Path) -> None:
    """Of one page that quotes what stands nowhere, each line is wrong by itself."""
    (project / "docs/questions/mill.md").unlink()
    (project / "docs/actors/miller-kvist.md").unlink()
    assert [line.partition(" these")[0] for line in told(project)] == [
        "docs/mill.md:3:11:",
        "docs/mill.md:5:1:",
        "docs/mill.md:5:30:",
    ]


def test_without_any_article(project: Path) -> None:
    """Where there is no article at all, a single quotation tells that one is missing."""
    shutil.rmtree(project / "seeds")
    (project / "seeds").mkdir()
    for name in ("docs/questions/mill.md", "docs/index.md"):
        (project / name).unlink()
    (project / "docs/mill.md").write_text("# Mill\n\n[“millers wept”](quote:)\n", encoding="utf-8")
    (line,) = told(project)
    assert line.startswith("seeds: an article is missing: a quotation is in none, nor")
    assert "docs/mill.md (line 3)" in line
