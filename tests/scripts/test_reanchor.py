"""scripts/reanchor: a patch to look at, or to take."""

import subprocess
from pathlib import Path

import pytest

from conftest import ROOT, copy_project
from scripts.commands import run

#: Everything is taken, and what was listed has been compared.
TAKEN = ("--apply", "--compared")


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
    assert done.stderr == "no article with a sum has changed since it was curated\n"


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
    run("reanchor", "--apply", "--project", str(changed))
    assert files(changed) == patched != before


def checked(project: Path) -> list[str]:
    """The lines of the notes in which somebody said whether a reading is right."""
    lines = (project / "seeds/belgorod-raid.yml").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if "checked: " in line.partition("#")[0]]


def test_all_that_was_checked_is_asked_for_again(changed: Path) -> None:
    """Where nobody knows the text as it was, no reading stays checked, and the build stays red."""
    before = checked(changed)
    told = run("reanchor", *TAKEN, "--project", str(changed)).stderr.splitlines()
    assert "seeds/belgorod-raid.txt has changed; git does not have the text as it was" in told
    again = [line for line in told if "is to be checked again: " in line]
    assert len(again) == len(before) != 0
    assert all(line.endswith("checked: false}") for line in checked(changed))
    done = run("problems", "--errors", "--project", str(changed))
    assert done.returncode == 1
    *wrong, total = done.stdout.splitlines()
    assert all(
        "checked: compare the reading with the article, then write true" in line for line in wrong
    )
    assert total.startswith(f"{len(before)} errors, ")


def test_labels_wait_where_nobody_knows_the_text_as_it_was(changed: Path) -> None:
    """Taking what is proposed once, and then once more, does not pass for a comparison."""
    before = sums_of(changed)
    for _ in range(2):
        done = run("reanchor", "--apply", "--project", str(changed))
        assert done.returncode == 1
        assert ": compare `" in done.stderr
        assert sums_of(changed) == before
    assert run("reanchor", *TAKEN, "--project", str(changed)).returncode == 0
    assert sums_of(changed) != before


@pytest.fixture
def in_git(changed: Path) -> Path:
    """The same, where git has the text as it was curated; one checked sentence has changed, too."""
    article = changed / "seeds/belgorod-raid.txt"
    text = article.read_text(encoding="utf-8")
    for command in (
        ["init", "-q"],
        ["add", "seeds", "docs"],
        ["-c", "user.name=a", "-c", "user.email=a@b.example", "commit", "-q", "-m", "curated"],
    ):
        article.write_bytes((ROOT / "seeds/belgorod-raid.txt").read_bytes())
        subprocess.run(["git", *command], cwd=changed, check=True)
    text = text.replace("that it led such operations", "that it ever led such operations")
    assert "that it ever led" in text
    article.write_text(text, encoding="utf-8")
    return changed


def test_only_what_has_changed_is_asked_for_again(in_git: Path) -> None:
    """Where git has the text as it was, a reading stays checked as long as its sentence is the same."""
    before = checked(in_git)
    told = run("reanchor", *TAKEN, "--project", str(in_git)).stderr
    changed = [line for line in checked(in_git) if line not in before]
    assert changed == [
        '  - {quote: "that it ever led such operations", checked: false}',
        '  - {quote: "that the attackers were all young Russians, from", checked: false}',
    ]
    assert "compare `says: " in told
    done = run("problems", "--errors", "--project", str(in_git))
    assert done.stdout.splitlines()[-1].startswith("2 errors, ")
    assert "compare the reading with the article, then write true" in done.stdout
    notes = in_git / "seeds/belgorod-raid.yml"
    text = notes.read_text(encoding="utf-8").replace("checked: false", "checked: true")
    notes.write_text(text, encoding="utf-8")
    assert run("problems", "--project", str(in_git)).returncode == 0
    again = run("reanchor", "--project", str(in_git))
    assert (again.returncode, again.stdout) == (0, "")


def test_labels_stay_red_until_they_are_compared(in_git: Path) -> None:
    """A label that rests on words that have changed gets no new sum before a person has looked at it."""
    sums = sums_of(in_git)
    done = run("reanchor", "--apply", "--project", str(in_git))
    assert done.returncode == 1
    assert "compare `says: Russians" in done.stderr
    assert done.stderr.splitlines()[-1].startswith("compare what is listed; then run this again")
    assert sums_of(in_git) == sums
    assert run("problems", "--project", str(in_git)).returncode == 1
    assert run("reanchor", *TAKEN, "--project", str(in_git)).returncode == 0
    assert sums_of(in_git) != sums


def test_without_a_sum_nothing_is_known(tmp_path: Path) -> None:
    """An article whose sum nobody noted is named: it may have changed."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/talks.txt").write_text("Anna Berg said that it rained.\n", encoding="utf-8")
    done = run("reanchor", "--project", str(tmp_path))
    assert done.returncode == 0
    first, last = done.stderr.splitlines()
    assert first.startswith("seeds/talks.yml: no `sha256:` stands here, so whether seeds/talks.txt")
    assert last == "no article with a sum has changed since it was curated"


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


def test_two_versions_get_no_sum(changed: Path) -> None:
    """Of what a merge left in an article a person chooses first: no sum says that it is right."""
    article = changed / "seeds/belgorod-raid.txt"
    text = article.read_text(encoding="utf-8")
    article.write_text(f"{text}\n<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> b\n", encoding="utf-8")
    before = sums_of(changed)
    done = run("reanchor", "--apply", "--project", str(changed))
    assert done.returncode == 1
    assert "seeds/belgorod-raid.txt:24:1: a merge left two versions here" in done.stderr
    assert sums_of(changed) == before
