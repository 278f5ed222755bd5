"""Question files to begin with: each is right as it stands."""

from pathlib import Path

import pytest

from explainer.dossier import Dossier, build
from explainer.dossier.contradictions import contradictions
from explainer.dossier.front import read_yaml
from explainer.dossier.suggestions import Suggestions, written
from explainer.problems import Problems
from text.cases import CASES

TEXTS = {
    "plain": "Anna Berg said that the dam was safe. The Northern Militia denies that the dam was safe.",
    "said twice": (
        "Anna Berg said that the dam was safe. Carl Dahl said that the dam was safe."
        " The Northern Militia denies that the dam was safe."
    ),
    "in each other": (
        "Anna Berg said that Carl Dahl claims that the dam was safe."
        " The Northern Militia denies that the dam was safe."
    ),
    "without words": "In spite of the denials of the police, Anna Berg said that the dam was safe.",
    "of nobody": "It is believed that the dam was safe. The Northern Militia denies that it was safe.",
    "hostile": (
        'Anna Berg said that the dam is safe: #b \\n --- &d *e !f\xad\u200b "c".'
        " The Northern Militia denies that the dam is safe \\x41 {{ a }} [b]."
    ),
}


def checked(dossier: Dossier, seeds: Path) -> int:
    """How many files there are for the hints of a dossier; each must mean its two claims."""
    suggestions = Suggestions(dossier)
    files = [(hint, suggestions.question(hint)) for hint in contradictions(dossier)]
    questions = seeds.parent / "docs" / "questions"
    questions.mkdir(parents=True, exist_ok=True)
    before = dossier.problems
    for hint, file in files:
        if file is None:
            continue
        (questions / "suggested.md").write_text(file, encoding="utf-8")
        built = build(seeds, docs=seeds.parent / "docs")
        assert built.problems == before
        (question,) = built.questions.values()
        assert [cited.claim for cited in question.cited] == [hint.other.id, hint.against.id]
    return sum(file is not None for _, file in files)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_each_suggestion_is_right(text: str, tmp_path: Path) -> None:
    """Whatever stands in the article, its quotations are found and mean the claims of the hint."""
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "talks.txt").write_text(text, encoding="utf-8")
    assert checked(build(seeds), seeds) > 0


FILLER = "\n\nIt rained. The mill was sold. The gate was painted."
APART = {
    "opposite, paragraphs apart": ("denies that the northern harbour bridge was closed", 1),
    "half of the words are others": ("denies that the northern airport tunnel burned down", 0),
    "the same stance": ("claims that the northern harbour bridge was closed", 0),
    "a stance on something of it": ("doubts the northern harbour bridge ever existed in Orvel", 1),
}


@pytest.mark.parametrize(("said", "hints"), APART.values(), ids=APART)
def test_opposite_stances_apart(said: str, hints: int, tmp_path: Path) -> None:
    """Who says the opposite in like words is found anywhere in an article, the same speaker too."""
    one = "Anna Berg said that the northern harbour bridge was closed."
    for who in ("Carl Dahl", "Anna Berg"):
        text = f"{one}{FILLER}\n\n{who} {said}."
        (tmp_path / "talks.txt").write_text(text, encoding="utf-8")
        assert len(contradictions(build(tmp_path))) == hints


@pytest.mark.parametrize("folder", ["two_articles", "repeats", "groups"])
def test_suggestions_of_several_articles(folder: str, tmp_path: Path) -> None:
    """Where two articles have the same words, the suggestion says which is meant."""
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for path in (CASES / "dossiers" / folder).glob("*.[ty][xm][tl]"):
        (seeds / path.name).write_bytes(path.read_bytes())
    (seeds / "late.txt").write_text(TEXTS["said twice"], encoding="utf-8")
    (seeds / "later.txt").write_text(TEXTS["said twice"] + " It rained.", encoding="utf-8")
    assert checked(build(seeds), seeds) > 0


def test_suggestions_of_the_projects_articles(root: Path, tmp_path: Path) -> None:
    """What the desk of this project suggests is right."""
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for path in (root / "seeds").iterdir():
        (seeds / path.name).write_bytes(path.read_bytes())
    assert checked(build(seeds), seeds) > 0


@pytest.mark.parametrize(
    "words", ["a: b", 'say "no"', "a\\n\\x41", "\x7f\u2028 \U000e0001 \ufeff", "—"]
)
def test_written(words: str) -> None:
    """Words are written so that YAML reads them as they are."""
    read = read_yaml(f"key: {written(words)}", "x.yml", Problems())
    assert read is not None
    assert read.values == {"key": " ".join(words.split())}
