"""What holds for the reading of any text: all cases, the project's articles, hostile and random ones."""

import random
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from explainer.lexicons.tables import read_table
from explainer.problems import Problems
from explainer.reading.model import Reading
from explainer.text.spans import Span
from reading.findings import reading_of
from text.cases import CASES, read_cases
from text.test_text import HOSTILE, generated, slow_if_long

ROOT = Path(__file__).parents[2]
FOLDERS = ("attributions", "blocks", "names", "quotations", "sentences")

#: Texts that are hard on rules, and not on the finding of places.
HARD = {
    "he said that": "he said that " * 5_000,
    "said with commas": "Ann said, " * 5_000,
    "claims which": "which claims that he " * 3_000,
    "denials of": "denials of " * 5_000,
    "according to": "according to " * 5_000,
    "wants to": "wants to " * 5_000,
    "groups": "Both groups said so. Two groups said. " * 1_500,
    "names": "Ann Berg " * 5_000,
    "names and": "Ann and " * 5_000,
    "two names": "".join(f"Ann Berg{n} said so. " for n in range(2_000)),
    "ministries": "the Ministry of " * 3_000,
    "nothing but days": "Monday, " * 2_000,
    "days": "On Monday the war began because " * 2_000,
    "genitives": "Ann’s " * 5_000,
    "headings": "Ann: he said so\n" * 3_000,
}

_WORDS = (
    *("Anna Berg", "Berg", "Russia", "the Kremlin", "NATO", "both groups", "two armed groups"),
    *("one of the groups", "the Ministry of Peace", "a spokesman for", "the bridge", "she", "it"),
    *("who", "which", "said", "says", "claims", "denied", "that", "to leave", "according to"),
    *("his claim", "denials of", "critical of", "is", "was", "fell", "not", "and", "but", "also"),
    *("on Monday", "last year", "by", "for", "the same", "Mr.", "70", "The", "'s", "—", "…"),
    *(",", ",", ".", ".", "“", "”", '"', "'", "(", ")", ":", "\n", "\n\n"),
)


def mixed(seed: int) -> str:
    """A text of the words that rules look for, in any order; the same for the same seed."""
    chance = random.Random(seed)
    return " ".join(chance.choices(_WORDS, k=chance.randint(5, 250)))


def texts() -> Iterator[object]:
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        yield pytest.param(path.read_bytes().decode(), id=path.name)
    for folder in FOLDERS:
        for path in sorted((CASES / folder).glob("*.txt")):
            joined = "\n\n".join(case.text for case in read_cases(path))
            yield pytest.param(joined, id=f"{folder}/{path.stem}")
    for name, text in (HOSTILE | HARD).items():
        yield pytest.param(text, id=name, marks=slow_if_long(text))
    for seed in range(50):
        yield pytest.param(generated(seed), id=f"generated {seed}")
    for seed in range(150):
        yield pytest.param(mixed(seed), id=f"mixed {seed}")


@pytest.mark.parametrize("text", list(texts()))
def test_reading(text: str) -> None:
    """Every span of a reading lies in the text, in running text if it is said, and none is empty."""
    reading = reading_of(text, "2023-05-24")
    spans_lie_inside(reading)
    contents_stand_alone(reading)
    numbers_have_partners(reading)
    again = reading_of(text, "2023-05-24")
    assert reading == replace(again, document=reading.document)


def edge_words() -> list[str]:
    """What rules of status and time look for: it may stand first or last in a text."""
    lexicon = ROOT / "hooks" / "explainer" / "lexicons" / "en"
    tables = ("statuses/hedges", "statuses/moods", "times/glue", "times/steps", "times/phases")
    fields = {
        field
        for table in tables
        for line in (lexicon / f"{table}.txt").read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
        for field in line.split(" | ")
    }
    return sorted({word.strip() for field in fields for word in field.split(",")} - {""})


@pytest.mark.parametrize("form", ["{}", "Monday {}", "{} Monday", "On Monday {0}", "He {0} {0}"])
def test_text_may_end_anywhere(form: str) -> None:
    """A word that makes a rule look ahead or back may be the last or the first of all."""
    words = edge_words()
    assert len(words) > 300
    for word in ["Monday", *words]:
        spans_lie_inside(reading_of(form.format(word), "2023-05-24"))


def all_forms() -> list[list[str]]:
    """The forms of every table of the lexicons, a list each."""
    return [
        [form.strip() for row in rows for form in row.fields[0].split(",") if form.strip()]
        for path in sorted((ROOT / "hooks" / "explainer" / "lexicons" / "en").rglob("*.txt"))
        if (rows := list(read_table(path, Problems(), range(1, 20))))
    ]


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(20))
def test_short_texts_of_any_forms(seed: int) -> None:
    """A few forms of any tables, in any order, are read to the end."""
    chance, tables = random.Random(seed), all_forms()
    assert len(tables) > 30
    for _ in range(400):
        known = [chance.choice(chance.choice(tables)) for _ in range(chance.randint(1, 6))]
        mixed_in = [*known, *chance.choices(_WORDS, k=chance.randint(0, 4))]
        chance.shuffle(mixed_in)
        words = [word.title() if chance.random() < 0.3 else word for word in mixed_in]
        spans_lie_inside(reading_of(" ".join(words), chance.choice(["2023-05-24", "none"])))


def spans_lie_inside(reading: Reading) -> None:
    length = len(reading.document.article.text)
    spans = [mention.span for mention in reading.mentions]
    assert spans == sorted(spans)
    assert not any(one.overlaps(other) for one, other in pairwise(spans))
    for found in reading.attributions:
        assert len(found.source) <= 1
        assert len(found.cue) == 1
        spans += [*found.source, *found.cue, *found.content]
    spans += [timex.span for timex in reading.timexes]
    spans += [clause.span for clause in reading.clauses]
    assert all(0 <= start < end <= length for start, end in spans)
    text = reading.document.article.text
    assert all(span.of(text).strip() for span in spans)


def contents_stand_alone(reading: Reading) -> None:
    """A content is running text or a heading's, and no cue of another attribution stands in it."""
    covered: set[int] = set()
    for found in reading.attributions:
        for span in found.content:
            covered.update(range(*span))
    for found in reading.attributions:
        assert found.cue[0].start not in covered
    blocks = reading.document.blocks
    credited = [block.span for block in blocks if block.kind == "credit"]
    headings = [block.span for block in blocks if block.kind == "heading"]
    for found in reading.attributions:
        for span in (*found.source, *found.cue, *found.content):
            assert not any(span.overlaps(credit) for credit in credited)
            assert found.rule == "headline" or not _in_any(span, headings)


def _in_any(span: Span, others: list[Span]) -> bool:
    return any(span.overlaps(other) for other in others)


def numbers_have_partners(reading: Reading) -> None:
    """Mentions and actors point to each other; who speaks is a mention among the source's words."""
    used = {mention.actor for mention in reading.mentions} - {None}
    assert used == set(range(len(reading.actors)))
    assert len(reading.clauses) == len(reading.timexes)
    for found in reading.attributions:
        assert 0 < found.confidence <= 1
        if found.relation in ("is", "for"):
            assert found.speaker is not None
            assert found.source
        if found.relation == "nobody":
            assert (found.source, found.speaker) == ((), None)
        assert found.why
        assert found.speaker_why or found.relation in ("is", "are")
