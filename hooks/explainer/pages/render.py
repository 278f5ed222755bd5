"""Blocks as HTML: the dossier laid out by templates, each fragment made once."""

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket

from explainer.dossier.contradictions import contradictions
from explainer.dossier.model import Actor, Claim, Dossier, Line, Place, Sheet
from explainer.dossier.suggestions import Suggestions
from explainer.pages.about import UNKNOWN, About
from explainer.pages.addresses import Addresses
from explainer.pages.broken import told, without_broken
from explainer.pages.exports import EXPORTS, Source
from explainer.pages.gaps import reproduced, rows
from explainer.pages.index import Index
from explainer.pages.marks import Mark, marked
from explainer.pages.matrix import Answered
from explainer.pages.overview import overview, precision
from explainer.pages.plain import has_marks, how_known, known, status
from explainer.pages.plan import stances
from explainer.pages.safe import Fragment, addresses_in, finalize, html, web_address
from explainer.pages.select import select_actors, select_claims, select_events
from explainer.pages.sources import quoted_place
from explainer.pages.times import datetime_value, in_words
from explainer.pages.uncertain import uncertain
from explainer.pages.unused import unused
from explainer.pages.voices import shares

TEMPLATES = Path(__file__).parent / "templates"


class _Compiled(BytecodeCache):
    """Keeps templates compiled between builds of a live preview, as long as they stay the same."""

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], Any] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._codes[bucket.key, bucket.checksum] = bucket.code


_compiled = _Compiled()


def environment() -> Environment:
    """Templates that escape every value and show what readers could not see."""
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        finalize=finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=_compiled,
    )


class Renderer:
    """Makes the HTML of blocks for one dossier.

    Args:
        dossier: what the site knows.
        addresses: where things stand on the site.
        index: ways into the dossier.
        name: what a page that a person wrote is called, by its path in docs/.
        about: what is known of the site as a whole.
    """

    def __init__(
        self,
        dossier: Dossier,
        addresses: Addresses,
        index: Index | None = None,
        name: Callable[[str], str] = str,
        about: About = UNKNOWN,
    ) -> None:
        self.about = about
        self.dossier = dossier
        self.addresses = addresses
        self.index = index or Index(dossier)
        self._env = environment()
        self._env.tests.update(
            shown=self.index.is_shown, public=self.index.public, quoting=has_marks
        )
        #: What is wrong with the templates themselves; the broken ones print nothing.
        self.broken = without_broken(self._env, TEMPLATES)
        self._env.globals.update(
            d=dossier,
            ix=self.index,
            url=addresses,
            words=dossier.words,
            text=self.index.text,
            block=self.block,
            card=self.card,
            row=self.row,
            sentence=self.sentence,
            passage_rows=lambda sheet, passage: rows(self.index, sheet, passage),
            naming=self.naming,
            mentions=self.mentions,
            datetime_value=datetime_value,
            in_words=in_words,
            precision=precision,
            web_address=web_address,
            addresses_in=addresses_in,
            page_name=name,
            known=known,
            how_known=how_known,
            status_word=status,
            site_name=about.name,
        )
        self._cards: dict[str, Fragment] = {}
        self._rows: dict[tuple[str, str], Fragment] = {}
        self._sentences: dict[tuple[str, str], Fragment] = {}
        self._blocks = {
            "actor": self._actor,
            "actors": self._actors,
            "article": self._article,
            "articles": self._articles,
            "claims": self._claims,
            "desk": self._desk,
            "downloads": self._downloads,
            "event": self._event,
            "matrix": self._matrix,
            "question": self._question,
            "questions": self._questions,
            "quote": self._quote,
            "timeline": self._timeline,
            "uncertain": self._uncertain,
            "voices": self._voices,
        }

    def block(
        self, name: str, options: Mapping[str, Any], *, first: bool = False, own: bool = False
    ) -> Fragment:
        """A block's HTML, with addresses from the site's root (see :mod:`explainer.pages.addresses`).

        Args:
            name: one of the vocabulary.
            options: checked before.
            first: True if nothing else is on the page, so that the block brings the page's heading.
            own: True on the page of what the block shows, which needs no second heading.
        """
        template = self._env.get_template(f"blocks/{name}.html")
        facts = self._blocks[name](options)
        with told():
            return Fragment(template.render(options=options, first=first, own=own, **facts))

    def page(self, template: str, **facts: Any) -> Fragment:
        """A piece of a page that is no block: its foot, the notices of a live preview."""
        with told():
            return Fragment(self._env.get_template(template).render(**facts))

    def card(self, claim: str) -> Fragment:
        """A claim with all there is to check it by."""
        if claim not in self._cards:
            template = self._env.get_template("claim.html")
            made = template.render(claim=self.dossier.claims[claim])
            self._cards[claim] = Fragment(made)
        return self._cards[claim]

    def row(self, claim: Claim) -> Fragment:
        """A claim in an article's words as a row of a table."""
        key = (claim.id, claim.place.article)
        if key not in self._rows:
            made = self._env.get_template("claim-row.html").render(claim=claim)
            self._rows[key] = Fragment(made)
        return self._rows[key]

    def sentence(self, article: str, line: Line) -> Fragment:
        """A sentence with all its marks."""
        key = (article, line.id)
        if key not in self._sentences:
            text = self.dossier.sheets[article].article.text
            self._sentences[key] = marked(text, line.span, self._marks(article, line))
        return self._sentences[key]

    def naming(self, article: str, line: Line, places: list[Place]) -> Fragment:
        """A sentence in which only the words for one actor are marked."""
        text = self.dossier.sheets[article].article.text
        return marked(text, line.span, [Mark(place.span, "named", "mark") for place in places])

    def mentions(self, actor: Actor) -> list[tuple[str, Line, list[Place]]]:
        """The sentences that name an actor and may be published, each with where it is named."""
        found: dict[tuple[str, str], list[Place]] = {}
        for place in actor.mentions:
            if self.index.public(place):
                found.setdefault((place.article, place.sentence), []).append(place)
        lines = self.index.lines
        return [(key[0], lines[key], places) for key, places in found.items()]

    def _marks(self, article: str, line: Line) -> list[Mark]:
        marks = []
        for claim in (self.dossier.claims[name].seen_from(article) for name in line.claims):
            data = f' data-claim="{html(claim.id)}"'
            marks += [Mark(span, "content", "mark", data) for span in claim.content]
            if claim.speaker.span:
                marks.append(Mark(claim.speaker.span, "source", "span", data))
            marks.append(Mark(claim.cue, "cue", "b", data))
        marks += [
            Mark(
                n.place.span, "actor", "a", f' data-preview href="{self.addresses.actor(n.actor)}"'
            )
            for n in line.mentions
        ]
        marks += [Mark(when.span, "time") for when in line.times]
        return marks

    def _actor(self, options: Mapping[str, Any]) -> dict[str, Any]:
        actor = self.dossier.actors[options["id"]]
        seen = self.mentions(actor)
        shown = sum(len(places) for _, _, places in seen)
        return {"actor": actor, "seen": seen, "unseen": len(actor.mentions) - shown}

    def _actors(self, options: Mapping[str, Any]) -> dict[str, Any]:
        found = select_actors(self.dossier, options)
        kinds: dict[str, list[Actor]] = {}
        for actor in sorted(found, key=lambda a: (a.kind == "group", a.kind, a.name.casefold())):
            kinds.setdefault(actor.kind, []).append(actor)
        return {"kinds": kinds, "found": found}

    def _article(self, options: Mapping[str, Any]) -> dict[str, Any]:
        slug = options["id"]
        own = self._shares([slug])
        return {"slug": slug, "sheet": self.dossier.sheets[slug], "own_voices": own}

    def _articles(self, options: Mapping[str, Any]) -> dict[str, Any]:
        sheets = list(self.dossier.sheets.items())
        return {"sheets": sheets[: options.get("limit")]}

    def _claims(self, options: Mapping[str, Any]) -> dict[str, Any]:
        found = select_claims(self.dossier, options)
        articles: dict[str, list[Claim]] = {}
        for claim in found:
            articles.setdefault(claim.place.article, []).append(claim)
        asked = {q.id for claim in found for q in self.index.questions_of.get(claim.id, ())}
        return {
            "articles": articles,
            "shown": len(found),
            "speakers": {actor for claim in found for actor in claim.speaker.actors},
            "stances": stances(found, self.dossier),
            "asked": [q for q in self.dossier.questions.values() if q.id in asked],
        }

    def _desk(self, _options: Mapping[str, Any]) -> dict[str, Any]:
        claims = self.dossier.claims.values()
        vague = {"unnamed", "unresolved", "one_of"}
        open_speakers = [c for c in claims if c.speaker.relation in vague and not c.speaker.given]
        suggestions = Suggestions(self.dossier)
        return {
            "vague": open_speakers,
            "open_events": [e for e in self.dossier.events.values() if e.when.basis == "open"],
            "undated": [sheet for sheet in self.dossier.sheets.values() if not sheet.published],
            "unasked": [c for c in claims if c.id not in self.index.questions_of],
            "corrected": [claim for claim in claims if claim.corrections or claim.by_hand],
            "hints": [(hint, suggestions.question(hint)) for hint in contradictions(self.dossier)],
            "hidden": self.dossier.hidden,
            "unused": unused(self.index),
            "problems": self.dossier.problems,
            "sheets": self._shares(self.dossier.sheets),
            "shown": [
                (sheet, reproduced(self.index, sheet)) for sheet in self.dossier.sheets.values()
            ],
        }

    def _downloads(self, _options: Mapping[str, Any]) -> dict[str, Any]:
        sizes = {path: len(text.encode()) for path, text in self.exports.items()}
        return {"exports": EXPORTS, "sizes": sizes}

    @cached_property
    def exports(self) -> Mapping[str, str]:
        """The files to take away: their texts by their paths on the site."""
        return {export.path: export.make(self.source) for export in EXPORTS}

    @cached_property
    def source(self) -> Source:
        """What is made from the dossier besides pages."""
        return Source(self.dossier, self.index, self.addresses, self.about)

    def _event(self, options: Mapping[str, Any]) -> dict[str, Any]:
        return {"event": self.dossier.events[options["id"]]}

    def _matrix(self, _options: Mapping[str, Any]) -> dict[str, Any]:
        return {"matrix": self._answered.matrix}

    def _question(self, options: Mapping[str, Any]) -> dict[str, Any]:
        question = self.dossier.questions[options["id"]]
        rest = self._answered.rest(question)
        return {
            "question": question,
            "perhaps": [(actor, cell.given) for actor, cell in rest if cell.given],
            "through": [(a, c.through) for a, c in rest if c.through],
            "silent": [actor for actor, cell in rest if not cell.given and not cell.through],
        }

    @cached_property
    def _answered(self) -> Answered:
        return Answered(self.dossier)

    def _questions(self, options: Mapping[str, Any]) -> dict[str, Any]:
        return {"found": list(self.dossier.questions.values())[: options.get("limit")]}

    def _quote(self, options: Mapping[str, Any]) -> dict[str, Any]:
        found = quoted_place(options, self.index.passages)
        return {"place": found if isinstance(found, Place) else None}

    def _timeline(self, options: Mapping[str, Any]) -> dict[str, Any]:
        found = select_events(self.dossier, options)
        dated = [event for event in found if event.when.edtf]
        return {
            "dated": dated,
            "picture": overview(dated),
            "undated": [event for event in found if not event.when.edtf],
        }

    def _uncertain(self, _options: Mapping[str, Any]) -> dict[str, Any]:
        return {"u": uncertain(self.dossier)}

    def _voices(self, options: Mapping[str, Any]) -> dict[str, Any]:
        chosen = options.get("article")
        return {"sheets": self._shares([chosen] if chosen else self.dossier.sheets)}

    def _shares(self, slugs: Any) -> list[tuple[str, Sheet, Any]]:
        sheets = [(slug, self.dossier.sheets[slug]) for slug in slugs]
        return [(slug, sheet, shares(sheet.voices)) for slug, sheet in sheets if sheet.voices]
