"""scripts/compare: what a change gained and lost, as text for a pull request."""

import importlib.machinery
import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from scripts.commands import run

ROOT = Path(__file__).parents[2]
TEXT = "The mayor said that the bridge fell."
SAID: dict[str, Any] = {
    "source": [[0, 9]],
    "cue": [[10, 14]],
    "content": [[15, 35]],
    "rule": "clause",
    "type": "speech",
    "stance": "asserts",
}
ROW: dict[str, Any] = {"id": "a", "text": TEXT, "attributions": [SAID]}


@pytest.fixture
def compare(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script, as a module that finds its neighbours."""
    monkeypatch.syspath_prepend(ROOT / "scripts")
    loader = importlib.machinery.SourceFileLoader("compare", str(ROOT / "scripts" / "compare"))
    spec = importlib.util.spec_from_loader("compare", loader)
    assert spec
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module


def told(compare: ModuleType, row: dict[str, Any], old: list[Any], new: list[Any]) -> list[str]:
    """The lines of a section that are not empty."""
    lines = compare.section("gold", [row], {"a": old}, {"a": new}, 5)
    return [line for line in lines if line]


def test_gained(compare: ModuleType) -> None:
    """A finding that answers an annotation which none answered before is gained."""
    assert told(compare, ROW, [], [SAID]) == [
        "### gold",
        "Right before: 0, now: 1, of 1 annotated.",
        "**Right now, and not before: 1**",
        "- `a` The mayor · said · that the bridge fell (clause, asserts)",
    ]


def test_lost_and_wrong(compare: ModuleType) -> None:
    """A finding that no longer answers is lost, and what stands there instead is wrong."""
    other = SAID | {"source": [[20, 30]]}
    lines = told(compare, ROW, [SAID], [other])
    assert "**Right before, and no longer: 1**" in lines
    assert "**Wrong now, and not read before: 1**" in lines


def test_another_stance(compare: ModuleType) -> None:
    """The same words with another stance are a change of their own."""
    lines = told(compare, ROW, [SAID], [SAID | {"stance": "denies"}])
    assert lines[2:] == [
        "**Of another stance or type: 1**",
        "- `a` The mayor · said · that the bridge fell (clause, denies)",
    ]


def test_texts_without_annotation(compare: ModuleType) -> None:
    """Where nothing is annotated, findings are new or gone, not right or wrong."""
    plain = {"id": "a", "text": TEXT}
    assert "**New: 1**" in told(compare, plain, [], [SAID])
    assert "**Gone: 1**" in told(compare, plain, [SAID], [])
    assert told(compare, plain, [SAID], [SAID]) == ["### gold", "Nothing has changed."]


@pytest.mark.slow
def test_no_such_revision() -> None:
    """A revision that does not exist is one line."""
    done = run("compare", "no-such-revision")
    assert done.returncode == 1
    assert done.stderr.startswith("compare: fatal: invalid reference: no-such-revision")


@pytest.mark.slow
def test_head(tmp_path: Path) -> None:
    """A tree is compared with any revision, over seeds and any annotated file."""
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(ROW) + "\n", encoding="utf-8")
    done = run("compare", "HEAD", str(path))
    assert (done.returncode, done.stderr) == (0, "")
    assert "### seeds/" in done.stdout
    assert "Right before: 1, now: 1, of 1 annotated." in done.stdout
