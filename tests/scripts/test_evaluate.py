"""scripts/evaluate: known figures for a gold standard small enough to count by hand."""

import json
from pathlib import Path
from typing import Any

import pytest

from scripts.commands import run

TEXT = "The mayor said that the old bridge fell on Monday. Anna Berg denied that it fell."

#: The second attribution's content, and the only time, are annotated; the third is not found.
GOLD: dict[str, Any] = {
    "id": "a",
    "text": TEXT,
    "dct": "2023-05-24",
    "attributions": [
        {"source": [[0, 9]], "cue": [[10, 14]], "content": [[15, 49]], "kind": "indirect"},
        {"source": [[51, 60]], "cue": [[61, 67]], "content": [[68, 80]], "kind": "indirect"},
    ],
    "timexes": [{"start": 43, "end": 49, "type": "DATE", "value": "2023-05-22"}],
}


def written(path: Path, *rows: dict[str, Any]) -> str:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return str(path)


def figures(output: str) -> dict[str, str]:
    """The lines of tables by their names."""
    return {
        line[2:22].strip(): " ".join(line[22:].split())
        for line in output.splitlines()
        if line.startswith("  ")
    }


def test_own_reading(tmp_path: Path) -> None:
    """What is read rightly scores a hundred, by role, relation, rule and value."""
    done = run("evaluate", written(tmp_path / "gold.jsonl", GOLD))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("gold.jsonl: 1 documents\n")
    found = figures(done.stdout)
    for name in ("source exact", "content half", "who and what half", "relation exact", "value"):
        assert found[name] == "P 100.0 R 100.0 F1 100.0"
    assert "    clause                               100.0 % of 2\n" in done.stdout
    assert "    DATE                                 100.0 % of 1\n" in done.stdout


def test_precision(tmp_path: Path) -> None:
    """The lines of precision.txt are printed for what is found often enough to be measured."""
    rows = [GOLD | {"id": str(number)} for number in range(30)]
    done = run("evaluate", written(tmp_path / "gold.jsonl", *rows), "--precision")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[0] == "clause | 1.00"
    assert all(line.startswith("clause, ") for line in done.stdout.splitlines()[1:])


def test_predictions(tmp_path: Path) -> None:
    """Another reader's answers are counted: one of two right, one of three found."""
    answers = {
        "id": "a",
        "attributions": [
            {"source": [[0, 9]], "cue": [[10, 14]], "content": [[20, 49]], "rule": "x"},
            {"source": [[0, 9]], "cue": [[61, 67]], "content": [[68, 80]], "rule": "y"},
            {"source": [], "cue": [[35, 39]], "content": [[20, 34]], "rule": "y"},
        ],
        "timexes": [{"start": 40, "end": 49, "type": "DATE", "value": "2023-05-22"}],
    }
    gold = written(tmp_path / "gold.jsonl", GOLD)
    done = run("evaluate", gold, "--predictions", written(tmp_path / "answers.jsonl", answers))
    assert (done.returncode, done.stderr) == (0, "")
    found = figures(done.stdout)
    assert found["who and what half"] == "P 33.3 R 50.0 F1 40.0"
    assert found["relation exact"] == "P 0.0 R 0.0 F1 0.0"
    assert found["cue exact"] == "P 66.7 R 100.0 F1 80.0"
    assert found["source exact"] == "P 100.0 R 50.0 F1 66.7"
    assert found["who, given what"] == "P 50.0 R 50.0 F1 50.0"
    assert found["strict"] == "P 0.0 R 0.0 F1 0.0"
    assert found["relaxed"] == found["value"] == "P 100.0 R 100.0 F1 100.0"
    assert "    x                                    100.0 % of 1\n" in done.stdout
    assert "    y                                      0.0 % of 2\n" in done.stdout
    assert "    another source                           1\n" in done.stdout
    assert "    found where nothing is annotated         1\n" in done.stdout
    assert "    another place                            1\n" in done.stdout


def test_undated(tmp_path: Path) -> None:
    """Without the date of publication a weekday has no value, though its words are found."""
    done = run("evaluate", written(tmp_path / "gold.jsonl", GOLD), "--undated")
    found = figures(done.stdout)
    assert found["strict"] == "P 100.0 R 100.0 F1 100.0"
    assert found["value"] == "P 0.0 R 0.0 F1 0.0"


def test_no_answers(tmp_path: Path) -> None:
    """Documents without an answer count as nothing found, and nothing is divided by nought."""
    gold = written(tmp_path / "gold.jsonl", GOLD)
    done = run("evaluate", gold, "--predictions", written(tmp_path / "none.jsonl"))
    assert done.returncode == 0
    assert figures(done.stdout)["who and what half"] == "P 0.0 R 0.0 F1 0.0"


def test_unknown_ids(tmp_path: Path) -> None:
    """Answers to documents that are not there are told in one line, not scored."""
    gold = written(tmp_path / "gold.jsonl", GOLD)
    answers = written(tmp_path / "answers.jsonl", {"id": "zzz", "attributions": []})
    done = run("evaluate", gold, "--predictions", answers)
    assert done.returncode == 1
    assert "1 answers to no document, such as 'zzz'" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("data", [None, "not json\n"])
def test_broken_gold(tmp_path: Path, data: str | None) -> None:
    """A file that is missing or broken is one line that names it, and exit code 1."""
    path = tmp_path / "gold.jsonl"
    if data is not None:
        path.write_text(data, encoding="utf-8")
    done = run("evaluate", str(path))
    assert (done.returncode, done.stdout) == (1, "")
    assert "gold.jsonl" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_one_file_for_predictions(tmp_path: Path) -> None:
    """Answers belong to one file."""
    gold = written(tmp_path / "gold.jsonl", GOLD)
    done = run("evaluate", gold, gold, "--predictions", gold)
    assert done.returncode == 2
    assert "--predictions answers one file" in done.stderr
