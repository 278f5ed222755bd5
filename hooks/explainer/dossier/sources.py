"""Each article with what people noted about it and what was read from it, before they are merged."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path, PurePosixPath

from explainer import lexicons, reading
from explainer.dossier.formats import Places
from explainer.dossier.identifiers import Identifiers
from explainer.dossier.model import Place
from explainer.dossier.notes import Notes, load_notes
from explainer.dossier.oddities import oddities
from explainer.lexicons import Lexicon
from explainer.problems import Level, Problem, Problems
from explainer.reading.model import Published, Reading
from explainer.text.article import Article, load_article, load_articles, slugify
from explainer.text.document import Document, parse
from explainer.text.merges import merges
from explainer.text.spans import Span, lines_of


@dataclass(frozen=True)
class Source:
    """One article on its way into the dossier.

    ``sentences`` has the id of each sentence of the document; ``lexicon`` is None where there is
    none for the article's language: then ``reading`` is empty. ``date_lost`` is True where the notes
    have mistakes and no date of publication that can be read.
    """

    article: Article
    notes: Notes
    places: Places
    reading: Reading
    sentences: tuple[str, ...]
    lexicon: Lexicon | None
    date_lost: bool = False

    @property
    def document(self) -> Document:
        """The article with its places."""
        return self.reading.document

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.document.sentences]

    def sentence_number(self, offset: int) -> int:
        """The number of the sentence that an offset stands in."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def sentence_at(self, offset: int) -> str:
        """The id of the sentence that an offset stands in."""
        return self.sentences[self.sentence_number(offset)]

    def sentence_numbers(self, span: Span) -> range:
        """The numbers of all sentences that a span touches."""
        return range(self.sentence_number(span.start), bisect_left(self._starts, span.end))

    def place(self, span: Span) -> Place:
        """A span of this article, with the sentence that it begins in."""
        return Place(self.article.slug, self.sentence_at(span.start), span)


def load_sources(seeds: Path, problems: Problems) -> list[Source]:
    """Reads every article of a folder; what is wrong with one never stops the others."""
    told = Problems()
    articles = load_articles(seeds, told)
    sources = [_source(article, seeds, problems) for article in articles]
    # What an article's file may be called by mistake is told there.
    known = {path.stem for path in seeds.glob("*") if path.suffix not in (".yml", ".yaml")}
    for path in sorted(seeds.glob("*.yml")):
        if path.stem not in known:
            message = f"there is no article {path.stem}.txt beside it; rename or delete this file"
            told.add(Problem(f"{seeds.name}/{path.name}", 0, 0, message, "no-article"))
    problems.extend(_waiting(told))
    return sources


def _waiting(told: Problems) -> Iterator[Problem]:
    """What is wrong with articles, and what comes of it."""
    for problem in told:
        if problem.level is Level.ERROR:
            message = f"{problem.message}; what quotes this article is not checked before"
            problem = replace(problem, message=message)  # noqa: PLW2901
        yield problem


def lost_articles(problems: Problems, seeds: Path, sources: Iterable[Source]) -> frozenset[str]:
    """The slugs of the articles that cannot be read, by what is told of their files."""
    paths = [PurePosixPath(problem.path) for problem in problems.errors]
    wrong = {slugify(path.stem) for path in paths if path.parent.name == seeds.name}
    return frozenset(wrong.difference(source.article.slug for source in sources))


def load_source(path: Path, problems: Problems) -> Source | None:
    """Reads one article and its notes; None if it cannot be read, and the problem says why."""
    article = load_article(path, problems)
    return _source(article, path.parent, problems) if article else None


def _source(article: Article, seeds: Path, problems: Problems) -> Source:
    stem = Path(article.path).stem
    path = seeds / f"{stem}.yml"
    told = Problems()
    notes, places = load_notes(path, f"{seeds.name}/{stem}.yml", told)
    problems.extend(told)
    if notes.sha256 != article.sha256 and (torn := list(merges_in(article, places.path))):
        problems.extend(torn)
    elif notes.sha256 not in (None, article.sha256):
        message = (
            f"{article.path} is no longer the text that was curated: its sum is now"
            f" {article.sha256}. Check the quotations{_to_compare(notes, places)}, then write that"
            " sum here"
        )
        problems.add(places.problem(("sha256",), message, "text-changed"))
    lexicon = lexicons.load(notes.language)
    if lexicon is None:
        message = f"there are no lexicons for the language {notes.language!r}; shown, but not read"
        problems.add(Problem(article.path, 0, 0, message, "unread", Level.NOTICE))
    else:
        problems.extend(lexicon.problems)
    published = None
    if notes.published:
        why = notes.published_basis or "given by a person"
        published = Published(notes.published, "given", why)
    read = _read(article, notes.language, published, lexicon)
    problems.extend(read.problems)
    if lexicon is not None:
        problems.extend(oddities(read.document, lexicon, notes, places))
    ids = Identifiers()
    text = article.text
    sentences = tuple(ids.sentence(s.span.of(text)) for s in read.document.sentences)
    date_lost = bool(told.errors) and notes.published is None
    return Source(article, notes, places, read, sentences, lexicon, date_lost)


def merges_in(article: Article, notes: str) -> Iterator[Problem]:
    """Two versions that a merge left in an article, which nobody has said are its own words."""
    for merge in merges(lines_of(article.text)):
        message = (
            f"{merge.message}. If the article itself has them, write `sha256: {article.sha256}` into"
            f" {notes}"
        )
        yield Problem(article.path, merge.first + 1, 1, message, "merge")


def with_text(source: Source, text: str) -> Source:
    """An article as it would be with another text, such as the one that was curated."""
    article = Article(source.article.slug, source.article.path, text)
    published = source.reading.published if source.notes.published else None
    read = _read(article, source.notes.language, published, source.lexicon)
    ids = Identifiers()
    sentences = tuple(ids.sentence(s.span.of(text)) for s in read.document.sentences)
    return replace(source, article=article, reading=read, sentences=sentences)


def _to_compare(notes: Notes, places: Places) -> str:
    """Which readings that people checked are to be compared with a new text, in words."""
    lines = [
        places.problem(("corrections", number, "checked"), "", "").line
        for number, given in enumerate(notes.corrections)
        if given.checked
    ]
    if not lines:
        return ""
    return f" and compare again what is `checked: true` (line {', '.join(map(str, lines))})"


class _ByIdentity:
    """Lets a lexicon be part of a cache's key: it is the same object as long as its files are."""

    def __init__(self, lexicon: Lexicon | None) -> None:
        self.lexicon = lexicon

    def __hash__(self) -> int:
        return id(self.lexicon)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ByIdentity) and self.lexicon is other.lexicon


def _read(
    article: Article, language: str, published: Published | None, lexicon: Lexicon | None
) -> Reading:
    return _cached(
        article.slug, article.path, article.text, language, published, _ByIdentity(lexicon)
    )


@lru_cache(maxsize=512)
def _cached(
    slug: str,
    path: str,
    text: str,
    language: str,
    published: Published | None,
    key: _ByIdentity,
) -> Reading:
    """A rebuild of a live preview reads only what has changed."""
    lexicon = key.lexicon
    document = parse(Article(slug, path, text), language, lexicon.credits if lexicon else ())
    if lexicon is None:
        return Reading(document, published, problems=document.problems)
    return reading.read(document, lexicon, published)
