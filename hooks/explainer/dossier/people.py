"""Actors across articles: one page for one name, and what people say a phrase means."""

from collections import Counter
from collections.abc import Collection, Iterable
from functools import partial

from explainer.dossier.actors import ActorFile
from explainer.dossier.anchors import theirs
from explainer.dossier.joins import Joins, bare_names
from explainer.dossier.model import Claim, Named, Place, Speaker
from explainer.dossier.namesakes import Doubt, Namesakes, Person
from explainer.dossier.phrases import Phrases
from explainer.dossier.quotations import keyed
from explainer.dossier.sources import Source
from explainer.dossier.speakers import speaker_of
from explainer.dossier.strangers import stranger
from explainer.problems import Problem, Problems
from explainer.reading.model import Attribution, Mention
from explainer.text.spans import Cover, Span


class People:
    """All actors of the site, and who the words of each article mean.

    Args:
        sources: the articles.
        files: what people wrote about actors.
        problems: takes what is wrong with that, and with what the articles' notes say of phrases.
        lost: True while an article cannot be read, in which there may be others.
    """

    def __init__(
        self,
        sources: Iterable[Source],
        files: Iterable[ActorFile],
        problems: Problems,
        *,
        lost: bool = False,
    ) -> None:
        self._sources, self._lost = list(sources), lost
        namesakes = Namesakes(self._sources)
        bare = bare_names(self._sources)
        joins = Joins(files, {p.id: p.name for p in namesakes.people.values()}, bare, problems)
        self._by_name = {p.name: joins.id_of(p.id) for p in namesakes.people.values()}
        self.all = _joined(namesakes, joins)
        self.named: dict[str, list[Named]] = {}
        self._contents = {
            source.article.slug: Cover(s for a in source.reading.attributions for s in a.content)
            for source in self._sources
        }
        self._locals = namesakes.ids
        self._phrases = {
            source.article.slug: Phrases(source, self.all, self.stranger, bare, problems)
            for source in self._sources
        }
        for source in self._sources:
            self._learn(source, namesakes)
            self._gather(source)
        # What a person says a name means takes its mentions away, and with them the doubt.
        problems.extend(d.problem for d in namesakes.doubts() if self._is_open(d))
        self._drop(joins, problems)

    def stranger(self, wanted: str, known: Collection[str] | None = None) -> str:
        """The message for an id that no actor has; "" where that cannot be known.

        Args:
            wanted: the id.
            known: the ids that there are, if not those of all.
        """
        called = {id_: self.all[id_].called for id_ in (self.all if known is None else known)}
        return stranger(wanted, called, lost=self._lost)

    def _learn(self, source: Source, namesakes: Namesakes) -> None:
        """What an article says of its actors, of those that a person says they are here."""
        slug = source.article.slug
        for number, actor in enumerate(source.reading.actors):
            id_ = self._locals[slug][number]
            if phrase := self._phrases[slug].whole(number):
                namesakes.told.add((slug, number))
                id_ = phrase.meaning.is_ or id_
            self.all[id_].learn(actor, slug)

    def _is_open(self, doubt: Doubt) -> bool:
        """False once a person has said what it is, or that two of them are one."""
        person = self.all[doubt.actor]
        told = person.file and (person.file.given.kind or person.file.given.names)
        return bool(person.mentions) and not told

    def _gather(self, source: Source) -> None:
        """Who is named where; what a person says of a phrase wins."""
        slug = source.article.slug
        phrases = self._phrases[slug]
        found: dict[tuple[Span, str], tuple[bool, Span]] = {}
        for mention in source.reading.mentions:
            phrase, span = phrases.of(mention), mention.span
            actors = read = self._read(slug, mention)
            if phrase is not None:
                actors = phrase.meaning.named
                span = phrase.span if phrase.span.contains(span) else span
                if actors != read:
                    phrases.changes(phrase)
            form = (span == mention.span and mention.form) or span
            found.update(((span, id_), (mention.introduces, form)) for id_ in actors)
            for id_ in actors:
                self.all[id_].described += [source.place(d.span) for d in mention.descriptions]
        for phrase in phrases.apart():
            for id_ in phrase.meaning.named:
                phrases.changes(phrase)
                found[phrase.span, id_] = False, phrase.span
        shared = Counter(span for span, _ in found)
        self.named[slug] = [
            self._name(
                source, id_, source.place(span), introduces, form if shared[span] == 1 else None
            )
            for (span, id_), (introduces, form) in sorted(found.items(), key=lambda it: it[0][0])
        ]

    def _read(self, slug: str, mention: Mention) -> tuple[str, ...]:
        """Who a mention is by the reading alone."""
        return () if mention.actor is None else (self._locals[slug][mention.actor],)

    def _name(
        self, source: Source, id_: str, place: Place, introduces: bool, form: Span | None
    ) -> Named:
        """Adds a mention; ``form`` is the name in it, None where it names several."""
        person = self.all[id_]
        words = place.span.of(source.article.text)
        person.name = person.name or " ".join(words.split())
        person.mentions.append(place)
        # "Both organizations" says whom a sentence is about, and is no name of either.
        if form:
            person.names[" ".join(form.of(source.article.text).split())] += 1
        worth = self._worth(source, place, introduces, form is not None)
        best = person.intros.get(place.article)
        if best is None or worth > best[0]:
            person.intros[place.article] = worth, place
        return Named(id_, place)

    def _worth(self, source: Source, place: Place, said: bool, alone: bool) -> int:
        """How well a sentence says who somebody is: best by a title, in the article's own voice; worse
        in words for several ("both organizations"), worst in words that take a side.
        """
        sentence = source.document.sentences[source.sentence_number(place.span.start)]
        words = sentence.span.of(source.article.text)
        loaded = source.lexicon is not None and source.lexicon.names.takes_side(words)
        running = source.document.blocks[sentence.block].kind == "paragraph"
        own = not self._contents[source.article.slug].holds(place.span)
        return 16 * (not loaded) + 8 * alone + 4 * running + 2 * own + said

    def _drop(self, joins: Joins, problems: Problems) -> None:
        """Those whom no article names are told, and there are no pages about them."""
        noted = {
            actor
            for source in self._sources
            for meaning in source.notes.mentions
            for actor in (*meaning.named, *meaning.one_of)
        }
        noted |= {who for s in self._sources for given in s.notes.corrections for who in given.who}
        named = {person.id for person in self.all.values() if person.mentions}
        known = named | (noted & self.all.keys())
        problems.extend(joins.without_actor(known, lost=self._lost))
        self.all = {id_: person for id_, person in self.all.items() if id_ in known}
        for person in self.all.values():
            person.name = person.name or person.id

    def speaker(self, source: Source, found: Attribution) -> Speaker:
        """Who an attribution's source means; what a person says about its words wins."""
        slug = source.article.slug
        who = partial(self._read, slug)
        return speaker_of(source.reading, found, self._phrases[slug], who)

    def called(self, source: Source, speaker: Speaker) -> str:
        """A speaker in a message: by name, else by the words of the article."""
        names = " and ".join(self.all[id_].name for id_ in speaker.actors if id_ in self.all)
        words = speaker.span and " ".join(speaker.span.of(source.article.text).split())
        return names or (f"“{words}”" if words else "somebody")

    def only_theirs(self, source: Source, claim: Claim, span: Span) -> str:
        """What is wrong with a quotation that runs out of its claim, and the way out; or ""."""
        part = theirs(claim, span, source.document)
        if part is None:
            return ""
        words = " ".join(part.of(source.article.text).split())
        whose = self.called(source, claim.speaker)
        ready = keyed("quote").ready(words)
        return f"only “{words}” of these words is what {whose} says; did you mean `{ready}`?"

    def beyond(self, source: Source, claim: Claim, span: Span) -> str:
        """What to know of a quotation that has some more words than its claim; "" of any other."""
        text, hull = source.article.text, claim.place.span
        more = f"{text[span.start : hull.start]} {text[hull.end : span.end]}".split()
        if len(more) < 2:
            return ""
        return (
            f"“{' '.join(more)}” in these words is not read as what {self.called(source, claim.speaker)}"
            f" says; quote less, or correct the claim in {source.places.path} (`corrections:`)"
        )

    def owner(self, person: Person) -> str:
        """The actor that the articles say it is a part of, or ""."""
        owner = self._by_name.get(person.part_of, "")
        return owner if owner in self.all and owner != person.id else ""

    def needless(self) -> Iterable[Problem]:
        """Notices of notes that change nothing, once all speakers have been asked for."""
        for phrases in self._phrases.values():
            yield from phrases.needless()


def _joined(namesakes: Namesakes, joins: Joins) -> dict[str, Person]:
    """Makes one of those that one file is about, at its address."""
    read = namesakes.people
    joined: dict[str, Person] = {}
    # The one that has the file's address already comes first: its name and kind are kept.
    for person in sorted(read.values(), key=lambda p: joins.id_of(p.id) != p.id):
        person.id = joins.id_of(person.id)
        joined.setdefault(person.id, person)
    for ids in namesakes.ids.values():
        ids[:] = [joins.id_of(id_) for id_ in ids]
    for file in joins.files:
        person = joined.setdefault(file.id, Person(file.id, "", "name"))
        person.file = file
        person.only_in = "" if file.given.name else person.only_in
        person.name = file.given.name or person.name
        person.kind = file.given.kind or person.kind
    namesakes.people = joined
    return joined
