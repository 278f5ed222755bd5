"""The lexicons as delivered, and what a linguist is told of a line that does not fit."""

import os
import shutil
from collections import Counter
from pathlib import Path

import pytest

from explainer import lexicons
from explainer.lexicons import FOLDER, Lexicon
from explainer.lexicons.cues import TYPES, plural
from explainer.lexicons.tables import read_table, shown
from explainer.lexicons.words import (
    CUE,
    PHRASAL,
    VERB_ING,
    VERB_PARTICIPLE,
    VERB_PAST,
    VERB_S,
    inflect,
    read_irregular,
)
from explainer.problems import Problems

ENGLISH = FOLDER / "en"
FILES = sorted(ENGLISH.rglob("*.txt"))
CUE_FILES = [ENGLISH / "cues" / f"{name}.txt" for name in ("verbs", "nouns", "phrases")]

#: The closed list: pages show each of them.
STANCES = [
    *("asserts", "claims", "confirms", "denies", "doubts", "concedes", "believes", "fears"),
    *("hopes", "asks", "demands", "warns", "promises", "supports", "opposes", "declines"),
]


#: What may follow a cue.
FRAMES = sorted(
    r.fields[0] for r in read_table(ENGLISH / "cues/frames.txt", Problems(), range(2, 3))
)


@pytest.fixture(scope="module")
def english() -> Lexicon:
    lexicon = lexicons.load("en")
    assert lexicon is not None
    return lexicon


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of all lexicons, to be broken."""
    return Path(
        shutil.copytree(FOLDER, tmp_path / "lexicons", ignore=shutil.ignore_patterns("*.py"))
    )


def entries(path: Path) -> list[str]:
    return [row.fields[0] for row in read_table(path, Problems(), range(1, 9))]


def named(path: Path) -> str:
    return path.relative_to(FOLDER).as_posix()


def test_delivered(english: Lexicon) -> None:
    """Every line of every file is read, without a problem."""
    assert english.problems == ()
    assert english.language == "en"


@pytest.mark.parametrize("path", FILES, ids=named)
def test_opens_with_what_belongs(path: Path) -> None:
    """Every file opens with a comment that tells a linguist what belongs in it."""
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert "\t" not in text
    assert entries(path)


@pytest.mark.parametrize("path", CUE_FILES, ids=named)
def test_cues_stand_once(path: Path) -> None:
    """No cue has two entries: the second would be silently lost."""
    assert [entry for entry, count in Counter(entries(path)).items() if count > 1] == []


@pytest.mark.parametrize(
    "name", ["stances", "precision", "credits", "words/irregular", "words/verbs", "words/classes"]
)
def test_entries_stand_once(name: str) -> None:
    """No file has two lines for one thing."""
    counted = Counter(entries(ENGLISH / f"{name}.txt"))
    assert [entry for entry, count in counted.items() if count > 1] == []


@pytest.mark.parametrize("name", ["titles", "known", "states"])
def test_names_stand_once(name: str) -> None:
    """No name has two lines."""
    counted = Counter(entries(ENGLISH / "names" / f"{name}.txt"))
    assert [entry for entry, count in counted.items() if count > 1] == []


def test_stances(english: Lexicon) -> None:
    """The list of stances is closed, each with its own sign, and "not" leads to another of them."""
    stances = english.cues.stances
    assert list(stances) == STANCES
    assert len({stance.sign for stance in stances.values()}) == len(STANCES)
    assert all(stance.word for stance in stances.values())
    assert {stance.negated for stance in stances.values()} <= set(STANCES)


def test_cues(english: Lexicon) -> None:
    """Every cue has a type and a stance of the closed lists."""
    cues = english.cues
    every = [*cues.verbs.values(), *cues.nouns.values(), *cues.before.values()]
    every += [cue for _, cue in cues.adjectives.values()]
    assert {cue.type for cue in every} <= set(TYPES)
    assert {cue.stance for cue in every} <= set(STANCES)
    assert all(cue.frames for cue in every)


@pytest.mark.parametrize("lemma", entries(CUE_FILES[0]))
def test_forms_of_cues(lemma: str, english: Lexicon) -> None:
    """Every form of a reporting verb is found as a cue, with the same entry."""
    irregular = read_irregular(ENGLISH / "words" / "irregular.txt", Problems())
    verb, _, particle = lemma.partition(" ")
    for form, bit in inflect(verb, irregular):
        found = english.cues.phrasal[form, particle] if particle else english.cues.verbs[form]
        assert found.lemma == lemma
        assert english.words[form] & (CUE | PHRASAL)
        assert english.words[form] & bit


@pytest.mark.parametrize("lemma", entries(CUE_FILES[1]))
def test_forms_of_nouns(lemma: str, english: Lexicon) -> None:
    """A noun that reports is found in the singular and the plural."""
    assert english.cues.nouns[lemma] is english.cues.nouns[plural(lemma)]


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("ask", "ask asks asked asked asking"),
        ("deny", "deny denies denied denied denying"),
        ("say", "say says said said saying"),
        ("pray", "pray prays prayed prayed praying"),
        ("agree", "agree agrees agreed agreed agreeing"),
        ("pledge", "pledge pledges pledged pledged pledging"),
        ("confess", "confess confesses confessed confessed confessing"),
        ("preach", "preach preaches preached preached preaching"),
        ("veto", "veto vetoes vetoed vetoed vetoing"),
        ("dye", "dye dyes dyed dyed dyeing"),
        ("admit", "admit admits admitted admitted admitting"),
        ("foresee", "foresee foresees foresaw foreseen foreseeing"),
        ("write", "write writes wrote written writing"),
    ],
)
def test_inflect(base: str, forms: str) -> None:
    """A verb's forms are made by rule, but for those that the list of irregular ones tells."""
    irregular = read_irregular(ENGLISH / "words" / "irregular.txt", Problems())
    assert [form for form, _ in inflect(base, irregular)] == forms.split()


def test_forms_are_told_apart(english: Lexicon) -> None:
    """A form knows which form it is."""
    assert english.words["denies"] & VERB_S
    assert english.words["denied"] & VERB_PAST
    assert english.words["written"] & VERB_PARTICIPLE
    assert not english.words["written"] & VERB_PAST
    assert english.words["saying"] & VERB_ING


@pytest.mark.parametrize(
    ("noun", "many"),
    [("denial", "denials"), ("inquiry", "inquiries"), ("view", "views"), ("wish", "wishes")],
)
def test_plural(noun: str, many: str) -> None:
    """A regular noun's plural is made by rule."""
    assert plural(noun) == many


BROKEN = [
    ("cues/verbs.txt", "yammer | clause", "2 fields between bars, where 6 are expected"),
    (
        "cues/verbs.txt",
        "yammer | clause | noise | asserts | She did. | She was.",
        "'noise' is none of: speech, belief, perception, intention, question, support, decree",
    ),
    (
        "cues/nouns.txt",
        "yammer | clause | speech | yammers | She did. | She was.",
        f"'yammers' is none of: {', '.join(STANCES)}",
    ),
    (
        "cues/verbs.txt",
        "yammer | clauze | speech | asserts | She did. | She was.",
        f"'clauze' is neither a preposition nor one of: {', '.join(FRAMES)}",
    ),
    (
        "cues/verbs.txt",
        "say | clause | speech | asserts | She did. | She was.",
        "'say' has a line before this one; make one of the two",
    ),
    ("cues/things.txt", "silent | stone", "'silent' is none of: mute, goods, measure"),
    ("stances.txt", "yammers | ~", "2 fields between bars, where 4 are expected"),
    ("precision.txt", "clause | often", "'often' is no number from 0 to 1"),
    ("names/known.txt", "Acme", "1 fields between bars, where 3 are expected"),
    ("names/heads.txt", "company", "1 fields between bars, where 2 are expected"),
    ("names/titles.txt", "Baroness | she", "'she' is none of: masculine, feminine, either"),
    ("names/given.txt", "Bo | he", "'he' is none of: masculine, feminine, either"),
    ("words/irregular.txt", "go | went", "2 fields between bars, where 3 or 4 are expected"),
]


@pytest.mark.parametrize(("name", "line", "message"), BROKEN, ids=[line for _, line, _ in BROKEN])
def test_broken_line(copied: Path, name: str, line: str, message: str) -> None:
    """A line that does not fit is a problem at its line, and costs no other line."""
    path = copied / "en" / name
    number = len(path.read_text(encoding="utf-8").splitlines()) + 1
    with path.open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")
    lexicon = lexicons.load("en", copied)
    assert lexicon is not None
    (problem,) = lexicon.problems
    assert (problem.path, problem.line, problem.message) == (shown(path), number, message)
    assert problem.rule == "lexicon-line"
    assert lexicon.cues.verbs["said"].lemma == "say"


def test_unknown_class(copied: Path) -> None:
    """A class that is none is told with those there are."""
    path = copied / "en" / "words" / "classes.txt"
    with path.open("a", encoding="utf-8") as file:
        file.write("grunt | ugh\n")
    lexicon = lexicons.load("en", copied)
    assert lexicon is not None
    (problem,) = lexicon.problems
    assert problem.message.startswith("'grunt' is no word class; there are: determiner, ")


def test_paths_of_problems(tmp_path: Path) -> None:
    """A problem names the project's own files from its root, wherever the project stands."""
    assert shown(ENGLISH / "cues" / "verbs.txt") == "hooks/explainer/lexicons/en/cues/verbs.txt"
    assert shown(tmp_path / "a.txt") == (tmp_path / "a.txt").as_posix()


def test_unknown_language(tmp_path: Path) -> None:
    """A language without a folder has no lexicon, and no name leads out of the lexicons."""
    assert lexicons.load("xx") is None
    assert lexicons.load("../en") is None
    assert lexicons.load("") is None
    assert lexicons.load("en", tmp_path) is None


def test_kept_until_changed(copied: Path) -> None:
    """A lexicon is read once, and again when one of its files has changed."""
    first = lexicons.load("en", copied)
    assert first is not None
    assert lexicons.load("en", copied) is first
    path = copied / "en" / "cues" / "verbs.txt"
    with path.open("a", encoding="utf-8") as file:
        file.write("yammer | clause | speech | asserts | She yammered. | It yammered.\n")
    os.utime(path, ns=(1, 1))
    second = lexicons.load("en", copied)
    assert second is not None
    assert "yammered" in second.cues.verbs
    assert "yammered" not in first.cues.verbs
