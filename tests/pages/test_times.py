"""Times for readers."""

import pytest

from explainer.pages.times import between, datetime_value, in_words

WORDS = [
    # EDTF, datetime attribute, words
    ("2023-05-22", "2023-05-22", "Monday 22 May 2023"),
    ("2023-05", "2023-05", "May 2023"),
    ("2023", "2023", "2023"),
    ("2023-05-22~", "", "Monday 22 May 2023 (about)"),
    ("2023?", "", "2023 (uncertain)"),
    ("2023-05-22/2023-05-24", "", "Monday 22 May 2023 to Wednesday 24 May 2023"),
    ("2023-05/..", "", "from May 2023 on"),
    ("../2023-05-22", "", "until Monday 22 May 2023"),
    ("[..2023-05]", "", "May 2023 or earlier"),
    ("[2010..]", "", "2010 or later"),
    ("202X", "", "the 2020s"),
    ("19XX", "", "1900 to 1999"),
    ("2023-21", "", "spring 2023"),
    ("2023-24~", "", "winter 2023 (about)"),
    ("-0043", "", "44 BC"),
    ("0000", "", "1 BC"),
    ("-004X", "", "50 to 41 BC"),
    ("-04XX", "", "500 to 401 BC"),
    ("-00XX", "", "100 to 1 BC"),
    ("-0468/-0459", "", "469 BC to 460 BC"),
    ("-0479-22", "", "summer 480 BC"),
    ("-0043-03-15~", "", "15 March 44 BC (about)"),
    ("-0043-03", "", "March 44 BC"),
    ("-0043-13", "", "-0043-13"),
    ("0079", "0079", "AD 79"),
    ("00XX", "", "AD 1 to 99"),
    ("049X", "", "AD 490 to 499"),
    ("2023-02-31", "", "2023-02-31"),
    ("2023-13", "", "2023-13"),
]


@pytest.mark.parametrize(("edtf", "value", "words"), WORDS)
def test_a_time_is_shown_as_exactly_as_it_is_known(edtf: str, value: str, words: str) -> None:
    """Words never say more than EDTF does, and the attribute is valid or absent."""
    assert in_words(edtf) == words
    assert datetime_value(edtf) == value


@pytest.mark.parametrize(
    ("edtf", "start", "end", "inside"),
    [
        ("2023-05-22", "2023-05-22", "2023-05-22", True),
        ("2023-05-22", "2023-05-23", "", False),
        ("2023-05", "2023-05-23", "", True),
        ("2023-05-22/2023-05-24", "2023-05-24", "", True),
        ("2022", "2023", "", False),
        ("[..2022]", "2023", "", False),
        ("[2010..]", "2023", "2024", True),
        ("2023-05-22", "", "2023-04", False),
        (None, "2023", "", False),
    ],
)
def test_a_stretch_of_time_narrows(edtf: str | None, start: str, end: str, inside: bool) -> None:
    """A time that may lie in the stretch stays."""
    assert between(edtf, start, end) is inside
