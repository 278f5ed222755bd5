"""One value of a YAML text, changed in its place."""

import pytest

from explainer.dossier.scalars import rewritten, scalars

#: A text, another value for its key ``k``, and the text then.
CASES = {
    "plain": ("k: old words  # why\n", "new words", "k: new words  # why\n"),
    "plain, with a colon": ("k: old\n", "new: words", 'k: "new: words"\n'),
    "plain, with a hash": ("k: old\n", "new #1", 'k: "new #1"\n'),
    "plain, in brackets": ("{k: old, z: 1}\n", "new, words", '{k: "new, words", z: 1}\n'),
    "single": ("k: 'it''s old'\n", "it's new", "k: 'it''s new'\n"),
    "double": ('k: "old"\n', "“new” \\ é", 'k: "“new” \\\\ é"\n'),
    "folded": ("k: >-\n  old\n  words\nz: 1\n", "new words", 'k: "new words"\nz: 1\n'),
    "literal": ("k: |\n  old\n\n# why\nz: 1\n", "new", 'k: "new"\n\n# why\nz: 1\n'),
    "of several lines": ("k: old\n  words\nz: 1\n", "new", "k: new\nz: 1\n"),
    "at the end": ("z: 1\nk: old", "new", "z: 1\nk: new"),
    "with CRLF": ("k: old\r\nz: 1\r\n", "new", "k: new\r\nz: 1\r\n"),
    "what YAML takes for something else": ("k: old\n", "- new", 'k: "- new"\n'),
}


@pytest.mark.parametrize(("text", "value", "expected"), CASES.values(), ids=CASES)
def test_all_else_stays(text: str, value: str, expected: str) -> None:
    """Only the value's own signs change, in its own style where that says the same."""
    (old,) = (scalar for scalar in scalars(text) if scalar.loc == ("k",))
    new = text[: old.start] + rewritten(text, old, value) + text[old.end :]
    assert new == expected
    assert {s.loc: s.value for s in scalars(new)}["k",] == value


@pytest.mark.parametrize("text", ["k: [", "", "a: &a [*a]", "- k\n"])
def test_odd_texts(text: str) -> None:
    """What is no YAML, or has no such key, has no such value."""
    assert not [scalar for scalar in scalars(text) if scalar.loc == ("k",)]
