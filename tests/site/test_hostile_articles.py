"""Articles as no one should write them, through the whole of a build."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from conftest import Build

pytestmark = pytest.mark.slow

ATTACK = (
    'Ann Lee said that "<script>alert(1)</script> {{ config }} {% raw %}" on Monday.\n'
    "Bob Ray denied that [x](javascript:alert(2)) was ../../../../etc/passwd.\n"
    "/// claims\n    by: x\n///\n"
    "# Not a heading\n---\ntitle: no\n---\n"
    'Mr. <img src=x onerror=alert(3)> said that "> <!-- it rained.\n'
    "\u202eEve\u202c Fox said that it\x1a rained \x02wzxhzdk:0\x03 again.\n"
)

READABLE = {
    "attack.txt": ATTACK.encode(),
    "crlf.txt": b"Ann Lee said that it rained.\r\nBob Ray denies that it rained.\r\n",
    "bom.txt": "\ufeffAnn Lee said that it rained.".encode(),
    "marks.txt": ("“" * 10_000 + " said Ann Lee.").encode(),
    "one-line.txt": b"Ann Lee said that it rained. " * 3_000,
    "żółw łabędź.txt": b"Ann Lee said that the turtle slept.",
}
UNREADABLE = {
    "empty.txt": b"",
    "nul.txt": b"Ann Lee said\0 that it rained.",
    "latin.txt": "Café".encode("latin-1"),
    "huge.txt": b"Ann Lee said that it rained. " * 180_000,
    "Attack!.txt": b"Ann Lee said that it snowed.",
}


@pytest.fixture
def hostile(project: Path) -> Path:
    """A project with all of them beside its own article."""
    for name, data in {**READABLE, **UNREADABLE}.items():
        (project / "seeds" / name).write_bytes(data)
    return project


def test_each_ends_in_a_page_or_a_problem(hostile: Path, build: Build) -> None:
    """What can be read has its page; what cannot is named; nothing is run or left raw."""
    done = build(hostile, "--strict")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    warnings = [line for line in done.stderr.splitlines() if line.startswith("WARNING")]
    named = {line.split("seeds/")[1].split(".txt")[0] + ".txt" for line in warnings}
    # Of two with one address, the second by name is turned away.
    assert named in (UNREADABLE.keys(), {*UNREADABLE.keys() - {"Attack!.txt"}, "attack.txt"})
    site = hostile / "site"
    for slug in ("attack", "crlf", "bom", "marks", "one-line", "zołw-łabedz", "belgorod-raid"):
        assert (site / "articles" / slug / "index.html").is_file(), slug
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert "<script>alert" not in text, path
        assert "<img src=x" not in text, path
        assert 'href="javascript' not in text, path
        assert not set(text) & set("\x02\x03\x1a\u202e\u202c"), path


def test_the_attack_is_shown_as_it_is_written(project: Path, build: Build) -> None:
    """Its Markdown, its templates and its blocks are words like others."""
    (project / "seeds/attack.txt").write_bytes(ATTACK.encode())
    (project / "seeds/attack.yml").write_text("show: full\n", encoding="utf-8")
    done = build(project, "--strict")
    assert done.returncode == 0, done.stderr
    page = (project / "site/articles/attack/index.html").read_text(encoding="utf-8")
    text = LexborHTMLParser(page).css_first(".x-text").text()
    for words in ("<script>alert(1)</script>", "{{ config }}", "[x](javascript:alert(2))",
                  "/// claims", "# Not a heading", "⟦U+202E⟧Eve", "␚", "␂wzxhzdk:0␃"):  # fmt: skip
        assert words in text, words
