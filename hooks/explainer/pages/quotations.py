"""Quotations in prose, ``[“they were behind the attacks”](quote:)``: found in a file, and verified.

Behind the colon may stand which place is meant: an article, a sentence, or both
(``quote:belgorod-raid#s-1a2b3c4d``).
"""

import difflib
import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

import markdown
from markdown.extensions.toc import strip_tags

from explainer.dossier.model import Place
from explainer.dossier.quotations import Form, Passages, Quote, Wrong, listed
from explainer.pages.code import without_code
from explainer.text.spans import Span

_SENTENCE = re.compile(r"s-[0-9a-f]+(?:-\d+)?")
_QUOTE_MARKS = ("“”", "„“", "„”", "«»", "»«", '""', "‘’", "‚‘", "''")
_SIGNS = re.compile(r"[*_`\\<&\[\]]")
_WOULD_BE_READ = re.compile(r"[\\`*_\[\]<&]")

#: All that tells where a link's words begin and end, and where it leads.
_TOKEN = re.compile(
    r"""
      \\.                                       # a bracket that is text
    | (?P<open>!?\[)
    | \](?:(?P<gap>[ \t]*)\(\s*<?(?P<href>[^\s()<>]*)>?
           (?:\s+(?:"[^"\n]*"|'[^'\n]*'))?\s*(?P<close>\)?))?
    | (?P<paragraph>\n[ \t>]*\n)
    """,
    re.VERBOSE,
)
#: Where the address of a quotation is written away from its words, under a name.
_DEFINED = re.compile(
    r"^ {0,3}\[(?P<name>[^\]^\n][^\]\n]*)\]:[ \t]*<?(?P<href>[^\s<>]+)>?", re.MULTILINE
)
_BY_NAME = re.compile(r"\[(?P<words>[^\[\]]+)\](?:[ ]?\[(?P<name>[^\[\]]*)\])?(?![\[(:])")
_HTML = re.compile(
    r"""<a\b[^<>]*?\shref\s*=\s*["']?(?P<href>quote:[^\s"'<>]*)[^<>]*>""", re.IGNORECASE
)
_SPACED = re.compile(r"[ \t]*(?P<rest>[^\s()]+)[ \t]*\)")
_BARE = re.compile(r"(?P<words>[“„][^“„”\n]*”|\"[^\"\n]*\") ?\((?P<href>quote:[^()\s]*)\)")
_TURNED = re.compile(r"\((?P<words>[^()\n]*)\)\[(?P<href>quote:[^\]\s]*)\]")


@dataclass(frozen=True, slots=True)
class Link:
    """A quotation as it stands in a file.

    Args:
        words: what stands between the brackets, as readers would see it.
        href: what stands between the parentheses.
        line, column: where it begins, the line from 0, the column from 1.
        inside, target: where in the text the words and the address stand.
        slip: how it is misspelt so that Markdown sees no link, or "".
    """

    words: str
    href: str
    line: int
    column: int
    inside: Span
    target: Span
    slip: str = ""


def links(text: str) -> Iterator[Link]:
    """All quotations of a Markdown text, those in code aside."""
    seen = without_code(text)
    ends = [found.start() for found in re.finditer("\n", text)]
    for start, inside, target, slip in _found(seen):
        line = bisect_right(ends, start - 1)
        words, href = plain_words(inside.of(text)), target.of(seen)
        column = start - (ends[line - 1] if line else -1)
        yield Link(words, href, line, column, inside, target, slip)


#: Where a quotation begins, its words, its address, and how it is misspelt.
_Found = tuple[int, Span, Span, str]


def _found(seen: str) -> Iterator[_Found]:
    """All quotations of a text without code, in whatever way they are written."""
    for turned in _TURNED.finditer(seen):
        slip = "`[` and `(` stand in each other's place"
        yield turned.start(), Span(*turned.span("words")), Span(*turned.span("href")), slip
    for bare in _BARE.finditer(seen):
        slip = "`[` and `]` round its words are missing"
        yield bare.start(), Span(*bare.span("words")), Span(*bare.span("href")), slip
    for tag in _HTML.finditer(seen):
        end = seen.find("<", tag.end())
        inside = Span(tag.end(), end if end >= 0 else len(seen))
        yield tag.start(), inside, Span(*tag.span("href")), "a link in HTML quotes nothing"
    yield from _by_name(seen)
    yield from _in_brackets(seen)


def _in_brackets(seen: str) -> Iterator[_Found]:
    opened: list[re.Match[str]] = []
    above: list[re.Match[str]] = []
    for token in _TOKEN.finditer(seen):
        if token["paragraph"]:
            opened, above = [], opened
        elif token["open"]:
            opened.append(token)
        elif token[0].startswith("]"):
            start = opened.pop() if opened else None
            if token["href"] is None or not is_quotation(token["href"]):
                continue
            slip = _slip(start, token) if start else "an empty line stands in it"
            if start is None and not above:
                if "\\[" in seen[seen.rfind("\n", 0, token.start()) + 1 : token.start()]:
                    # Somebody writes of quotations.
                    continue
                slip = "no `[` opens it"
            start = start or (above.pop() if above else token)
            inside = Span(min(start.end(), token.start()), token.start())
            yield start.start(), inside, _target(token), slip


def _target(end: re.Match[str]) -> Span:
    """Where an address stands, as Markdown sees it: with spaces in it, it is one to Markdown."""
    spaced = None if end["close"] else _SPACED.match(end.string, end.end())
    return Span(end.start("href"), spaced.end("rest") if spaced else end.end("href"))


def _by_name(text: str) -> Iterator[_Found]:
    """Quotations that name their address, which stands elsewhere."""
    defined = {
        " ".join(found["name"].casefold().split()): Span(*found.span("href"))
        for found in reversed(list(_DEFINED.finditer(text)))
        if is_quotation(found["href"])
    }
    for found in _BY_NAME.finditer(text) if defined else ():
        target = defined.get(" ".join((found["name"] or found["words"]).casefold().split()))
        if target:
            yield found.start(), Span(*found.span("words")), target, ""


def _slip(start: re.Match[str], end: re.Match[str]) -> str:
    if start["open"].startswith("!"):
        return "a quotation has no `!` before it"
    if end["gap"]:
        return "no space may stand between `]` and `(`"
    if not end["close"] and _SPACED.match(end.string, end.end()):
        return "no space may stand behind `quote:`"
    return "" if end["close"] else "the closing `)` is missing"


def worded(wrong: str, target: str = "") -> tuple[str, str]:
    """The message and the rule for a quotation that is misspelt."""
    return f"{wrong}; a quotation is written `[“…”](quote:{target})`", "quote-link"


def is_quotation(href: str) -> bool:
    """True for ``quote:`` and for what is meant to be that."""
    scheme, colon, _ = href.partition(":")
    if not colon:
        return href.casefold().partition("#")[0] == "quote"
    return bool(difflib.get_close_matches(scheme.casefold(), ["quote"], 1, 0.7))


def plain_words(text: str) -> str:
    """A piece of Markdown as readers would see it, without any sign of Markdown's."""
    text = re.sub(r"\n[ \t>]*", "\n", text)
    if _SIGNS.search(text):
        # Behind a word nothing begins a list or a heading.
        text = html.unescape(strip_tags(markdown.markdown(f"x {text}")))[2:]
    return " ".join(text.split())


def _form(target: str) -> Form:
    """How a quotation is written in prose."""
    return Form(
        lambda words: f"[“{as_markdown(words)}”](quote:{target})",
        lambda _key, ids: f"say which with {listed(f'`(quote:{name})`' for name in ids)}",
    )


def as_markdown(words: str) -> str:
    """Words as they stand in Markdown."""
    return _WOULD_BE_READ.sub(_escaped, words)


def _escaped(sign: re.Match[str]) -> str:
    return {"<": "&lt;", "&": "&amp;"}.get(sign[0], "\\" + sign[0])


def verified(words: str, href: str, passages: Passages) -> Place | list[Wrong]:
    """The place of a quotation, or all that is wrong with it."""
    scheme, colon, target = href.partition(":")
    if scheme != "quote" or not colon:
        return [Wrong("", *worded(f"`({href})` leads nowhere", target))]
    if not words.strip("".join(_QUOTE_MARKS) + " "):
        return [Wrong("", *worded("no words stand between the brackets", target))]
    article, sentence = meant(target)
    form = _form(target)
    tried = [
        passages.find(Quote(quote=wanted, article=article, sentence=sentence), form)
        for wanted in without_marks(words.strip())
    ]
    return next((found for found in tried if isinstance(found, Place)), tried[0])


def meant(target: str) -> tuple[str, str]:
    """The article and the sentence that stand behind the colon, each "" if it does not."""
    article, sign, sentence = unquote(target).partition("#")
    if not sign and _SENTENCE.fullmatch(article):
        return "", article
    return article, sentence


def without_marks(words: str) -> list[str]:
    """What may be quoted: the marks around it are the page's, if they are one pair."""
    if len(words) < 3 or words[0] + words[-1] not in _QUOTE_MARKS:
        return [words]
    inner = words[1:-1]
    depth = 0
    for sign in inner:
        if sign == words[-1]:
            depth -= 1
        elif sign == words[0]:
            depth += 1
        if depth < 0:
            # “a” and “b”, or an apostrophe.
            return [words, inner]
    return [inner]
