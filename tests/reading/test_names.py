"""Names and actors, by cases in plain data: tests/cases/names/."""

import pytest

from reading.findings import mentions, reading_of
from text.cases import Case, cases


@pytest.mark.parametrize("case", list(cases("names")))
def test_case(case: Case) -> None:
    """What is named, and who is meant, is found as the case tells, and nothing else is."""
    assert mentions(reading_of(case.text)) == case.expected


def test_reasons() -> None:
    """A name in a short form says how it was read, and why it was not."""
    reading = reading_of("Anna Berg met Carl Lind. Berg left. Paul Lind stayed. Lind slept.")
    why = [mention.why for mention in reading.mentions]
    assert why == [
        *("", "", "read as Anna Berg, the only one of that name here"),
        *("", "may be any of: Carl Lind, Paul Lind"),
    ]


def test_many_meanings() -> None:
    """Of many that can be meant a few are named."""
    people = "".join(f"Anna{'x' * n} Berg came. " for n in range(1, 30))
    last = reading_of(people + "Berg left.").mentions[-1]
    assert last.actor is None
    assert len(last.why) < 200


def test_introduced() -> None:
    """A text says who somebody is by a title, or by what stands behind a comma."""
    reading = reading_of("Governor Anna Berg came. Carl Lind, the baker, left. Paul Moe slept.")
    assert [mention.introduces for mention in reading.mentions] == [True, True, False]


def test_no_loaded_name() -> None:
    """A word that takes a side becomes no actor's name."""
    reading = reading_of("Two criminal groups met. The murderous regime in Minsk said it was glad.")
    assert [actor.name for actor in reading.actors] == ["Two groups", "Belarus"]


FORMS = {
    "A State Department spokesman left.": "State Department",
    "The State Department said so.": "The State Department",
    "They feared the Putin regime.": "Putin",
    "The GM plan failed.": "GM",
    "The GM that you knew is gone.": "The GM",
    "The Russian Volunteer Corps supporters left.": "Russian Volunteer Corps",
    "The US government left.": "The US government",
    "The Canadian and US governments lend to it.": "US",
    "The regime in Moscow said so.": "The regime in Moscow",
    "The Russians left.": "The Russians",
    "Two armed groups left.": "Two armed groups",
    "Governor Anna Berg left.": "Governor Anna Berg",
}


@pytest.mark.parametrize(("text", "form"), FORMS.items(), ids=FORMS)
def test_forms(text: str, form: str) -> None:
    """A name is whole, and has no article that belongs to something longer."""
    mention = reading_of(text).mentions[-1]
    assert mention.form is not None
    assert mention.form.of(text) == form
