"""scripts/problems: what is wrong, without a build."""

from pathlib import Path

import pytest

from conftest import Build, copy_project
from scripts.commands import ROOT, run

#: Files of a project, and what is told of each.
MISTAKES = {
    "docs/page.md": (
        "---\ntitle: A page\n---\nText\n\n/// clams\n///\n",
        "docs/page.md:6:1: there is no block `clams`; did you mean `claims`? [unknown-block]",
    ),
    "docs/note.md": (
        "Note: this is no metadata.\n",
        "docs/note.md:1:1: MkDocs takes this line as metadata; put a blank line or front matter"
        " between `---` lines first [front-matter]",
    ),
    "docs/actors/ukrain.md": (
        "Text\n",
        "docs/actors/ukrain.md: there is no actor 'ukrain'; did you mean 'ukraine'? Or say under"
        " which `names:` the articles have it, or name it in an article's `mentions:` [no-such-actor]",
    ),
    "docs/questions/who.md": (
        "---\nquestion: Who?\n---\n",
        "docs/questions/who.md:2:1: 'answers' is missing (the answers to it) [question]",
    ),
    "seeds/dam.yml": (
        "titel: The dam\n",
        "seeds/dam.yml:1:1: 'titel' is not a key here; did you mean 'title'? [notes]",
    ),
}


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    """A project with a mistake in each kind of file, and a page that is no text."""
    project = copy_project(tmp_path / "project")
    (project / "seeds/dam.txt").write_text("Anna Berg said that it held.\n", encoding="utf-8")
    for name, (text, _) in MISTAKES.items():
        (project / name).write_text(text, encoding="utf-8")
    return project


def test_every_problem_is_told_in_one_run(wrong: Path) -> None:
    """Articles, notes, questions and pages: each mistake has its line, then they are counted."""
    (wrong / "docs/latin.md").write_bytes(b"caf\xe9")
    done = run("problems", "--project", str(wrong))
    lines = done.stdout.splitlines()
    assert (done.returncode, done.stderr) == (1, "")
    assert {message for _, message in MISTAKES.values()} <= set(lines)
    assert any(line.startswith("docs/latin.md:1:4: byte 0xe9 is not UTF-8") for line in lines)
    assert [line for line in lines if line.endswith("[navigation]")] == [
        f"mkdocs.yml:11:1: docs/{name}.md is not in the navigation; below `nav:` add"
        f" `- {name.capitalize()}: {name}.md` [navigation]"
        for name in ("latin", "note", "page")
    ]
    assert lines[-1].startswith(f"{len(MISTAKES) + 4} errors, ")


def test_this_project_has_no_error() -> None:
    """What stands in the repository is right."""
    done = run("problems", "--errors")
    assert done.returncode == 0, done.stdout


@pytest.mark.slow
def test_the_build_tells_the_same(wrong: Path, build: Build) -> None:
    """What a strict build tells of files that people wrote, and what this tells, are one."""
    (wrong / "docs/latin.md").write_bytes(b"caf\xe9")
    found = run("problems", "--project", str(wrong), "--errors").stdout.splitlines()[:-1]
    done = build(wrong, "--strict")
    told = [line.partition("-  ")[2] for line in done.stderr.splitlines() if "WARNING" in line]
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert sorted(line for line in told if line.endswith("]")) == found


def test_annotations(wrong: Path) -> None:
    """On GitHub each problem is shown beside its line."""
    (wrong / "docs/a,b:100%.md").write_text("/// clams\n///\n", encoding="utf-8")
    lines = run("problems", "--github", "--project", str(wrong)).stdout.splitlines()
    assert lines[0] == (
        "::error file=docs/a%2Cb%3A100%25.md,line=1,col=1,title=unknown-block::"
        "docs/a,b:100%25.md:1:1: there is no block `clams`; did you mean `claims`? [unknown-block]"
    )


def test_no_project() -> None:
    """A folder that is none is told in one line."""
    done = run("problems", "--project", str(ROOT / "docs"))
    assert done.returncode == 2
    assert done.stderr.endswith("is no project: it has no folder seeds/\n")
