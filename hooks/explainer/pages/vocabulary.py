"""The blocks that contributors write, their options, and what each option takes."""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from explainer.dossier.model import Dossier
from explainer.dossier.strangers import stranger

Takes = Literal[
    "actor", "article", "event", "sentence", "question", "stance", "kind", "date", "flag", "number",
    "text",
]  # fmt: skip

_NARROW: Mapping[str, Takes] = {
    "by": "actor",
    "about": "actor",
    "article": "article",
    "limit": "number",
}


#: What an option takes, in words.
TAKES: Mapping[Takes, str] = {
    "actor": "an actor's id, the last part of its page's address",
    "article": "an article's id: its file's name without `.txt`",
    "sentence": "a sentence's id, the end of its address, as in s-80105c30",
    "question": "a question's id: its file's name without `.md`",
    "event": "an event's id: its file's name without `.md`",
    "stance": "a stance, such as `denies`",
    "kind": "a kind of actor, such as `state`",
    "date": "a year, a month or a day, as in 2023-05-22",
    "flag": "true or false",
    "number": "a number from 1",
    "text": "words in quotation marks",
}


@dataclass(frozen=True, slots=True)
class Block:
    """One block: its name, its options with what they take, those it cannot do without, and what it
    shows, in words.
    """

    name: str
    shows: str
    options: Mapping[str, Takes] = field(default_factory=dict)
    required: frozenset[str] = frozenset()


VOCABULARY: Mapping[str, Block] = {
    block.name: block
    for block in (
        Block(
            "actor",
            "who this is, what it says, and what is said of it",
            {"id": "actor"},
            frozenset({"id"}),
        ),
        Block(
            "actors",
            "the glossary; with a limit, those that say most or are named most",
            {"kind": "kind", "article": "article", "limit": "number"},
        ),
        Block(
            "article",
            "its text, as far as it is published, with all that rests on each sentence",
            {"id": "article"},
            frozenset({"id"}),
        ),
        Block("articles", "the list of articles", {"limit": "number"}),
        Block(
            "claims",
            "who says what, each claim with its words and its sentence",
            {**_NARROW, "question": "question", "stance": "stance"},
        ),
        Block("desk", "what is left for contributors to look at"),
        Block("downloads", "the files to take away, with what is in each and its schema"),
        Block(
            "event",
            "when it was, and the words that it rests on, each with whose they are",
            {"id": "event"},
            frozenset({"id"}),
        ),
        Block("matrix", "the table of disputed questions, with the answers of each actor"),
        Block(
            "question",
            "its answers side by side, each with who gives it or denies it",
            {"id": "question"},
            frozenset({"id"}),
        ),
        Block("questions", "the list of disputed questions", {"limit": "number"}),
        Block(
            "quote",
            "one quotation, linked to its sentence",
            {"text": "text", "article": "article", "sentence": "sentence"},
            frozenset({"text"}),
        ),
        Block(
            "timeline",
            "what happened and was said when, in order",
            {
                **_NARROW,
                "question": "question",
                "stance": "stance",
                "from": "date",
                "to": "date",
                "undated": "flag",
            },
        ),
        Block("uncertain", "how much is checked, and what is not known: who, and when"),
        Block("voices", "how many words of an article are whose", {"article": "article"}),
    )
}

#: The page that holds everything a block can show; permalinks lead there.
HOMES: Mapping[str, str] = {
    "actors/index.md": "actors",
    "articles/index.md": "articles",
    "claims.md": "claims",
    "data.md": "downloads",
    "desk.md": "desk",
    "questions/index.md": "questions",
    "timeline.md": "timeline",
}


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong with a block: with one of its options, or with all of it (``option`` "").

    The message is "" for what has no other reason than a mistake that is told elsewhere.
    """

    option: str
    message: str
    rule: str


def check(name: str, options: Mapping[str, Any], dossier: Dossier) -> list[Mistake]:
    """All mistakes in one block's name and options."""
    block = VOCABULARY.get(name)
    if block is None:
        return [Mistake("", unknown("block", name, VOCABULARY), "unknown-block")]
    mistakes = [
        Mistake("", f"/// {name} needs the option `{option}:`", "missing-option")
        for option in sorted(block.required - options.keys())
    ]
    for option, value in options.items():
        takes = block.options.get(option)
        if takes is None:
            message = unknown("option", option, block.options, f" of /// {name}")
            mistakes.append(Mistake(option, message, "unknown-option"))
        else:
            wrong = _wrong_value(takes, option, value, dossier)
            if wrong is not None:
                mistakes.append(Mistake(option, wrong, "option-value"))
    start, end = str(options.get("from", "")), str(options.get("to", ""))
    if not mistakes and end and start[: len(end)] > end:
        message = "`from:` is later than `to:`, so nothing could be shown"
        mistakes.append(Mistake("from", message, "option-value"))
    return mistakes


def unknown(what: str, name: str, known: Iterable[str], where: str = "") -> str:
    """The message for a name that nothing has, with the nearest one that something has."""
    known = list(known)
    nearest = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
    if nearest:
        return f"there is no {what} `{name}`{where}; did you mean `{nearest[0]}`?"
    if 0 < len(known) <= 20:
        return f"there is no {what} `{name}`{where}; there are: {', '.join(sorted(known))}"
    return f"there is no {what} `{name}`{where}"


def _wrong_value(takes: Takes, option: str, value: Any, dossier: Dossier) -> str | None:
    known: Mapping[str, Iterable[str]] = {
        "actor": dossier.actors,
        "article": dossier.sheets,
        "event": [event.id for event in dossier.events.values() if event.by_hand],
        "question": dossier.questions,
        "stance": dossier.stances,
        "kind": {actor.kind for actor in dossier.actors.values()},
    }
    if takes in known:
        if isinstance(value, list) or "," in str(value):
            return f"`{option}:` takes one name; for several write as many blocks, each with one"
        if not isinstance(value, str) or not value:
            return f"`{option}:` takes one name: {TAKES[takes]}"
        return None if value in known[takes] else _unknown_id(takes, value, known[takes], dossier)
    right = {
        "date": _is_edtf_date(str(value)),
        "flag": isinstance(value, bool),
        "number": type(value) is int and value > 0,
        # Whether there is one is told with the words that should stand in it.
        "sentence": isinstance(value, str) and bool(value.strip()),
        "text": isinstance(value, str) and bool(value.strip()),
    }
    return None if right[takes] else f"`{option}:` takes {TAKES[takes]}"


def _unknown_id(takes: Takes, value: str, known: Iterable[str], dossier: Dossier) -> str:
    """The message for an id that nothing has; "" where what has it may have been left out."""
    if takes == "actor":
        actors = dossier.actors.values()
        called = {a.id: (a.name, *a.also, *(form for form, _ in a.names)) for a in actors}
        return stranger(value, called, lost=bool(dossier.lost))
    if (takes == "article" and value in dossier.lost) or f"{takes}s/{value}" in dossier.left_out:
        return ""
    return unknown(takes, value, known)


def _is_edtf_date(text: str) -> bool:
    parts = text.split("-")
    try:
        numbers = [int(part) for part in parts]
        date(*[*numbers, 1, 1][:3])
    except (TypeError, ValueError):
        return False
    return [len(part) for part in parts] == [4, 2, 2][: len(parts)]
