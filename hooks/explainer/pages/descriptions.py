"""What a page holds, in a sentence, where its writer does not say: for who finds it or links to it."""

from collections.abc import Callable, Mapping

from explainer.dossier.model import Dossier
from explainer.pages.plain import published
from explainer.pages.plan import Page
from explainer.pages.times import in_words


def description(page: Page, dossier: Dossier) -> str:
    """The sentence, not escaped; "" where the title says all. No words of an article are in it."""
    if page.option == "stance":
        return f"Of all claims those whose stance is: {dossier.stances[page.id].word}."
    if page.option != "id":
        return f"Only what “{dossier.sheets[page.id].title}” has."
    make = _SENTENCES.get(page.block)
    return make(dossier, page.id) if make else ""


def _article(dossier: Dossier, slug: str) -> str:
    sheet = dossier.sheets[slug]
    return f"Who says what in “{sheet.title}”, {published(sheet)}, sentence by sentence."


def _actor(dossier: Dossier, id_: str) -> str:
    name = dossier.actors[id_].name
    return f"{name} in the articles: what is said in this name, what is said of it, and where it stands."


def _question(dossier: Dossier, id_: str) -> str:
    question = dossier.questions[id_]
    answers = "; ".join(answer.says for answer in question.answers)
    return f"{question.question} Who answers what: {answers}."


def _event(dossier: Dossier, id_: str) -> str:
    event = dossier.events[id_]
    when = in_words(event.when.edtf) if event.when.edtf else "without a date"
    return f"{event.heading}: {when}, with the words that it rests on."


_SENTENCES: Mapping[str, Callable[[Dossier, str], str]] = {
    "article": _article,
    "actor": _actor,
    "question": _question,
    "event": _event,
}
