"""Files that say they are not finished."""

from pathlib import Path

import pytest

from conftest import Build

pytestmark = pytest.mark.slow


def test_nothing_of_a_draft_is_published(project: Path, build: Build) -> None:
    """A draft has no page, takes none over and turns nothing red; its page stays as it was read."""
    docs = project / "docs"
    question = "---\ndraft: true\nquestion:\n---\nOf the question.\n"
    (docs / "questions/unfinished.md").write_text(question, encoding="utf-8")
    (docs / "actors/ukraine.md").write_text("---\ndraft: true\n---\nOf Ukraine.\n", "utf-8")
    done = build(project, "--strict")
    assert done.returncode == 0, done.stderr
    site = project / "site"
    assert not (site / "questions/unfinished").exists()
    pages = [path.read_text(encoding="utf-8") for path in site.rglob("*.html")]
    assert not [page for page in pages if "Of the question" in page or "Of Ukraine" in page]
    assert (site / "actors/ukraine/index.html").exists()
    assert "Of Ukraine" not in (site / "search/search_index.json").read_text(encoding="utf-8")
    (docs / "actors/ukraine.md").write_text("Of Ukraine.\n", "utf-8")
    assert build(project, "--strict").returncode == 0
    assert "Of Ukraine" in (site / "actors/ukraine/index.html").read_text(encoding="utf-8")
