"""scripts/read: one article for people, or many for other programs."""

import json
import re
from pathlib import Path

import pytest

from scripts.commands import ROOT, run

CASES = ROOT / "tests" / "cases" / "readings"


@pytest.mark.parametrize("expected", sorted(CASES.glob("*.txt")), ids=lambda path: path.stem)
def test_outline(expected: Path) -> None:
    """What is read from an article, each finding with its rule, is as written down.

    After a change that is meant: scripts/read seeds/<article>.txt > tests/cases/readings/<article>.txt
    """
    done = run("read", f"seeds/{expected.name}")
    assert (done.returncode, done.stderr) == (0, "")
    # Line by line, so that a difference is a few lines; the measured precision may change freely.
    found, wanted = (
        re.sub(r", right \d+%\]", "]", text).splitlines()
        for text in (done.stdout, expected.read_text(encoding="utf-8"))
    )
    assert found == wanted


DOCUMENTS = [
    {"id": "one", "text": "The mayor said that the bridge fell on Monday.", "dct": "2023-05-24"},
    {"id": "two", "text": "The mayor said that the bridge fell on Monday."},
    {"id": "three", "text": "Nothing is said.\r\n“Oh,” said 😀 Anna Berg."},
    {"id": "four", "text": ""},
]


def test_documents(tmp_path: Path) -> None:
    """Each document gives one line of the shape of annotated data, and every span lies in its text."""
    path = tmp_path / "documents.jsonl"
    lines = [json.dumps(document, ensure_ascii=False) for document in DOCUMENTS]
    path.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    done = run("read", "--jsonl", str(path))
    assert (done.returncode, done.stderr) == (0, "")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["id"] for row in rows] == [document["id"] for document in DOCUMENTS]
    for row, document in zip(rows, DOCUMENTS, strict=True):
        assert list(row) == ["id", "attributions", "timexes"]
        spans = [span for one in row["attributions"] for r in ROLES for span in one[r]]
        spans += [[one["start"], one["end"]] for one in row["timexes"]]
        assert all(0 <= start < end <= len(document["text"]) for start, end in spans)
    assert run("read", "--jsonl", "-", given="\n".join(lines)).stdout == done.stdout


ROLES = ("source", "cue", "content")


def test_shape() -> None:
    """A finding has all its fields, and a time says on what it rests."""
    (one,) = (json.loads(run("read", "--jsonl", "-", given=json.dumps(DOCUMENTS[0])).stdout),)
    assert one["attributions"] == [
        {
            "source": [[0, 9]],
            "cue": [[10, 14]],
            "content": [[15, 45]],
            "kind": "indirect",
            "type": "speech",
            "stance": "asserts",
            "rule": "clause",
            "grounds": "clause, 2",
            "confidence": pytest.approx(0.5, abs=0.5),
        }
    ]
    assert one["timexes"] == [
        {"start": 39, "end": 45, "type": "DATE", "value": "2023-05-22", "basis": "inferred"}
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        (
            "missing.txt",
            None,
            "missing.txt:1:1: cannot be read: No such file or directory [unreadable]",
        ),
        ("empty.txt", b"", "empty.txt:1:1: is empty; put the article's text in it [empty]"),
        ("latin1.txt", b"\xe9", "latin1.txt:1:1: byte 0xe9 is not UTF-8"),
        ("nul.txt", b"a\0", "nul.txt:1:2: a NUL byte"),
    ],
)
def test_unreadable(tmp_path: Path, name: str, data: bytes | None, said: str) -> None:
    """An article that cannot be read is one line that says why, and exit code 1."""
    if data is not None:
        (tmp_path / name).write_bytes(data)
    done = run("read", str(tmp_path / name))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"{tmp_path.name}/{said}")
    assert len(done.stderr.splitlines()) == 1


def test_broken_notes(tmp_path: Path) -> None:
    """An article with mistakes in its notes is read, its mistakes are told, and the exit code is 1."""
    (tmp_path / "a.txt").write_text("The mayor said that it was over.", encoding="utf-8")
    (tmp_path / "a.yml").write_text("titel: The end\n", encoding="utf-8")
    done = run("read", str(tmp_path / "a.txt"))
    assert done.returncode == 1
    assert "what  that it was over" in done.stdout
    assert done.stderr.startswith(f"{tmp_path.name}/a.yml:1:1: 'titel' is not a key here; did you")


def test_no_article() -> None:
    """Without an article, or with two wishes at once, the way to call it is shown."""
    for arguments in ([], ["seeds/belgorod-raid.txt", "--jsonl", "-"]):
        done = run("read", *arguments)
        assert done.returncode == 2
        assert "name one article, or a file after --jsonl" in done.stderr


def test_unknown_language() -> None:
    """A language without lexicons is told in a line."""
    done = run("read", "--jsonl", "-", "--language", "xx", given="{}")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "read: there is no lexicon for the language 'xx'\n"


@pytest.mark.slow
@pytest.mark.parametrize(
    "given",
    [
        "not json",
        '{"id": "a"}',
        '["a"]',
        '{"id": "a", "text": "x", "dct": "soon"}',
    ],
)
def test_broken_documents(given: str) -> None:
    """A line that is no document is told with its number, in one line."""
    done = run("read", "--jsonl", "-", given=f'{{"id": "a", "text": "x"}}\n{given}\n')
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 1
    assert len(done.stderr.splitlines()) == 1
    assert "2" in done.stderr


def test_missing_documents(tmp_path: Path) -> None:
    """A file of documents that is not there is told in one line."""
    done = run("read", "--jsonl", str(tmp_path / "missing.jsonl"))
    assert (done.returncode, done.stdout) == (1, "")
    assert "missing.jsonl" in done.stderr
    assert len(done.stderr.splitlines()) == 1
