"""scripts/reanchor: a patch to look at, or to take."""

import subprocess
from pathlib import Path

import pytest

from conftest import copy_project
from scripts.commands import run


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """A copy of the project whose article has changed under its quotations."""
    project = copy_project(tmp_path / "project")
    article = project / "seeds/belgorod-raid.txt"
    text = article.read_text(encoding="utf-8")
    assert "the attackers were Russians" in text
    text = text.replace("the attackers were Russians", "the attackers were all young Russians")
    article.write_text(text, encoding="utf-8")
    return project


def sums_of(project: Path) -> list[str]:
    """The sums of texts that people checked."""
    lines = (project / "seeds/belgorod-raid.yml").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.startswith("sha256:")]


def files(project: Path) -> dict[str, bytes]:
    """Everything that people wrote."""
    found = [*project.glob("seeds/*"), *project.glob("docs/**/*.md")]
    return {path.relative_to(project).as_posix(): path.read_bytes() for path in found}


def test_nothing_has_changed() -> None:
    """As long as the text is the one that was curated, there is nothing to do."""
    done = run("reanchor")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "no article has changed since it was curated\n"


def test_patch_is_printed_and_nothing_written(changed: Path) -> None:
    """Standard output is a patch that git takes; it does what --apply does."""
    before = files(changed)
    done = run("reanchor", "--project", str(changed))
    assert done.returncode == 1
    assert "“the attackers were Russians” → “the attackers were all young Russians”" in done.stderr
    assert files(changed) == before
    command = ["git", "apply", "-"]
    subprocess.run(command, cwd=changed, input=done.stdout, text=True, check=True)
    patched = files(changed)
    for path, data in before.items():
        (changed / path).write_bytes(data)
    assert run("reanchor", "--apply", "--project", str(changed)).returncode == 0
    assert files(changed) == patched != before


def test_what_was_checked_is_to_be_compared_again(changed: Path) -> None:
    """A reading that a person checked in another text is listed, with its line."""
    notes = changed / "seeds/belgorod-raid.yml"
    lines = notes.read_text(encoding="utf-8").splitlines()
    checked = [n for n, line in enumerate(lines, 1) if "checked: true" in line.partition("#")[0]]
    told = run("reanchor", "--project", str(changed)).stderr.splitlines()
    again = [line.split(":")[1] for line in told if line.endswith("or take `checked:` away")]
    assert again == [str(number) for number in checked] != []


def test_after_it_the_project_is_right(changed: Path) -> None:
    """What was red is green again, and a second run has nothing to do."""
    assert run("problems", "--project", str(changed)).returncode == 1
    run("reanchor", "--apply", "--project", str(changed))
    assert run("problems", "--project", str(changed)).returncode == 0
    assert run("reanchor", "--project", str(changed)).returncode == 0


def test_what_is_left_stays_red(changed: Path) -> None:
    """While a quotation has no passage, the sum is not renewed, also by --apply."""
    article = changed / "seeds/belgorod-raid.txt"
    text = article.read_text(encoding="utf-8")
    article.write_text(text.replace("it led such operations", "nothing"), encoding="utf-8")
    sums = sums_of(changed)
    done = run("reanchor", "--apply", "--project", str(changed))
    assert done.returncode == 1
    assert "nothing like “it led such operations” stands in the changed text" in done.stderr
    assert sums_of(changed) == sums
    assert run("problems", "--project", str(changed)).returncode == 1
