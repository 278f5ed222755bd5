"""Where the words that people quote stand: in one place of one article, or the mistake is told."""

import json
from collections.abc import Iterable, Iterator

from pydantic import BaseModel, ConfigDict, Field

from explainer.dossier.anchors import nearest_passage, plain_text
from explainer.dossier.curated import Words
from explainer.dossier.formats import Places, nearest
from explainer.dossier.front import Loc
from explainer.dossier.model import Place
from explainer.dossier.sources import Source
from explainer.problems import Problems


class Quote(BaseModel):
    """Words of an article, and which of the places that have them is meant."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    quote: Words = Field(description="The words, verbatim.")
    article: str = Field("", description="The article that they stand in, where several have them.")
    sentence: str = Field("", description="The sentence, where they stand in several.")


class Quotations:
    """Finds the place of a quotation in the articles; what cannot be found becomes a problem."""

    def __init__(self, sources: Iterable[Source], problems: Problems) -> None:
        self._sources = {source.article.slug: source for source in sources}
        self._sentences = {id_ for source in self._sources.values() for id_ in source.sentences}
        self._problems = problems

    def place(self, given: Quote, loc: Loc, places: Places) -> Place | None:
        """The one place where the words stand.

        Args:
            given: the words, and where a person says that they stand.
            loc: where in the file that stands.
            places: the file's.
        """
        wrong = list(self._unknown(given))
        place = None if wrong else self._found(given, wrong)
        for key, message, rule in wrong:
            self._problems.add(places.problem((*loc, key), message, rule))
        return place

    def _unknown(self, given: Quote) -> Iterator[tuple[str, str, str]]:
        for what, name, known in (
            ("article", given.article, self._sources.keys()),
            ("sentence", given.sentence, self._sentences),
        ):
            if name and name not in known:
                message = f"there is no {what} {name!r}{nearest(name, known)}"
                yield what, message, f"no-such-{what}"

    def _found(self, given: Quote, wrong: list[tuple[str, str, str]]) -> Place | None:
        everywhere = self._places(given)
        found = [p for p in everywhere if given.sentence in ("", p.sentence)]
        if len(found) == 1:
            return found[0]
        if found:
            wrong.append(("quote", _which(found), "quote-ambiguous"))
        elif everywhere:
            there = listed(place.sentence for place in everywhere)
            message = f"these words are not in this sentence; they stand in {there}"
            wrong.append(("sentence", message, "quote-not-found"))
        else:
            wrong.append(("quote", self._not_found(given), "quote-not-found"))
        return None

    def _places(self, given: Quote) -> list[Place]:
        return [
            source.place(span)
            for slug, source in self._sources.items()
            if given.article in ("", slug)
            for span in plain_text(source.article.text).find(given.quote)
        ]

    def _not_found(self, given: Quote) -> str:
        texts = {slug: source.article.text for slug, source in self._sources.items()}
        wrong = "these words stand in no article"
        if given.article:
            texts = {given.article: texts[given.article]}
            wrong = f"these words do not stand in {given.article}"
        words = nearest_passage(given.quote, texts)
        if not words:
            return f"{wrong}, nor does anything like them; a quotation is verbatim"
        ready = json.dumps(words, ensure_ascii=False)
        return f"{wrong}; did you mean `quote: {ready}`?"


def _which(found: list[Place]) -> str:
    """What to add to a quotation that stands in several places."""
    start = f"these words stand in {len(found)} places; "
    articles = {place.article for place in found}
    if len(articles) > 1:
        return f"{start}say which with `article:` {listed(place.article for place in found)}"
    sentences = {place.sentence for place in found}
    if len(sentences) > 1:
        return f"{start}say which with `sentence:` {listed(place.sentence for place in found)}"
    return f"{start}all of them in {found[0].sentence}: quote more of it"


def listed(ids: Iterable[str]) -> str:
    """Ids in their order, each once; the first ones tell, where there are many."""
    known = list(dict.fromkeys(ids))
    return " or ".join(known[:5]) + (" …" if len(known) > 5 else "")
