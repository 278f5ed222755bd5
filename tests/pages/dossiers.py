"""Small dossiers for tests: an article's text, and what is to be found in it, by its words."""

from dataclasses import replace
from datetime import date
from typing import Any

from explainer.dossier.model import (
    Actor,
    Claim,
    Dossier,
    Event,
    Evidence,
    Line,
    Named,
    Passage,
    Place,
    Sheet,
    Speaker,
    Stance,
    Voice,
    When,
)
from explainer.problems import Problem
from explainer.text.article import Article
from explainer.text.document import parse
from explainer.text.spans import Span, hull

STANCES = {
    name: Stance(name, sign, name)
    for name, sign in (("asserts", "•"), ("claims", "◦"), ("denies", "✗"), ("confirms", "✓"))
}

PLAIN = (
    "Ukraine denies that it led the raid. Two groups claim they were behind the raid.\n"
    "The town was attacked on Monday. The special measures were lifted in the afternoon.\n"
    "Nothing rests upon this sentence about Ukraine."
)


class Draft:
    """A dossier in the making, of one article or more."""

    def __init__(self, text: str = PLAIN, slug: str = "raid", **facts: Any) -> None:
        self.sheets: dict[str, Sheet] = {}
        self.actors: dict[str, Actor] = {}
        self.claims: dict[str, Claim] = {}
        self.events: dict[str, Event] = {}
        self.problems: list[Problem] = []
        self.article(text, slug, **facts)

    def article(self, text: str, slug: str, **facts: Any) -> "Draft":
        """Adds an article; what follows is found in it."""
        article = Article(slug, f"seeds/{slug}.txt", text)
        document = parse(article)
        passages = []
        for number, block in enumerate(document.blocks):
            spans = [s.span for s in document.sentences if s.block == number]
            lines = (Line(f"s-{s.start:08x}", s, (), (), (), (), own_voice=True) for s in spans)
            passages.append(Passage(block.kind, block.span, tuple(lines)))
        known: dict[str, Any] = {
            "title": "The raid", "title_basis": "given", "language": "en",
            "published": date(2023, 5, 24), "published_basis": "said by a person",
            "published_given": True, "publisher": "", "url": "", "rights": "", "show": "full",
            "read": True, "voices": (Voice("", "", 0, 20),),
        }  # fmt: skip
        known.update(facts)
        self.sheets[slug] = Sheet(article=article, passages=tuple(passages), **known)
        self.slug = slug
        return self

    def span(self, words: str, after: int = 0) -> Span:
        """Where words stand in the last article."""
        start = self.sheets[self.slug].article.text.index(words, after)
        return Span(start, start + len(words))

    def place(self, span: Span) -> Place:
        """A place, with its sentence."""
        lines = self.sheets[self.slug].lines
        line = next(line for line in lines if line.span.start <= span.start < line.span.end)
        return Place(self.slug, line.id, span)

    def actor(self, id: str, name: str, words: str = "", **facts: Any) -> "Draft":  # noqa: A002
        """Adds an actor, named by the words wherever they stand."""
        places: list[Place] = []
        text = self.sheets[self.slug].article.text
        at = text.find(words) if words else -1
        while at >= 0:
            places.append(self.place(Span(at, at + len(words))))
            at = text.find(words, at + 1)
        facts.setdefault("kind", "state")
        names = ((words, len(places)),) if words else ()
        old = self.actors.get(id)
        before = old.mentions if old else ()
        made = Actor(id, name, names=names, mentions=before + tuple(places), **facts)
        self.actors[id] = made
        for place in places:
            self._line(place, mentions=(Named(id, place),))
        return self

    def claim(self, source: str, cue: str, *content: str, **facts: Any) -> "Draft":
        """Adds a claim by its words."""
        relation = facts.pop("relation", "is")
        actors = tuple(facts.pop("actors", ()))
        spans = [self.span(source)] if source else []
        start = spans[0].start if spans else 0
        cue_span = self.span(cue, start)
        pieces = tuple(self.span(words, start) for words in content)
        place = self.place(cue_span)
        place = replace(place, span=hull([*spans, cue_span, *pieces]))
        speaker = Speaker(spans[0] if spans else None, relation, actors, facts.pop("why", ""))
        id_ = f"{place.sentence}-{cue_span.start}"
        known: dict[str, Any] = {
            "kind": "indirect", "type": "speech", "stance": "claims", "about": (), "when": None,
            "rule": "says-that", "confidence": 0.9, "why": "",
        }  # fmt: skip
        known.update(facts)
        claim = Claim(id_, place, speaker, cue_span, pieces, **known)
        self.claims[id_] = claim
        self._line(place, claims=(id_,))
        field = {"are": "shared", "one_of": "possible"}.get(relation, "claims")
        for actor in actors:
            old = self.actors[actor]
            self.actors[actor] = replace(old, **{field: (*getattr(old, field), id_)})
        for actor in claim.about:
            old = self.actors[actor]
            self.actors[actor] = replace(old, about=(*old.about, id_))
        return self

    def event(self, clause: str, words: str, **facts: Any) -> "Draft":
        """Adds an event by its clause and the words for its time."""
        place = self.place(self.span(clause))
        known: dict[str, Any] = {
            "type": "DATE", "value": "2023-05-22", "edtf": "2023-05-22", "part": None,
            "basis": "inferred", "why": "the last Monday before 24 May 2023",
            "uses_publication": True, "publication_given": True,
        }  # fmt: skip
        claim, loaded = facts.pop("claim", None), facts.pop("loaded", False)
        status = facts.pop("status", "happened")
        actors = facts.pop("actors", ())
        known.update(facts)
        when = When(self.span(words, place.span.start), **known)
        id_ = f"e-{len(self.events)}"
        evidence = (Evidence(place, (when,), (claim,) if claim else (), status=status),)
        self.events[id_] = Event(id_, evidence, when, loaded, actors)
        self._line(place, events=(id_,), times=(when,))
        for actor in actors:
            old = self.actors[actor]
            self.actors[actor] = replace(old, events=(*old.events, id_))
        return self

    def done(self) -> Dossier:
        """The dossier."""
        return Dossier(
            self.sheets, self.actors, self.claims, self.events, STANCES, tuple(self.problems)
        )

    def _line(self, place: Place, **more: tuple[Any, ...]) -> None:
        sheet = self.sheets[place.article]
        passages = []
        for passage in sheet.passages:
            lines = [
                replace(
                    line,
                    **{name: getattr(line, name) + added for name, added in more.items()},
                    own_voice=line.own_voice and "claims" not in more,
                )
                if line.id == place.sentence
                else line
                for line in passage.lines
            ]
            passages.append(replace(passage, lines=tuple(lines)))
        self.sheets[place.article] = replace(sheet, passages=tuple(passages))


def small(**facts: Any) -> Dossier:
    """One article with two actors, two claims and two events."""
    draft = Draft(**facts)
    draft.actor("ukraine", "Ukraine", "Ukraine")
    draft.actor("a-group", "A Group", "Two groups", kind="armed group")
    draft.actor("b-group", "B Group", "", kind="armed group")
    draft.claim("Ukraine", "denies that", "it led the raid", actors=["ukraine"], stance="denies")
    draft.claim(
        "Two groups", "claim", "they were behind the raid", relation="are",
        actors=["a-group", "b-group"], about=("ukraine",),
    )  # fmt: skip
    draft.event("The town was attacked on Monday", "Monday", actors=("ukraine",))
    draft.event(
        "The special measures were lifted in the afternoon", "in the afternoon",
        type="TIME", value="2023-05-22TAF", part="afternoon", day_stated=False,
    )  # fmt: skip
    return draft.done()
