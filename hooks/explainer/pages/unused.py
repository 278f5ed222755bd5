"""Sentences that nothing on the site uses: contributors see there what has been overlooked."""

from explainer.dossier.model import Line, Sheet
from explainer.pages.index import Index


def unused(index: Index) -> list[tuple[Sheet, list[Line]]]:
    """By article, the sentences on which rests nothing: no claim, event, question, quotation, actor.

    Headings and credits are left out: they are there to be passed over.
    """
    introduce = {
        (a.intro.article, a.intro.sentence) for a in index.dossier.actors.values() if a.intro
    }
    found = []
    for slug, sheet in index.dossier.sheets.items():
        lines = [
            line
            for passage in sheet.passages
            if passage.kind == "paragraph"
            for line in passage.lines
            if not index.is_used(slug, line) and (slug, line.id) not in introduce
        ]
        if lines:
            found.append((sheet, lines))
    return found
