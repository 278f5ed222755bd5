"""The rules of the house that no linter knows."""

import ast
import os
import re
import tomllib
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
HOOKS = ROOT / "hooks"
MODULES = sorted(HOOKS.rglob("*.py"))
READING = sorted((HOOKS / "explainer" / "reading").rglob("*.py"))
COMMANDS = sorted(p for p in (ROOT / "scripts").iterdir() if p.is_file() and not p.suffix)

#: With fewer, words of a language and names in the code cannot be told apart.
_A_LIST = 6


def named(paths: Iterable[Path]) -> list[object]:
    """The paths as cases of a test, each called by its place in the project."""
    return [pytest.param(path, id=path.relative_to(ROOT).as_posix()) for path in paths]


def tree_of(path: Path) -> ast.Module:
    """A file of Python code as its syntax tree, as Debian 12's Python reads it."""
    return ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 11))


def imports(path: Path) -> set[str]:
    """The packages that a module imports, by the first part of their names."""
    found: set[str] = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            found.update(alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found


def test_one_module_knows_mkdocs() -> None:
    """One file touches the builder, so that another builder costs one file."""
    assert [p.name for p in MODULES if imports(p) & {"mkdocs", "material"}] == ["mkdocs_events.py"]


@pytest.mark.parametrize("path", named(MODULES))
def test_nothing_imports_scripts_or_tests(path: Path) -> None:
    """Commands and tests stand outside the house."""
    assert not imports(path) & {"scripts", "tests", "conftest", "pytest"}


@pytest.mark.parametrize("path", named(READING))
def test_reading_opens_no_file(path: Path) -> None:
    """What is read from a text depends on the text and the lexicons alone."""
    calls = {ast.unparse(n.func) for n in ast.walk(tree_of(path)) if isinstance(n, ast.Call)}
    assert not imports(path) & {"pathlib", "io", "os", "shutil", "tempfile", "socket", "urllib"}
    assert not {
        call for call in calls if call.split(".")[-1] in {"open", "read_text", "read_bytes"}
    }


# ------------------------------------------------------------------ words belong into lexicons


@pytest.fixture(scope="module")
def lexicon() -> set[str]:
    """All single words that stand first in a line of a lexicon."""
    words: set[str] = set()
    for path in (HOOKS / "explainer" / "lexicons").rglob("*.txt"):
        for line in path.read_text(encoding="utf-8").splitlines():
            words.add(line.split("|")[0].strip().lower())
    return {word for word in words if word.isalpha()}


def texts(nodes: Iterable[ast.expr | None]) -> list[str]:
    """The constants among some expressions that are texts."""
    return [n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)]


def word_lists(tree: ast.Module) -> Iterator[tuple[int, list[str]]]:
    """Every place where code could hold a list of words, with its line: collections, alternatives
    of a pattern and texts that are split. Docstrings, the closed lists of ``Literal[…]`` and names
    of constants (``"modal": MODAL``) are not meant.
    """
    skipped = {id(n.slice) for n in ast.walk(tree) if isinstance(n, ast.Subscript)}
    skipped |= {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
    for node in ast.walk(tree):
        if id(node) in skipped:
            continue
        if isinstance(node, ast.List | ast.Set | ast.Tuple):
            yield node.lineno, texts(node.elts)
        elif isinstance(node, ast.Dict):
            names = {n.id.lower() for n in node.values if isinstance(n, ast.Name)}
            yield node.lineno, [key for key in texts(node.keys) if key not in names]
        elif isinstance(node, ast.Constant) and "|" in str(node.value):
            yield node.lineno, re.split(r"\W+", str(node.value))
        elif isinstance(node, ast.Attribute) and node.attr == "split":
            yield node.lineno, " ".join(texts([node.value])).split()


@pytest.mark.parametrize("path", named(MODULES))
def test_code_holds_no_word_list(path: Path, lexicon: set[str]) -> None:
    """Words of a language are in its lexicon files, where a linguist finds them."""
    found = [(line, sorted(lexicon & set(words))) for line, words in word_lists(tree_of(path))]
    assert not [(line, words) for line, words in found if len(words) >= _A_LIST]


@pytest.mark.parametrize(
    "code",
    [
        "X = {'said', 'told', 'asked', 'denied', 'claimed', 'added'}",
        "X = 'said told asked denied claimed added'.split()",
        "X = re.compile(r'(?:said|told|asked|denied|claimed|added)\\b')",
        "X = {'said': 1, 'told': 1, 'asked': 1, 'denied': 1, 'claimed': 1, 'added': 1}",
    ],
)
def test_word_lists_are_found(code: str) -> None:
    """A list of words is found in whatever form it hides."""
    words = {"said", "told", "asked", "denied", "claimed", "added"}
    assert any(words <= set(found) for _, found in word_lists(ast.parse(code)))


# ------------------------------------------------------------------------- locks and commands


def locked(name: str) -> dict[str, tuple[str, int]]:
    """What a lock file holds: each package with its version and its number of hashes."""
    entries = re.split(r"\n(?=[a-z])", (ROOT / name).read_text(encoding="utf-8"))[1:]
    return {
        entry.split("==")[0]: (entry.split("==")[1].split()[0], entry.count("--hash=sha256:"))
        for entry in entries
    }


LOCKS = ["requirements.txt", "requirements-page.txt", "requirements-dev.txt"]


@pytest.mark.parametrize("name", LOCKS)
def test_lock_is_whole_and_tells_no_source(name: str) -> None:
    """Each package is locked with hashes, and no line says where it was fetched from."""
    text = (ROOT / name).read_text(encoding="utf-8")
    assert all(hashes for _, hashes in locked(name).values())
    assert not re.findall(r"^-.*|.*(?:://|file:| @ ).*", text, re.MULTILINE)
    assert not re.findall(r"^ +--(?!hash=sha256:[0-9a-f]{64}).*", text, re.MULTILINE)


def test_lock_holds_what_the_project_asks_for() -> None:
    """Nothing that pyproject.toml asks for is missing, and each lock holds all of the one before it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    build, page, both = (locked(name) for name in LOCKS)
    wishes = [*project["dependencies"], *chain(*project["optional-dependencies"].values())]
    assert {re.split(r"[<>=!~\[ ;]", wish)[0] for wish in wishes} <= both.keys()
    assert {name: page.get(name) for name in build} == build
    assert {name: both.get(name) for name in page} == page


def test_compiled_packages_are_locked_for_every_system() -> None:
    """Whoever comes with another Python or system finds the hash of a file made for it."""
    hashes = {name: count for name, (_, count) in locked("requirements.txt").items()}
    few = {name: hashes[name] for name in ("pydantic-core", "pyyaml", "markupsafe", "sentencex")}
    assert all(count >= 3 * 3 for count in few.values()), few


@pytest.mark.parametrize("path", named(COMMANDS))
def test_command_runs_and_says_what_it_is_for(path: Path) -> None:
    """A command can be run as it is, and its file begins with what it does."""
    first, second, *_ = path.read_text(encoding="utf-8").splitlines()
    assert os.access(path, os.X_OK)
    assert first in {"#!/bin/sh", "#!/usr/bin/env bash", "#!/usr/bin/env python3"}
    assert second.startswith(("# ", '"""'))


# ------------------------------------------------------------------------------- the site's file


class _Settings(yaml.SafeLoader):
    """Reads mkdocs.yml; of ``!ENV`` it keeps the names and the default."""


def _environment(loader: yaml.SafeLoader, node: yaml.SequenceNode) -> list[object]:
    return loader.construct_sequence(node)


_Settings.add_constructor("!ENV", _environment)


@pytest.fixture(scope="module")
def settings() -> dict[str, object]:
    """The site's settings."""
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    loaded: dict[str, object] = yaml.load(text, Loader=_Settings)
    return loaded


def test_every_dead_link_counts(settings: dict[str, dict[str, dict[str, str]]]) -> None:
    """Whatever MkDocs can say about links and navigation is a warning, which --strict counts."""
    said = {word for part in settings["validation"].values() for word in part.values()}
    assert said == {"warn"}


def test_addresses_come_from_outside(settings: dict[str, object]) -> None:
    """Nothing in the repository says where the site is published or who hosts its source."""
    assert settings["site_url"] == ["SITE_URL", ""]
    assert settings["repo_url"] == ["REPO_URL", ""]
    assert settings["edit_uri"] == ["EDIT_URI", ""]


def test_live_preview_watches_all_that_is_read(settings: dict[str, list[str]]) -> None:
    """Articles, words and templates show in the preview as soon as they are saved."""
    watched = {"seeds", "hooks/explainer/lexicons", "hooks/explainer/pages"}
    assert watched <= set(settings["watch"])
