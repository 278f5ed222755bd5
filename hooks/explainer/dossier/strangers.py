"""Ids that no actor has: which actor is meant, by what articles and people call it."""

import re
from collections.abc import Iterable, Mapping

from explainer.dossier.advice import nearest

RULE = "no-such-actor"

Called = Mapping[str, Iterable[str]]


def stranger(wanted: str, known: Called, *, lost: bool) -> str:
    """The message for an id that no actor has.

    Args:
        wanted: the id.
        known: the ids of all actors, each with what it is called.
        lost: True while an article cannot be read: who is like nobody may stand there, and the
            message is "".
    """
    if found := _called(wanted, known):
        id_, name = found
        return f"there is no actor {wanted!r}; write the id of the one called “{name}”, {id_!r}"
    way_out = nearest(wanted, known)
    if lost and not way_out.endswith("?"):
        return ""
    return f"there is no actor {wanted!r}{way_out}"


def _called(wanted: str, known: Called) -> tuple[str, str] | None:
    """The one actor that is called so, or by a name with these words in it, and that name."""
    alike = re.compile(rf"(?<!\w){re.escape(wanted)}(?!\w)", re.IGNORECASE)
    for fits in (alike.fullmatch, alike.search):
        names = {id_: next(filter(fits, names), None) for id_, names in known.items()}
        found = [(id_, " ".join(name.split())) for id_, name in names.items() if name]
        if len(found) == 1:
            return found[0]
    return None
