"""Where the words that people quote stand: in one place of one article, or the mistake is told.

Front matter, blocks and prose ask here alike; each brings the form in which it writes a quotation, so
that the way out can be copied into the file.
"""

import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from pydantic import BaseModel, ConfigDict, Field

from explainer.dossier.advice import nearest
from explainer.dossier.anchors import nearest_passage, plain_text
from explainer.dossier.curated import Words
from explainer.dossier.formats import Places
from explainer.dossier.front import Loc
from explainer.dossier.model import Place
from explainer.problems import Problems
from explainer.text.article import Article
from explainer.text.spans import Span


class Quote(BaseModel):
    """Words of an article, and which of the places that have them is meant."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    quote: Words = Field(description="The words, verbatim.")
    article: str = Field("", description="The article that they stand in, where several have them.")
    sentence: str = Field("", description="The sentence, where they stand in several.")


class Quotable(Protocol):
    """An article that can be quoted, on its way into the dossier or in it."""

    @property
    def article(self) -> Article:
        """The text."""

    @property
    def sentences(self) -> Sequence[str]:
        """The ids of its sentences."""

    def place(self, span: Span) -> Place:
        """A span of it, with the sentence that it begins in."""


@dataclass(frozen=True, slots=True)
class Form:
    """How a quotation is written in one kind of place.

    Args:
        ready: the whole of it, made from its words.
        which: how to say which place is meant, made from "article" or "sentence" and its ids.
    """

    ready: Callable[[str], str]
    which: Callable[[str, Iterable[str]], str]


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong with a quotation: with which of its parts, in words, and the kind of problem."""

    key: str
    message: str
    rule: str


def keyed(name: str) -> Form:
    """The form of a quotation that stands behind a key."""
    return Form(
        lambda words: f"{name}: {json.dumps(words, ensure_ascii=False)}",
        lambda key, ids: f"say which with `{key}:` {listed(ids)}",
    )


_FRONT_MATTER = keyed("quote")


#: Words that are left out.
_GAP = re.compile(r"\s*[\[(]\s*(?:…|\.{3})\s*[\])]\s*|\s*(?:…|\.{3})\s*")
#: From this likeness on, of 100, a quotation is a misspelt one although it may stand elsewhere.
_MISSPELT = 85


class Passages:
    """Finds the place of a quotation in the articles, or says what is wrong with it.

    Args:
        articles: those that can be read.
        lost: the slugs of those that cannot: what may stand there is not told to be wrong.
    """

    def __init__(self, articles: Iterable[Quotable], lost: Collection[str] = ()) -> None:
        self._lost = lost
        self._articles = {quotable.article.slug: quotable for quotable in articles}
        self._sentences = {id_ for one in self._articles.values() for id_ in one.sentences}

    def find(self, given: Quote, form: Form = _FRONT_MATTER) -> Place | list[Wrong]:
        """The one place where the words stand, or all that is wrong: nothing, if that is unknown."""
        if self._may_be_lost(given):
            return []
        if unknown := list(self._unknown(given)):
            return unknown
        everywhere = self._places(given)
        found = [p for p in everywhere if given.sentence in ("", p.sentence)]
        if len(found) == 1:
            return found[0]
        if found:
            return [Wrong("quote", _which(found, form), "quote-ambiguous")]
        if everywhere:
            there = listed(place.sentence for place in everywhere)
            message = f"these words are not in this sentence; they stand in {there}"
            return [Wrong("sentence", message, "quote-not-found")]
        return [Wrong("quote", self._not_found(given, form), "quote-not-found")]

    def _may_be_lost(self, given: Quote) -> bool:
        """True for words that may stand in an article that cannot be read."""
        if given.article:
            return given.article in self._lost and given.article not in self._articles
        if not self._lost or _GAP.search(given.quote) or self._places(given):
            return False
        texts = [quotable.article.text for quotable in self._articles.values()]
        near = (plain_text(text).nearest(given.quote) for text in texts)
        return all(found is None or found[0] < _MISSPELT for found in near)

    def _unknown(self, given: Quote) -> Iterator[Wrong]:
        name = given.article
        if name and name not in self._articles:
            way_out = nearest(name, self._articles)
            yield Wrong("article", f"there is no article {name!r}{way_out}", "no-such-article")
        name = given.sentence
        if name and name not in self._sentences:
            there = listed(place.sentence for place in self._places(given))
            way_out = f"; these words stand in {there}" if there else nearest(name, self._sentences)
            yield Wrong("sentence", f"there is no sentence {name!r}{way_out}", "no-such-sentence")

    def _places(self, given: Quote) -> list[Place]:
        return [
            quotable.place(span)
            for slug, quotable in self._articles.items()
            if given.article in ("", slug)
            for span in plain_text(quotable.article.text).find(given.quote)
        ]

    def _not_found(self, given: Quote, form: Form) -> str:
        texts = {slug: quotable.article.text for slug, quotable in self._articles.items()}
        wrong = "these words stand in no article"
        if given.article:
            texts = {given.article: texts[given.article]}
            wrong = f"these words do not stand in {given.article}"
        return or_nearest(wrong, given.quote, texts, form)


class Quotations:
    """Finds the place of a quotation in front matter; what cannot be found becomes a problem."""

    def __init__(
        self, articles: Iterable[Quotable], problems: Problems, lost: Collection[str] = ()
    ) -> None:
        self._passages = Passages(articles, lost)
        self._problems = problems

    def place(self, given: Quote, loc: Loc, places: Places) -> Place | None:
        """The one place where the words stand.

        Args:
            given: the words, and where a person says that they stand.
            loc: where in the file that stands.
            places: the file's.
        """
        found = self._passages.find(given)
        if isinstance(found, Place):
            whole = places.with_comment((*loc, "quote"), given.quote)
            if whole and isinstance(self._passages.find(_of(given, whole)), Place):
                message = (
                    "these words go on in the article with what stands behind `#`, where a comment"
                    f" begins; did you mean `{_FRONT_MATTER.ready(whole)}`?"
                )
                self._problems.add(places.problem((*loc, "quote"), message, "comment"))
            return found
        for wrong in found:
            self._problems.add(places.problem((*loc, wrong.key), wrong.message, wrong.rule))
        return None


def _of(given: Quote, words: str) -> Quote:
    """Other words that should stand in the same place."""
    return Quote(quote=words, article=given.article, sentence=given.sentence)


def or_nearest(wrong: str, words: str, texts: Mapping[str, str], form: Form) -> str:
    """What is wrong with words that stand nowhere, and the nearest that do, ready to be put there."""
    if gap := _GAP.search(words):
        pieces = [piece for piece in map(str.strip, _GAP.split(words)) if piece]
        found = all(any(plain_text(t).find(piece) for t in texts.values()) for piece in pieces)
        ready = " and ".join(f"`{form.ready(piece)}`" for piece in pieces)
        return (
            f"{wrong}: a quotation has no gap (`{gap[0].strip()}`); quote each piece by itself"
            f"{f', {ready}' if found and pieces else ''}"
        )
    near = nearest_passage(words, texts)
    if not near:
        return f"{wrong}, nor does anything like them; a quotation is verbatim"
    return f"{wrong}; did you mean `{form.ready(near)}`?"


def _which(found: list[Place], form: Form) -> str:
    """What to add to a quotation that stands in several places."""
    start = f"these words stand in {len(found)} places; "
    for key in ("article", "sentence"):
        ids = list(dict.fromkeys(getattr(place, key) for place in found))
        if len(ids) > 1:
            return start + form.which(key, ids)
    return f"{start}all of them in {found[0].sentence}: quote more of it"


def listed(ids: Iterable[str]) -> str:
    """Ids in their order, each once; the first ones tell, where there are many."""
    known = list(dict.fromkeys(ids))
    return " or ".join(known[:5]) + (" …" if len(known) > 5 else "")
