"""Disputed questions: from the file that a person writes to answers with their claims, and mistakes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from explainer.dossier import Dossier, build
from explainer.dossier.anchors import nearest_passage, plain_text
from explainer.dossier.front import split_front
from text.cases import CASES

TALKS = (
    "Anna Berg said that the dam was safe. The Northern Militia denies that the dam was safe.\n\n"
    "The dam was closed. Carl Dahl said that the bridge  would “hold”.\n\n"
    "The town was quiet, and again the town was quiet.\n"
)
FLOOD = "The dam was closed. Anna Berg said that it flooded. Carl Dahl said that it rained.\n"


def site(tmp_path: Path, **files: str) -> Dossier:
    """The dossier of the two articles above and of questions, by the names of their files."""
    seeds, questions = tmp_path / "seeds", tmp_path / "docs" / "questions"
    seeds.mkdir()
    questions.mkdir(parents=True)
    (seeds / "talks.txt").write_text(TALKS, encoding="utf-8")
    (seeds / "flood.txt").write_text(FLOOD, encoding="utf-8")
    for name, text in files.items():
        (questions / f"{name.replace('_', '-')}.md").write_text(text, encoding="utf-8")
    return build(seeds, docs=tmp_path / "docs")


def shown(dossier: Dossier) -> Iterator[str]:
    """The answers, as readers get them."""
    for question in dossier.questions.values():
        for answer in question.answers:
            for cited in answer.cited:
                claim = dossier.claims[cited.claim]
                whose = ", ".join(claim.speaker.actors)
                hand = ", by hand" if claim.by_hand else ""
                words = dossier.words(cited.place)
                yield f"{answer.says}: {words} ({whose}: {claim.stance}{hand})"


def cases() -> Iterator[object]:
    """Files, what is told of them, and what is shown."""
    text = (CASES / "questions" / "mistakes.txt").read_text(encoding="utf-8")
    for case in text.split("\n==== ")[1:]:
        name, _, rest = case.partition("\n")
        parts = rest.split("----\n")
        told, answers = ([line for line in part.splitlines() if line] for part in parts[1:])
        yield pytest.param(parts[0], told, answers, id=name)


@pytest.mark.parametrize(("file", "told", "answers"), list(cases()))
def test_case(file: str, told: list[str], answers: list[str], tmp_path: Path) -> None:
    """Every mistake is told at once, at its place and with the way out; what is right is shown."""
    dossier = site(tmp_path, the_dam=file)
    assert [str(problem) for problem in dossier.problems] == told
    assert list(shown(dossier)) == answers
    assert all(problem.level.value == "error" for problem in dossier.problems)


@pytest.mark.parametrize("word", ["true", "True", "yes", "on", "1"])
def test_a_draft_is_not_published(word: str, tmp_path: Path) -> None:
    """Whatever a draft lacks is no mistake; that it is one is told and fails nothing."""
    file = f"---\ndraft: {word}\nquestion:\n---\nWas the dam safe?\n"
    dossier = site(tmp_path, the_dam=file)
    assert dossier.questions == {}
    (told,) = dossier.problems
    assert told.level.value == "notice"
    assert str(told) == (
        "docs/questions/the-dam.md:2:1: a draft; it is published when you have finished it and this"
        " line is gone [draft]"
    )


def test_a_claim_by_hand_is_its_actors(tmp_path: Path) -> None:
    """What a person adds stands with what was read, and knows that nobody read it."""
    file = """---
question: Was it quiet?
answers:
  - says: It was
    claims: [{quote: again the town was quiet, who: anna-berg}]
  - says: So they say
    claims: [{quote: again the town was quiet, who: anna-berg}]
---
"""
    dossier = site(tmp_path, one=file, two=file)
    (claim,) = [claim for claim in dossier.claims.values() if claim.by_hand]
    assert (claim.rule, claim.speaker.given, claim.kind) == ("by hand", True, "indirect")
    assert claim.id in dossier.actors["anna-berg"].claims
    lines = [line for line in dossier.sheets["talks"].lines if claim.id in line.claims]
    assert [line.id for line in lines] == [claim.place.sentence]
    assert list(dossier.questions) == ["one", "two"]


def test_most_disputed_first(tmp_path: Path) -> None:
    """Questions that more actors answer come first, whatever their files are called."""
    few = "---\nquestion: A?\nanswers: [{says: Yes, claims: [{quote: it rained}]}]\n---\n"
    many = (
        "---\nquestion: B?\nanswers:\n"
        "- {says: Yes, claims: [{quote: it rained}, {quote: it flooded}]}\n---\n"
    )
    assert list(site(tmp_path, a=few, b=many).questions) == ["b", "a"]


def test_denied_ones_come_before_others(tmp_path: Path) -> None:
    """A question with an answer that somebody denies comes before one that more actors answer."""
    denied = (
        "---\nquestion: Z?\nanswers:\n- {says: Yes, claims:"
        " [{quote: the dam was safe, sentence: s-89e2bf3a}]}\n---\n"
    )
    many = (
        "---\nquestion: B?\nanswers:\n"
        "- {says: Yes, claims: [{quote: it rained}, {quote: it flooded}]}\n---\n"
    )
    assert list(site(tmp_path, b=many, z=denied).questions) == ["z", "b"]


def test_names_of_files_are_addresses(tmp_path: Path) -> None:
    """A file whose name is no address is told so; index pages are no questions."""
    dossier = site(tmp_path, Who_Did_It="", index="# All", README="")
    assert [str(problem) for problem in dossier.problems] == [
        "docs/questions/Who-Did-It.md: the file's name is the page's address;"
        " call it who-did-it.md [question]"
    ]


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    """A file that is not in UTF-8 is a problem, not a crash."""
    folder = tmp_path / "docs" / "questions"
    folder.mkdir(parents=True)
    (folder / "x.md").write_bytes(b"\xff")
    (tmp_path / "seeds").mkdir()
    (problem,) = build(tmp_path / "seeds", docs=tmp_path / "docs").problems
    assert str(problem).startswith("docs/questions/x.md:1:1: byte 0xff is not UTF-8")


FOUND = {
    "as it stands": ("one two", ["one two"]),
    "white space": ("two   three", ["two\n three"]),
    "straight for curly": ("say 'no' to \"it\"", ["say ‘no’ to “it”"]),
    "curly for straight": ("“plain” marks", ['"plain" marks']),
    "twice": ("again", ["again", "again"]),
    "a part of a word": ("gain", []),
    "another word": ("one three", []),
    "the end": ("again.", ["again."]),
    "nothing": ("  ", []),
}


@pytest.mark.parametrize(("quote", "found"), FOUND.values(), ids=FOUND)
def test_find(quote: str, found: list[str]) -> None:
    """A quotation is found verbatim, white space and the shape of quotation marks aside."""
    text = 'one two\n three; say ‘no’ to “it”. "plain" marks, again and again.'
    assert [span.of(text) for span in plain_text(text).find(quote)] == found


NEAR = {
    "a letter": ("the old gaet was closed", "the old gate was closed"),
    "a word": ("the old gate is closed on Monday", "the old gate was closed on Monday"),
    "white space": ("Monday, saying  it wuold hold", "Monday,  saying it “would hold”"),
    "nothing like it": ("zzzz qqqq xxxx", ""),
}


@pytest.mark.parametrize(("quote", "passage"), NEAR.values(), ids=NEAR)
def test_nearest(quote: str, passage: str) -> None:
    """The nearest passage is whole words of the article, ready to be quoted."""
    text = "They said the old gate was closed on Monday,  saying it “would hold” until May."
    assert nearest_passage(quote, {"x": text}) == " ".join(passage.split())


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("---\na: b\n---\nBody\n", ("a: b\n", "Body\n", 4, True)),
        ("---\r\na: b\r\n...\r\nBody", ("a: b\r\n", "Body", 4, True)),
        ("---\n---\n", ("", "", 3, True)),
        ("---\na: b\n\nBody\n", ("a: b\n", "\nBody\n", 3, False)),
        ("---\na: b", ("a: b", "", 3, False)),
        ("Note: x\n", (None, "Note: x\n", 1, True)),
        ("", (None, "", 1, True)),
    ],
)
def test_front(file: str, expected: tuple[object, ...]) -> None:
    """Front matter and body are parted where a person sees the border, with their line numbers."""
    front = split_front(file)
    assert (front.yaml, front.body, front.body_line, front.closed) == expected
