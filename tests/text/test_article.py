"""From files to articles: what is odd is told at its place, and the other files are read."""

import os
import re
from pathlib import Path

import pytest

from explainer.problems import Level, Problems
from explainer.text.article import MAX_BYTES, RESERVED_SLUGS, load_article, load_articles, slugify

GOOD = b"The bridge fell on Monday."


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "good.txt").write_bytes(GOOD)
    return folder


def told(seeds: Path) -> list[str]:
    """The problems of a folder; its good article is read whatever stands beside it."""
    problems = Problems()
    articles = load_articles(seeds, problems)
    assert "good" in [article.slug for article in articles]
    return [str(problem) for problem in problems]


UTF16 = "The bridge fell.".encode("utf-16")

SAVE = "in an editor, open the file with its own encoding and save it with the encoding UTF-8"

BAD = {
    "nul": (
        b"The bridge\r\nfell\0 on Monday.",
        "2:5: a NUL byte: this is no text file. Save the article as plain text in UTF-8 [nul]",
    ),
    "latin1": (
        "The bridge fell.\r\nJosé left.".encode("latin-1"),
        f"2:4: byte 0xe9 is not UTF-8 (“é” in Windows-1252 or Latin-1); {SAVE} [encoding]",
    ),
    "latin1 after a lone CR": (
        "Zürich.\rJos".encode() + b"\xe9 left.",
        "2:4: byte 0xe9 is not UTF-8 (“é” in Windows-1252 or Latin-1); other signs of the file are,"
        " so delete this one and type it anew [encoding]",
    ),
    "cut": (
        "The bridge fell…".encode()[:-1],
        f"1:16: byte 0xe2 is not UTF-8 (“â” in Windows-1252 or Latin-1); {SAVE} [encoding]",
    ),
    "utf16": (
        UTF16,
        f"1:1: this is UTF-16; {SAVE} [encoding]",
    ),
    "empty": (b"", "1:1: is empty; put the article's text in it [empty]"),
    "blank": (b"\xef\xbb\xbf \r\n\t\n", "1:1: is empty; put the article's text in it [empty]"),
    "huge": (
        b"a" * 5_000_000,
        "1:1: has 5.0 MB; an article may have 2. Split it, or keep only the article's own text"
        " [too-large]",
    ),
}


@pytest.mark.parametrize(("data", "message"), BAD.values(), ids=BAD)
def test_unreadable_text(seeds: Path, data: bytes, message: str) -> None:
    """What is no text is an error at its line and column, and costs no other article."""
    (seeds / "bad.txt").write_bytes(data)
    assert told(seeds) == [f"seeds/bad.txt:{message}"]
    problems = Problems()
    assert load_article(seeds / "bad.txt", problems) is None
    assert len(problems.errors) == 1


ODD = {
    "bidi override": ("The bridge \u202efell.", "1:12: U+202E (right-to-left override)"),
    "control": ("The\nbridge\x1b[31m fell.", "2:7: U+001B (control character)"),
    "bom inside": ("The \ufeffbridge fell.", "1:5: U+FEFF (zero width no-break space)"),
    "isolate": ("The \u2066bridge fell.", "1:5: U+2066 (left-to-right isolate)"),
}


@pytest.mark.parametrize(("text", "message"), ODD.values(), ids=ODD)
def test_odd_characters(seeds: Path, text: str, message: str) -> None:
    """What a reader cannot see is one notice for each kind, and the text stays as it is."""
    (seeds / "odd.txt").write_text(text + text, encoding="utf-8", newline="")
    problems = Problems()
    article = load_article(seeds / "odd.txt", problems)
    assert article is not None
    assert article.text == text + text
    (problem,) = problems
    assert problem.level is Level.NOTICE
    said = f"seeds/odd.txt:{message} is shown as a visible sign; is it meant? [odd-character]"
    assert str(problem) == said


def test_byte_order_mark(seeds: Path) -> None:
    """A mark before UTF-8 is no part of the text, and nothing to speak of."""
    (seeds / "marked.txt").write_bytes(b"\xef\xbb\xbfThe dam fell.")
    problems = Problems()
    article = load_article(seeds / "marked.txt", problems)
    assert article is not None
    assert (article.text, list(problems)) == ("The dam fell.", [])


def test_line_ends_stay(seeds: Path) -> None:
    """Every line end of the file is in the text, and its sum is the file's."""
    data = "The dam fell.\r\nOh.\rAh.\u2028Eh.\n".encode()
    (seeds / "ends.txt").write_bytes(data)
    article = load_article(seeds / "ends.txt", Problems())
    assert article is not None
    assert article.text.encode() == data
    (seeds / "twin.txt").write_bytes(data)
    twin = load_article(seeds / "twin.txt", Problems())
    assert twin is not None
    assert twin.sha256 == article.sha256


def test_largest(seeds: Path) -> None:
    """A file of just the greatest size is read, on one line."""
    (seeds / "large.txt").write_bytes(b"a" * MAX_BYTES)
    assert told(seeds) == []


def test_one_address(seeds: Path) -> None:
    """Of two files with one address the first is read, and the other told to be renamed."""
    (seeds / "Good!.txt").write_text("Another text.", encoding="utf-8")
    assert told(seeds) == [
        "seeds/good.txt:1:1: has the address of seeds/Good!.txt (articles/good/); rename one of them"
        " [duplicate-slug]"
    ]


def test_same_text(seeds: Path) -> None:
    """The same text twice is a notice: both are read."""
    (seeds / "copy.txt").write_bytes(GOOD)
    problems = Problems()
    assert len(load_articles(seeds, problems)) == 2
    assert [str(problem) for problem in problems] == [
        "seeds/good.txt:1:1: is the same text as seeds/copy.txt; delete one of them [duplicate-text]"
    ]
    assert not problems.errors


def test_no_file(seeds: Path) -> None:
    """A folder and a broken link that are named like articles are errors."""
    (seeds / "folder.txt").mkdir()
    (seeds / "link.txt").symlink_to(seeds / "nowhere")
    (seeds / "loop.txt").symlink_to(seeds / "loop.txt")
    assert told(seeds) == [
        "seeds/folder.txt:1:1: cannot be read: Is a directory [unreadable]",
        "seeds/link.txt:1:1: cannot be read: No such file or directory [unreadable]",
        "seeds/loop.txt:1:1: cannot be read: Too many levels of symbolic links [unreadable]",
    ]


def test_link_out_of_the_folder(seeds: Path, tmp_path: Path) -> None:
    """A link to a file elsewhere is an error: it could publish any file of the machine."""
    (tmp_path / "secret").write_text("A secret.\n", encoding="utf-8")
    (seeds / "link.txt").symlink_to(tmp_path / "secret")
    (seeds / "twin.txt").symlink_to(seeds / "good.txt")
    problems = Problems()
    assert [article.slug for article in load_articles(seeds, problems)] == ["good", "twin"]
    assert str(problems.errors[0]) == (
        "seeds/link.txt:1:1: is a link that leads out of this folder;"
        " put the article itself here [link]"
    )


NAMES = {
    "two words.txt": "two-words",
    "..txt": None,
    "...txt": None,
    "index.txt": "index-page",
    "README.txt": "readme-page",
    "Čapek & Straße.txt": "capek-strasse",
    "Київ.txt": "киів",
    "北京.txt": "北京",
    "<script>.txt": "script",
    "-.txt": None,
    "a&b=c?d#e.txt": "a-b-c-d-e",
    "%2e%2e.txt": "2e-2e",
    f"{'x' * 240}.txt": None,
    "\u202etxt.exe.txt": "txt-exe",
}


@pytest.mark.parametrize(("name", "slug"), NAMES.items(), ids=[ascii(name) for name in NAMES])
def test_odd_names(seeds: Path, name: str, slug: str | None) -> None:
    """A file of any name is read, and has an address inside the site."""
    (seeds / name).write_text("The dam fell.", encoding="utf-8")
    article = load_article(seeds / name, Problems())
    assert article is not None
    assert slug is None or article.slug == slug
    safe(article.slug)
    assert told(seeds) == []


def test_name_not_in_utf8(seeds: Path) -> None:
    """A name that is no UTF-8 is read, and told in words that are."""
    path = Path(os.fsdecode(os.fsencode(seeds) + b"/caf\xe9.txt"))
    try:
        path.write_bytes(b"\xff")
    except OSError:
        pytest.skip("this file system has names in UTF-8 only")
    (message,) = told(seeds)
    assert message.startswith("seeds/caf?.txt:1:1: byte 0xff is not UTF-8")
    path.write_bytes(b"The dam fell.")
    article = load_article(path, Problems())
    assert article is not None
    safe(article.slug)


@pytest.mark.parametrize(
    "name",
    [
        "",
        ".",
        "..",
        "../../etc/passwd",
        "/",
        "\\..\\..",
        "a/../b",
        "con\0",
        "\u2024\u2024/\u2215",
        "．．／",
        "Index",
        "INDEX",
        "ReadMe",
        "x" * 1000,
        "-" * 1000,
        "a b " * 500,
        "İ",
        "ﬁ",
        "\udcff",
    ],
    ids=ascii,
)
def test_slugs(name: str) -> None:
    """No name leads out of the site, and none is long, empty or taken."""
    safe(slugify(name))
    assert slugify(name) == slugify(name)


def safe(slug: str) -> None:
    assert re.fullmatch(r"[^\W_]+(?:-[^\W_]+)*", slug)
    assert 0 < len(slug) <= 80
    assert slug not in RESERVED_SLUGS
    slug.encode()


def test_long_names_differ() -> None:
    """Two long names with one beginning have two addresses."""
    assert slugify("x" * 100 + "a") != slugify("x" * 100 + "b")
