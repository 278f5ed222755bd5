"""From a file's bytes to an article: decoded once, judged, never changed.

A file that cannot be read as text is a problem that names the place; the other articles go on.
"""

import hashlib
import os
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from explainer.problems import Level, Problem, Problems
from explainer.text.files import decoded
from explainer.text.spans import Lines

#: A long report has 100,000 characters; a file of more than this is no article.
MAX_BYTES = 2_000_000

#: Pages that every folder of a site has; an article may not take their place.
RESERVED_SLUGS = frozenset({"index", "readme"})

_ODD_CHARACTERS = re.compile(
    "[\x01-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)


#: What a text has when it was saved badly, and the way out.
_ODD_TEXT = (
    (
        re.compile("\ufffd"),
        "a sign was lost here when the text was saved (U+FFFD); compare it with what was published",
    ),
    (
        re.compile("â€|[ÃÂ][\x80-\xbf]"),
        "these signs are what other ones become in a wrong encoding; take the text anew from where it"
        " was published",
    ),
    (
        re.compile(r"</[a-z][a-z0-9]*>|<(?:br|div|p|span)\b[^<>]*>|&(?:amp|gt|lt|nbsp|quot|#\d+);"),
        "this is code of a web page, and readers would see it; `scripts/draft page.html` takes the"
        " article out of such a page",
    ),
    (
        re.compile("[\xad\u200b\u2060]"),
        "a sign that nobody sees stands in these words, so that no quotation of them is found; is it"
        " meant?",
    ),
    (
        re.compile(r"\A---[ \t]*\r?\n[\w-]+:[ \t]"),
        "these lines are no part of the article, and readers would see them; what is known of it stands"
        " in the .yml beside it",
    ),
    (
        re.compile(
            r"^#{1,6} [^\W\d]|\*\*[^\s*][^*\n]*(?<!\s)\*\*|\]\(https?://[^()\s]*\)", re.MULTILINE
        ),
        "this is a sign of Markdown, and readers would see it; an article is plain text",
    ),
    (
        re.compile(r"\A\s*https?://\S+\s*\Z"),
        "this is the address of an article, and not its text; `scripts/draft` with it fetches the text",
    ),
    (
        re.compile(r"\{\\rtf1"),
        "this is the inside of an RTF file; save the article as plain text in UTF-8",
    ),
)


@dataclass(frozen=True)
class Article:
    """One text as published.

    Args:
        slug: its name in addresses, from the file's name.
        path: the file, relative to the project's root, with forward slashes.
        text: the whole text, unchanged but for a byte order mark before it.
    """

    slug: str
    path: str
    text: str

    @cached_property
    def lines(self) -> Lines:
        return Lines(self.text)

    @cached_property
    def sha256(self) -> str:
        """Of the text in UTF-8: the file's own sum, unless it began with a byte order mark."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    def problem(self, offset: int, message: str, rule: str, level: Level = Level.NOTICE) -> Problem:
        """A problem at a place of this article."""
        line, column = self.lines.place(offset)
        return Problem(self.path, line, column, message, rule, level)


def slugify(name: str) -> str:
    """A name for addresses: lower-case letters and digits of any script, joined by hyphens.

    Never empty, never a dot, a slash or a reserved name, and at most 80 characters long.
    """
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    slug = "-".join(re.findall(r"[^\W_]+", plain))
    if len(slug) > 80:
        slug = slug[:71].rstrip("-") + "-" + _digest(name)
    if not slug:
        slug = "x-" + _digest(name)
    return f"{slug}-page" if slug in RESERVED_SLUGS else slug


def load_articles(folder: Path, problems: Problems) -> list[Article]:
    """All ``*.txt`` of a folder, by name; what cannot be read becomes a problem."""
    articles: dict[str, Article] = {}
    sums: dict[str, str] = {}
    for path in sorted(folder.glob("*.txt")):
        article = load_article(path, problems)
        if article is None:
            continue
        shown = article.path
        if twin := articles.get(article.slug):
            problems.add(
                Problem(
                    shown, 1, 1,
                    f"has the address of {twin.path} (articles/{article.slug}/); rename one of them",
                    "duplicate-slug",
                )
            )  # fmt: skip
            continue
        if twin_path := sums.get(article.sha256):
            problems.add(
                Problem(
                    shown, 1, 1,
                    f"is the same text as {twin_path}; delete one of them",
                    "duplicate-text", Level.NOTICE,
                )
            )  # fmt: skip
        articles[article.slug] = article
        sums.setdefault(article.sha256, shown)
    return list(articles.values())


def load_article(path: Path, problems: Problems) -> Article | None:
    """One file; None if it cannot be read as text, and the problem says why."""
    # A file name need not be UTF-8, a message must be.
    shown = f"{path.parent.name}/{path.name}".encode("utf-8", "replace").decode()
    if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(path.parent)):
        # A link could publish any file of the machine that builds.
        message = "is a link that leads out of this folder; put the article itself here"
        problems.add(Problem(shown, 1, 1, message, "link"))
        return None
    text = _decode(_bytes(path, shown, problems), shown, problems)
    if text is None:
        return None
    article = Article(slugify(path.stem), shown, text)
    problems.extend(_odd_characters(article))
    problems.extend(_odd_text(article))
    return article


def _bytes(path: Path, shown: str, problems: Problems) -> bytes | None:
    try:
        size = path.stat().st_size
        if size <= MAX_BYTES:
            return path.read_bytes()
    except OSError as error:
        problems.add(Problem(shown, 1, 1, f"cannot be read: {error.strerror}", "unreadable"))
        return None
    problems.add(
        Problem(
            shown, 1, 1,
            f"has {size / 1e6:.1f} MB; an article may have {MAX_BYTES / 1e6:.0f}."
            " Split it, or keep only the article's own text",
            "too-large",
        )
    )  # fmt: skip
    return None


def _decode(data: bytes | None, shown: str, problems: Problems) -> str | None:
    if data is None:
        return None
    text = decoded(data, shown, problems)
    if text is None:
        return None
    nul = text.find("\0")
    if nul >= 0:
        line, column = Lines(text).place(nul)
        message = "a NUL byte: this is no text file. Save the article as plain text in UTF-8"
        problems.add(Problem(shown, line, column, message, "nul"))
        return None
    if not text.strip():
        problems.add(Problem(shown, 1, 1, "is empty; put the article's text in it", "empty"))
        return None
    return text


def _odd_characters(article: Article) -> Iterable[Problem]:
    """One notice for each kind of character that a reader cannot see."""
    seen: set[str] = set()
    for found in _ODD_CHARACTERS.finditer(article.text):
        if found[0] in seen:
            continue
        seen.add(found[0])
        name = unicodedata.name(found[0], "control character").lower()
        message = f"U+{ord(found[0]):04X} ({name}) is shown as a visible sign; is it meant?"
        yield article.problem(found.start(), message, "odd-character")


def _odd_text(article: Article) -> Iterable[Problem]:
    """One notice for each kind of text that no publisher would print."""
    for pattern, message in _ODD_TEXT:
        if found := pattern.search(article.text):
            yield article.problem(found.start(), message, "odd-text")


def _digest(name: str) -> str:
    return hashlib.sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:8]
