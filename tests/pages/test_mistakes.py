"""The mistakes that contributors make: what each is told, alone and with all the others."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from explainer.pages.check import all_problems
from text.cases import CASES

MISTAKES = CASES / "mistakes"


class Mistake:
    """A file of cases/mistakes: files that are put beside a right site, and the lines that are told."""

    def __init__(self, path: Path) -> None:
        self.name = path.stem
        parts = path.read_text(encoding="utf-8").split("\n==== ")[1:]
        named = [part.partition("\n")[::2] for part in parts]
        self.files: Mapping[str, str] = dict(named[:-1])
        assert named[-1][0] == "told", f"{path} ends with what is told"
        self.told = named[-1][1].splitlines()

    def make(self, project: Path) -> None:
        """Puts the files where their heads say; "(Latin-1)" behind a name is their encoding."""
        for head, text in self.files.items():
            name, _, encoding = head.partition(" (")
            path = project / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes((text + "\n").encode(encoding.rstrip(")") or "utf-8"))


ALL = [Mistake(path) for path in sorted(MISTAKES.glob("*.txt"))]


@pytest.fixture(name="right")
def right_site(tmp_path: Path) -> Path:
    """A site in which nothing is wrong."""
    return Path(shutil.copytree(MISTAKES / "site", tmp_path / "site"))


def told(project: Path) -> list[str]:
    return [f"{problem} ({problem.level.value})" for problem in all_problems(project)]


def test_nothing_is_wrong_without_a_mistake(right: Path) -> None:
    """The site that the mistakes are made in is right."""
    assert told(right) == []


@pytest.mark.parametrize("mistake", ALL, ids=[mistake.name for mistake in ALL])
def test_alone(mistake: Mistake, right: Path) -> None:
    """Each mistake is told at its line and column, with a way out, and nothing else is."""
    mistake.make(right)
    assert told(right) == mistake.told


def test_all_at_once(right: Path) -> None:
    """All mistakes are told in one run, each as if it were alone."""
    for mistake in ALL:
        mistake.make(right)
    assert sorted(told(right)) == sorted(line for mistake in ALL for line in mistake.told)
    assert len(ALL) >= 40


@pytest.mark.parametrize("name", ["docs/page.md", "docs/actors/anna-berg.md", "seeds/flood.yml"])
def test_nul_bytes(name: str, right: Path) -> None:
    """What is no text is told where it begins, and the rest of the file is read."""
    path = right / name
    text = path.read_text(encoding="utf-8") if path.exists() else "---\ntitle: Text\n---\n\nText\n"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text.replace("e", "e\0"), encoding="utf-8")
    line, column = (2, 6) if name.endswith(".md") else (1, 6)
    assert told(right) == [
        f"{name}:{line}:{column}: a NUL byte, which no text has: save the file as plain text in"
        " UTF-8 [nul] (error)"
    ]
