"""What is read from a text, printed a finding a line, as the cases write it."""

from datetime import date

from explainer.reading import read
from explainer.reading.model import Attribution, Mention, Published, Reading
from explainer.text.spans import Span
from text.cases import document, english, escaped


def reading_of(text: str, published: str = "none") -> Reading:
    """A text as it is read with the delivered lexicon."""
    day = date.fromisoformat(published) if published != "none" else None
    given = Published(day, "given", "for this test") if day else None
    return read(document(text), english(), given)


def attributions(reading: Reading) -> list[str]:
    """who | cue | what | kind | stance | rule | relation; "-" for nobody, " + " between pieces."""
    return [_attribution(reading, found) for found in reading.attributions]


def _attribution(reading: Reading, found: Attribution) -> str:
    text = reading.document.article.text
    fields = [_words(text, spans) for spans in (found.source, found.cue, found.content)]
    return " | ".join([*fields, found.kind, found.stance, found.rule, _relation(reading, found)])


def _relation(reading: Reading, found: Attribution) -> str:
    if found.speaker is None or found.relation not in ("is", "for", "are"):
        return found.relation
    actors = [reading.mentions[number].actor for number in (found.speaker, *found.others)]
    names = [reading.actors[actor].name for actor in actors if actor is not None]
    return f"{found.relation} {', '.join(names)}" if names else found.relation


def _words(text: str, spans: tuple[Span, ...]) -> str:
    return " + ".join(escaped(span.of(text)) for span in spans) or "-"


def mentions(reading: Reading) -> list[str]:
    """words | actor | kind of actor | rule; "-" for none; then roles, what it is a part of, and what
    stands beside the name.
    """
    return [_mention(reading, mention) for mention in reading.mentions]


def _mention(reading: Reading, mention: Mention) -> str:
    words = escaped(mention.span.of(reading.document.article.text))
    if mention.actor is None:
        return f"{words} | - | {mention.kind} | {mention.rule}"
    actor = reading.actors[mention.actor]
    more = [f"role {role}" for role in actor.roles]
    more += [f"part of {actor.part_of}"] if actor.part_of else []
    text = reading.document.article.text
    more += [f"described {escaped(d.span.of(text))}" for d in mention.descriptions]
    return " | ".join([words, actor.name, actor.kind, mention.rule, *more])


def problems(reading: Reading) -> list[str]:
    """What is odd or undecided, as people see it."""
    return [str(problem) for problem in reading.problems]
