"""Blocks, sentences and quotation marks, by cases in plain data, and what holds for any text."""

import random
from collections.abc import Iterator

import pytest

from explainer.text.blocks import Block, find_blocks
from explainer.text.document import Document
from explainer.text.quotations import Quotation
from explainer.text.sentences import find_sentences
from explainer.text.spans import Lines, Span, hull, trimmed
from explainer.text.tokens import Tokens
from text.cases import CASES, Case, cases, document, english, escaped, read_cases


@pytest.mark.parametrize("case", list(cases("blocks")))
def test_blocks(case: Case) -> None:
    """A text is cut into headings, paragraphs and credit lines as the case tells."""
    found = find_blocks(case.text, english().credits)
    assert [f"{b.kind}: {escaped(b.span.of(case.text))}" for b in found] == case.expected


@pytest.mark.parametrize("case", list(cases("sentences")))
def test_sentences(case: Case) -> None:
    """A text is cut into sentences as the case tells."""
    found = document(case.text).sentences
    assert [escaped(sentence.span.of(case.text)) for sentence in found] == case.expected


@pytest.mark.parametrize("case", list(cases("quotations")))
def test_quotations(case: Case) -> None:
    """Quotation marks are paired as the case tells, and odd ones have their line and column."""
    read = document(case.text)
    found = [_quotation(q, case.text) for q in read.quotations]
    found += [f"odd {problem.line}:{problem.column}" for problem in read.problems]
    assert found == case.expected


def _quotation(quotation: Quotation, text: str) -> str:
    special = {
        f"depth {quotation.depth}": quotation.depth,
        "single": quotation.single,
        "open": not quotation.closed,
        "continues": quotation.continues,
    }
    return " | ".join([escaped(quotation.span.of(text)), *(k for k, v in special.items() if v)])


def test_odd_marks_are_counted_once() -> None:
    """Ten thousand opening marks are twenty notices, and every sentence is still there."""
    read = document("He said “no and left. " * 10_000)
    assert len(read.problems) == 20
    assert {problem.rule for problem in read.problems} == {"odd-quotation-mark"}
    whole(read)


# What holds for any text


def texts() -> Iterator[object]:
    """All texts of all cases, hostile ones, and generated ones."""
    for folder in ("attributions", "blocks", "names", "quotations", "sentences"):
        for path in sorted((CASES / folder).glob("*.txt")):
            for number, case in enumerate(read_cases(path), 1):
                yield pytest.param(case.text, id=f"{folder}/{path.stem} {number}")
    for name, text in HOSTILE.items():
        yield pytest.param(text, id=name)
    for seed in range(100):
        yield pytest.param(generated(seed), id=f"generated {seed}")


HOSTILE = {
    "of": "of " * 10_000,
    "commas": "," * 10_000,
    "said": "said " * 10_000,
    "opening marks": "“" * 10_000,
    "opening marks and words": "“a " * 10_000,
    "straight marks": '" ' * 10_000,
    "marks of two signs": "``''" * 3_000,
    "apostrophes": "'" * 10_000,
    "brackets": "(" * 5_000 + "a )" * 2_000,
    "one sentence": "word " * 100_000,
    "one word": "a" * 100_000,
    "one word in capitals": "A" * 100_000,
    "abbreviations": "a." * 20_000,
    "short sentences": "A. " * 10_000,
    "empty lines": "a" + "\n" * 50_000 + "b",
    "carriage returns": "a\r" * 10_000,
    "spaces": "a" + " " * 50_000 + "b.",
    "combining": "e\u0301" * 10_000,
    "no words": "… — ” (",
    "sentences of one line": "The old bridge fell, said Mr. Berg. " * 2_000,
}

_PIECES = (
    "The bridge fell. ", "said Anna Berg", "“", "”", '"', "'", "’", ", ", ". ", "\n", "\n\n", "\r\n",
    "\r", "\u2028", "Mr. ", "U.S. ", "it’s ", "``", "''", "(", ")", "… ", "— ", "on Monday ",
    "who claims that ", "Editor: ", "İstanbul ", "ſ ", "Straße ", "Київ ", "北京", "\u200f",
    "\t", "\u00a0", " 'S", "rock 'n' roll ", "the '80s ",
    "both groups ", "his denial that ", "is confident ", "Russia ", "the Kremlin ", "1,000 ", ": ",
)  # fmt: skip


def slow_if_long(text: str) -> tuple[pytest.MarkDecorator, ...]:
    """The mark of a test that reads a text of many pages."""
    return (pytest.mark.slow,) if len(text) > 10_000 else ()


def generated(seed: int) -> str:
    """A text of random pieces, the same for the same seed."""
    chance = random.Random(seed)
    return "".join(chance.choices(_PIECES, k=chance.randint(1, 300))) + "a"


@pytest.mark.parametrize("text", list(texts()))
def test_places(text: str) -> None:
    """Blocks and sentences hold all words of any text in order, tokens and quotations lie in it."""
    whole(document(text))


def whole(read: Document) -> None:
    text = read.article.text
    in_order([block.span for block in read.blocks], text)
    in_order([sentence.span for sentence in read.sentences], text)
    for sentence in read.sentences:
        assert read.blocks[sentence.block].span.contains(sentence.span)
    tokens = read.tokens
    spans = [Span(start, end) for start, end in zip(tokens.start, tokens.end, strict=True)]
    in_order(spans, text)
    assert tokens.text == [span.of(text) for span in spans]
    assert {sentence.span.start for sentence in read.sentences} <= set(tokens.start)
    for quotation in read.quotations:
        assert 0 <= quotation.span.start < quotation.span.end <= len(text)


def in_order(spans: list[Span], text: str) -> None:
    """They are not empty, do not overlap, and leave out white space only."""
    at = 0
    for span in spans:
        assert at <= span.start < span.end
        assert not text[at : span.start].strip()
        at = span.end
    assert not text[at:].strip()


def test_long_paragraph() -> None:
    """A paragraph of any length has the sentences that its parts have."""
    part = "Mr. Berg went to the U.S. on Monday. “It is far. Very far,” he said. Nobody came. "
    (few, many) = (document(part), document(part * 700))
    assert len(many.blocks) == 1
    assert len(many.sentences) == 700 * len(few.sentences)


def test_long_sentence() -> None:
    """A sentence of a hundred thousand words is read in pieces of some hundred."""
    read = document("word " * 100_000)
    most = max(len(read.tokens.within(sentence.span)) for sentence in read.sentences)
    assert most <= 400


def test_unknown_language() -> None:
    """A language whose rules nobody wrote still has sentences."""
    text = "Uno. Dos."
    found = find_sentences(text, [Block("paragraph", Span(0, len(text)))], "zz", Tokens(text))
    assert [sentence.span.of(text) for sentence in found] == ["Uno.", "Dos."]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("U.S. troops", "U.S.|troops"),
        ("at 5 p.m.", "at|5|p.m."),
        ("1,000.5 on 22nd", "1,000.5|on|22nd"),
        ("the mayor’s bridge", "the|mayor|’s|bridge"),
        ("don’t we’ll O’Brien", "don’t|we|’ll|O’Brien"),
        ("THE MAYOR’S 'S", "THE|MAYOR|’S|'|S"),
        ("US-made cars", "US-made|cars"),
        ("“Oh,” he said.", "“|Oh|,|”|he|said|."),
        ("``Oh''--he", "``|Oh|''|--|he"),
        ("wait...", "wait|..."),
        ("Київ 北京", "Київ|北京"),
    ],
)
def test_tokens(text: str, tokens: str) -> None:
    """Abbreviations, numbers, possessives and hyphens are cut as the lexicons write them."""
    assert "|".join(Tokens(text).text) == tokens


def test_tokens_in_lower_case() -> None:
    """Tokens are looked up with straight apostrophes and plain hyphens."""
    assert Tokens("DON’T US‑made").low == ["don't", "us-made"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("ab\ncd", [(1, 1), (1, 2), (1, 3), (2, 1), (2, 2)]),
        ("a\r\nb", [(1, 1), (1, 2), (1, 3), (2, 1)]),
        ("a\rb", [(1, 1), (1, 2), (2, 1)]),
        ("a\r\r\n\nb", [(1, 1), (1, 2), (2, 1), (2, 2), (3, 1), (4, 1)]),
        ("😀\n😀", [(1, 1), (1, 2), (2, 1)]),
        ("", [(1, 1)]),
    ],
)
def test_lines(text: str, places: list[tuple[int, int]]) -> None:
    """Lines and columns are those of an editor, whatever ends a line; columns are code points."""
    lines = Lines(text)
    assert [lines.place(offset) for offset in range(max(1, len(text)))] == places


def test_spans() -> None:
    """Spans are compared and cut by their offsets."""
    assert Span(2, 5).contains(Span(2, 5))
    assert not Span(2, 5).contains(Span(4, 6))
    assert Span(2, 5).overlaps(Span(4, 6))
    assert not Span(2, 5).overlaps(Span(5, 6))
    assert trimmed("  ab \n", 0, 6) == Span(2, 4)
    assert trimmed(" \t ", 0, 3) == Span(0, 0)
    assert hull([Span(4, 6), Span(1, 2)]) == Span(1, 6)
    with pytest.raises(ValueError, match="empty"):
        hull([])
