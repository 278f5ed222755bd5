"""Every cue of the lexicon with its two sentences: in one it reports, in the other it does not."""

from pathlib import Path

import pytest

from explainer import lexicons
from explainer.lexicons import FOLDER
from explainer.lexicons.tables import read_table
from explainer.problems import Problems
from explainer.reading import attributions
from explainer.reading.tagged import tag
from explainer.text.article import Article
from explainer.text.document import parse

FILES = [FOLDER / "en" / "cues" / f"{name}.txt" for name in ("verbs", "nouns", "phrases")]


def reporting(sentence: str) -> set[str]:
    """The entries by which a sentence reports something."""
    lexicon = lexicons.load("en")
    assert lexicon is not None
    document = parse(Article("a", "a", sentence), "en", lexicon.credits)
    return {found.use.cue.lemma for found in attributions.find(tag(document, lexicon))}


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_examples(path: Path) -> None:
    """The first sentence is read as the entry's report, the second is not."""
    wrong = []
    for line, (lemma, *_, matches, other) in read_table(path, Problems(), range(6, 7)):
        if lemma not in reporting(matches):
            wrong.append(f"{path.name}:{line}: {lemma!r} does not report in {matches!r}")
        if lemma in reporting(other):
            wrong.append(f"{path.name}:{line}: {lemma!r} reports in {other!r}")
    assert wrong == []
