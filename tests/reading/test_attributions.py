"""Attributions, by cases in plain data: tests/cases/attributions/."""

import pytest

from explainer.reading.attributions.doubts import Doubt
from explainer.reading.attributions.grounds import Grounds, confidence
from explainer.reading.attributions.rules import RULES
from explainer.reading.tagged import tag
from reading.findings import attributions, problems, reading_of
from text.cases import CASES, Case, cases, document, english, read_cases

FOLDER = CASES / "attributions"
NOT_YET = "not_yet"
READ = [path.stem for path in sorted(FOLDER.glob("*.txt")) if path.stem != NOT_YET]


def check(case: Case) -> None:
    reading = reading_of(case.text)
    found = attributions(reading) + [f"problem: {problem}" for problem in problems(reading)]
    assert found == case.expected


@pytest.mark.parametrize("case", [c for name in READ for c in cases("attributions", name)])
def test_case(case: Case) -> None:
    """Who says what, with which words, is found as the case tells, and nothing else is."""
    check(case)


@pytest.mark.xfail(reason="rules that are still to be written")
@pytest.mark.parametrize("case", list(cases("attributions", NOT_YET)))
def test_not_yet(case: Case) -> None:
    """What is known to be misread is written down, and noticed when it no longer is."""
    check(case)


@pytest.fixture(scope="module")
def expected() -> list[list[str]]:
    """The fields of all findings that the cases expect."""
    lines = [
        line for name in READ for c in read_cases(FOLDER / f"{name}.txt") for line in c.expected
    ]
    return [line.split(" | ") for line in lines if not line.startswith("problem: ")]


def test_every_rule_has_cases(expected: list[list[str]]) -> None:
    """Every rule of the chain, and every one with a measured precision, has a sentence it reads."""
    seen = {fields[5] for fields in expected}
    chained = {name for name, _ in RULES} | {"headline"}
    assert chained <= seen | {name.split("-")[0] for name in seen}
    assert {key.split(",")[0] for key in english().precision} <= seen


def test_every_stance_has_cases(expected: list[list[str]]) -> None:
    """Every stance of the closed list is read from a sentence, and no other is."""
    assert {fields[4] for fields in expected} == set(english().cues.stances)


def test_every_relation_has_cases(expected: list[list[str]]) -> None:
    """Every way in which words and actors belong together is read from a sentence."""
    seen = {fields[6].split(" ")[0] for fields in expected}
    assert seen == {"is", "for", "are", "one_of", "unnamed", "unresolved", "nobody"}


def test_enough_cases() -> None:
    """A hundred sentences and more, a fifth of them with nothing to find."""
    found = [case for name in READ for case in read_cases(FOLDER / f"{name}.txt")]
    assert len(found) > 100
    assert len([case for case in found if not case.expected]) >= 20


def test_reasons() -> None:
    """A finding says which words made it and how often its rule is right."""
    (found,) = reading_of("Norway does not deny that the gate was open.").attributions
    assert found.why == (
        "“does not deny” is a form of “deny”, negated; what may mislead: the cue can be a deed, "
        "the cue does not tell of the past, what was said is short"
    )
    assert found.grounds == "clause, 3"
    assert found.type == "speech"
    assert found.confidence == english().precision[found.grounds]


def test_more_doubts_than_measured() -> None:
    """More doubts than were measured are as bad as the most that were."""
    shares = english().precision
    most = max(int(key.split(", ")[1]) for key in shares if key.startswith("clause, "))
    on = Grounds("clause", (Doubt("", most + 5, lambda *_: True),))
    assert confidence(tag(document("One."), english()), on) == shares[f"clause, {most}"]
