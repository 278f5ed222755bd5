"""W3C Web Annotations: where in the articles each claim's source, cue and content stand.

Each place is told twice: by the words with what stands around them, and by their position, which counts
Unicode code points of the article's text. What readers may not see is not in what stands around.
"""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from explainer.dossier.model import Claim
from explainer.pages.exports.source import Source
from explainer.pages.exports.writing import Record, written
from explainer.text.spans import Span


class Quote(Record):
    """Words, and at least 32 code points on either side, as far as they are reproduced: where the words
    stand there more than once, as many as tell them apart.
    """

    type: Literal["TextQuoteSelector"] = "TextQuoteSelector"
    exact: str = Field(description="The words.")
    prefix: str = Field(description="What stands before them.")
    suffix: str = Field(description="What stands behind them.")


class Position(Record):
    """Where the words stand, in Unicode code points of the article's text."""

    type: Literal["TextPositionSelector"] = "TextPositionSelector"
    start: int = Field(description="The first code point, from 0.", ge=0)
    end: int = Field(description="The code point behind the last.", ge=0)


class Text(Record):
    """An article's text."""

    id: str = Field(description="Where it is shown.")
    type: Literal["Text"] = "Text"
    language: str = Field(description="Its language.")
    format: Literal["text/plain"] = "text/plain"


class Target(Record):
    """A stretch of an article."""

    type: Literal["SpecificResource"] = "SpecificResource"
    source: Text = Field(description="The article.")
    selector: tuple[Quote, Position] = Field(description="Two ways to find the same words.")


class Link(Record):
    """What the words belong to (linking: the claim), or whom they mean (identifying: an actor)."""

    type: Literal["SpecificResource"] = "SpecificResource"
    purpose: Literal["linking", "identifying"] = Field(description="Which of the two.")
    source: str = Field(description="Its address.")


class Tag(Record):
    """The part that the words have in the claim, or the claim's stance."""

    type: Literal["TextualBody"] = "TextualBody"
    purpose: Literal["tagging", "classifying"] = Field(
        description="tagging: source, cue or content; classifying: the stance."
    )
    value: str = Field(description="Which.")
    format: Literal["text/plain"] = "text/plain"
    language: Literal["en"] = "en"


class Annotation(Record):
    """One stretch of words and its part in a claim."""

    id: str = Field(description="Its address.")
    type: Literal["Annotation"] = "Annotation"
    motivation: Literal["classifying"] = "classifying"
    body: tuple[Tag | Link, ...] = Field(description="What is said of the words.")
    target: Target = Field(description="The words.")


class Page(Record):
    """All of them."""

    id: Literal["#page"] = "#page"
    type: Literal["AnnotationPage"] = "AnnotationPage"
    startIndex: Literal[0] = 0  # noqa: N815 -- its name in the standard
    items: tuple[Annotation, ...] = Field(description="The annotations.")


class Annotations(Record):
    """The places of each claim's source, cue and content, in each article that has the claim."""

    context: Literal["http://www.w3.org/ns/anno.jsonld"] = Field(
        "http://www.w3.org/ns/anno.jsonld", alias="@context", description="What the names mean."
    )
    id: Literal["#all"] = "#all"
    type: Literal["AnnotationCollection"] = "AnnotationCollection"
    label: str = Field(description="The site's name.")
    total: int = Field(description="How many there are.", ge=0)
    first: Page = Field(description="All of them.")


def annotations(source: Source) -> str:
    """The annotations."""
    items = tuple(
        annotation
        for claim in source.dossier.claims.values()
        for version in claim.versions
        for annotation in _annotations(source, claim, version)
    )
    return written(Annotations(label=source.about.name, total=len(items), first=Page(items=items)))


def _annotations(source: Source, claim: Claim, version: Claim) -> Iterator[Annotation]:
    for part, number, span in _parts(version):
        article = version.place.article
        if not source.is_public(article, span):
            continue
        bodies: list[Tag | Link] = [
            Tag(purpose="tagging", value=part),
            Link(purpose="linking", source=source.url(source.addresses.claim(claim.id))),
        ]
        if part == "source":
            bodies += _meant(source, version)
        elif version.has_stance:
            bodies.append(Tag(purpose="classifying", value=version.stance))
        yield Annotation(
            id=f"#{claim.id}-{article}-{part}-{number}",
            body=tuple(bodies),
            target=_target(source, article, span),
        )


def _parts(claim: Claim) -> Iterator[tuple[str, int, Span]]:
    if claim.speaker.span:
        yield "source", 1, claim.speaker.span
    if not claim.by_hand:
        yield "cue", 1, claim.cue
    for number, span in enumerate(claim.content, start=1):
        yield "content", number, span


def _meant(source: Source, claim: Claim) -> Iterator[Link]:
    """The actors that the words mean; of one of several, none."""
    if claim.speaker.relation in ("is", "for", "are"):
        for actor in claim.speaker.actors:
            if actor in source.dossier.actors:
                address = source.url(source.addresses.actor(actor))
                yield Link(purpose="identifying", source=address)


def _target(source: Source, article: str, span: Span) -> Target:
    sheet = source.dossier.sheets[article]
    before, behind = source.around(article, span)
    text = source.url(source.addresses.article(article))
    return Target(
        source=Text(id=f"{text}#text", language=sheet.language),
        selector=(
            Quote(exact=sheet.words(span), prefix=before, suffix=behind),
            Position(start=span.start, end=span.end),
        ),
    )
