"""JSON-LD in the words of schema.org: what a page holds, for programs that read pages.

Nothing is rated: there is no ``ClaimReview``. A claim's text is the whole report ("Ukraine denies that
…"), for a content without its stance would put the opposite into somebody's mouth; and only who is
named as saying it is its author. An event is one that is told as having happened, with a date that is no
more exact than it is told.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from explainer.dossier.model import Actor, Claim, Event, Sheet
from explainer.pages.exports import EXPORTS, Source
from explainer.pages.exports.recorded import introduction
from explainer.pages.exports.writing import in_script
from explainer.pages.plain import how_known, status
from explainer.pages.safe import Fragment, visible, web_address
from explainer.pages.times import datetime_value

Node = dict[str, Any]


class Linked:
    """Makes the data of one page.

    Args:
        source: the dossier and what of it may be published.
        url: makes an address for the page at hand.
    """

    def __init__(self, source: Source, url: Callable[[Fragment], str]) -> None:
        self._source, self._url = source, url
        self._to = source.addresses

    def script(self, block: str, id_: str = "") -> Fragment:
        """What the page of a block holds, as JSON that can stand in a script; "" if there is nothing."""
        make = _PAGES.get(block)
        nodes = list(make(self, id_)) if make else []
        if not nodes:
            return Fragment("")
        return Fragment(in_script({"@context": "https://schema.org", "@graph": nodes}))

    def _home(self, _id: str) -> Iterable[Node]:
        about = self._source.about
        yield _node("WebSite", self._url(self._to.page("index.md")), name=about.name,
                    description=about.description)  # fmt: skip

    def _article(self, slug: str) -> Iterable[Node]:
        yield self._text(slug, self._source.dossier.sheets[slug])

    def _text(self, slug: str, sheet: Sheet) -> Node:
        publisher = {"@type": "Organization", "name": sheet.publisher} if sheet.publisher else None
        return _node(
            "NewsArticle" if sheet.publisher else "Article",
            self._article_id(slug),
            headline=sheet.title,
            inLanguage=sheet.language,
            datePublished=sheet.published.isoformat() if sheet.published else "",
            publisher=publisher,
            sameAs=web_address(sheet.url),
        )

    def _article_id(self, slug: str) -> str:
        return f"{self._url(self._to.article(slug))}#text"

    def _claims(self, _id: str) -> Iterable[Node]:
        return map(self._claim, self._source.dossier.claims.values())

    def _question(self, id_: str) -> Iterable[Node]:
        cited = self._source.dossier.questions[id_].cited
        claims = dict.fromkeys(one.claim for one in cited)
        return (self._claim(self._source.dossier.claims[claim]) for claim in claims)

    def _claim(self, claim: Claim) -> Node:
        sheet = self._source.index.sheet(claim.place)
        return _node(
            "Claim",
            self._url(self._to.claim(claim.id)),
            text=visible(self._report(claim)),
            inLanguage=sheet.language,
            author=[self._author(name) for name in self._authors(claim)],
            appearance=[{"@id": self._article_id(article)} for article in claim.articles],
        )

    def _report(self, claim: Claim) -> str:
        """The words that report it; where not all may be seen, who and how before the content."""
        sheet, place = self._source.index.sheet(claim.place), claim.place
        if not claim.by_hand and self._source.is_public(place.article, place.span):
            return sheet.words(place.span)
        content = " … ".join(map(sheet.words, claim.content))
        plain = self._source.plain
        return f"{plain.who(claim)} ({plain.stance(claim)}): “{content}”"

    def _authors(self, claim: Claim) -> Iterable[str]:
        """Those who say it themselves, not those for whom somebody speaks or of whom it may be one."""
        return claim.speaker.actors if claim.speaker.relation in ("is", "are") else ()

    def _author(self, id_: str) -> Node:
        actor = self._source.dossier.actors.get(id_)
        if actor is None:
            return {"@type": "Organization", "name": id_}
        kind = "Person" if actor.kind == "person" else "Organization"
        return {"@type": kind, "name": visible(actor.name), "url": self._url(self._to.actor(id_))}

    def _actors(self, _id: str) -> Iterable[Node]:
        found = [self._term(actor) for actor in self._source.dossier.actors.values()]
        yield _node("DefinedTermSet", self._glossary, name="Actors", hasDefinedTerm=found)

    def _actor(self, id_: str) -> Iterable[Node]:
        term = self._term(self._source.dossier.actors[id_])
        yield {**term, "inDefinedTermSet": {"@id": self._glossary}}

    @property
    def _glossary(self) -> str:
        return self._url(self._to.page("actors/index.md"))

    def _term(self, actor: Actor) -> Node:
        words = introduction(self._source, actor)
        wikidata = f"https://www.wikidata.org/wiki/{actor.wikidata}" if actor.wikidata else ""
        return _node(
            "DefinedTerm",
            self._url(self._to.actor(actor.id)),
            name=visible(actor.name),
            description=visible(f"“{words.text}”") if words else "",
            sameAs=[a for a in (wikidata, web_address(actor.homepage)) if a],
        )

    def _timeline(self, _id: str) -> Iterable[Node]:
        return filter(None, map(self._event, self._source.dossier.events.values()))

    def _one_event(self, id_: str) -> Iterable[Node]:
        return filter(None, [self._event(self._source.dossier.events[id_])])

    def _event(self, event: Event) -> Node | None:
        when = event.when
        if event.status not in ("happened", "claimed") or not when.day_stated:
            return None
        date = datetime_value(when.edtf)
        if not date:
            return None
        told = f"{status(event)}. " if status(event) else ""
        whose = self._source.plain.whose(event.claims)
        return _node(
            "Event",
            self._url(self._to.event(event)),
            name=visible(self._source.plain.summary(event)),
            startDate=date,
            description=visible(f"{told}{whose} Date: {how_known(when)}."),
            subjectOf=[{"@id": self._article_id(article)} for article in event.articles],
        )

    def _downloads(self, _id: str) -> Iterable[Node]:
        about = self._source.about
        files = [
            {
                "@type": "DataDownload",
                "name": export.name,
                "description": export.holds,
                "encodingFormat": export.media,
                "contentUrl": self._url(self._to.at(export.path)),
            }
            for export in EXPORTS
        ]
        yield _node("Dataset", self._url(self._to.page("data.md")), name=about.name,
                    description=about.description, distribution=files)  # fmt: skip


def _node(type_: str, id_: str, **facts: Any) -> Node:
    """A thing, without what is not known of it."""
    return {"@type": type_, "@id": id_, **{key: fact for key, fact in facts.items() if fact}}


#: What the page of each block is about; "home" is the first page.
_PAGES: Mapping[str, Callable[[Linked, str], Iterable[Node]]] = {
    "home": Linked._home,
    "article": Linked._article,
    "claims": Linked._claims,
    "question": Linked._question,
    "actors": Linked._actors,
    "actor": Linked._actor,
    "timeline": Linked._timeline,
    "event": Linked._one_event,
    "downloads": Linked._downloads,
}
