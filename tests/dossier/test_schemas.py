"""JSON Schemas, judged by a validator that knows nothing of ours."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator, FormatChecker

from conftest import ROOT
from explainer.dossier.formats import validated
from explainer.dossier.front import read_yaml, split_front
from explainer.dossier.schemas import FORMATS, Format
from explainer.problems import Problems
from text.cases import CASES

BY_NAME = {one.name: one for one in FORMATS}


class _Editor(yaml.SafeLoader):
    """Reads YAML 1.2 as editors do: a day is text, and so is ``no``."""


_Editor.yaml_implicit_resolvers = {
    sign: [
        (tag, re.compile("^(?:true|false)$") if tag.endswith(":bool") else pattern)
        for tag, pattern in found
        if not tag.endswith(":timestamp")
    ]
    for sign, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def judged(one: Format, values: Any) -> list[str]:
    """What the other validator has against some values."""
    judge = Draft202012Validator(one.schema(), format_checker=FormatChecker())
    return [error.message for error in judge.iter_errors(values)]


def written() -> Iterator[object]:
    """Every file of the project that has a format, and its YAML."""
    for one in FORMATS:
        pattern = re.sub("<.*>", "*", one.file)
        for path in sorted(ROOT.glob(pattern)):
            text = path.read_text(encoding="utf-8")
            if path.suffix == ".md":
                text = split_front(text).yaml or ""
                if path.stem in ("index", "README") or not text:
                    continue
            yield pytest.param(one, text, id=path.relative_to(ROOT).as_posix())


@pytest.mark.parametrize(("one", "text"), list(written()))
def test_what_stands_in_the_repository_fits(one: Format, text: str) -> None:
    """Every curated file fits its schema, read as editors read it."""
    assert judged(one, yaml.load(text, Loader=_Editor)) == []


def cases() -> Iterator[object]:
    """Files of all kinds, right and wrong: those that stand in the tests of what people are told."""
    notes = (CASES / "problems" / "notes.txt").read_text(encoding="utf-8")
    for case in notes.split("\n==== ")[1:]:
        name, _, rest = case.partition("\n")
        yield pytest.param(BY_NAME["article"], rest.partition("----\n")[0], id=f"article: {name}")
    questions = (CASES / "questions" / "mistakes.txt").read_text(encoding="utf-8")
    for case in questions.split("\n==== ")[1:]:
        name, _, rest = case.partition("\n")
        text = split_front(rest.split("\n----\n")[0]).yaml
        if text is not None:
            yield pytest.param(BY_NAME["question"], text, id=f"question: {name}")


@pytest.mark.parametrize(("one", "text"), list(cases()))
def test_models_and_schemas_agree(one: Format, text: str) -> None:
    """What our model rejects the schema rejects too, and nothing else."""
    broken, wrong = Problems(), Problems()
    read = read_yaml(text, "file", broken)
    if read is None or len(broken) or read.values is None:
        return
    validated(one.model, read, "file", "wrong", wrong)
    judgement = judged(one, yaml.load(text, Loader=_Editor))
    assert bool(judgement) == bool(len(wrong)), (list(wrong), judgement)


#: What each format needs.
NEEDED = {
    "event": {"event": "The dam fell", "evidence": "[{quote: the dam fell}]"},
    "question": {"question": "Did it?", "answers": "[{says: It did, claims: [{quote: it fell}]}]"},
}


def values() -> Iterator[object]:
    """Single values, right and wrong."""
    for line in (CASES / "schemas" / "values.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, given, verdict = line.split(" | ")
            key = given.partition(":")[0]
            needed = (f"{k}: {v}" for k, v in NEEDED.get(name, {}).items() if k != key)
            text = "\n".join([*needed, given])
            yield pytest.param(BY_NAME[name], text, verdict == "right", id=f"{name}: {given}")


@pytest.mark.parametrize(("one", "text", "right"), list(values()))
def test_program_and_schema_take_the_same(one: Format, text: str, right: bool) -> None:
    """What the program takes an editor takes, and what it refuses an editor marks."""
    wrong = Problems()
    read = read_yaml(text, "file", wrong)
    assert read is not None
    validated(one.model, read, "file", "wrong", wrong)
    judgement = judged(one, yaml.load(text, Loader=_Editor))
    assert (not len(wrong), judgement == []) == (right, right), (list(wrong), judgement)


@pytest.mark.parametrize("one", FORMATS, ids=lambda one: one.name)
def test_schema_is_one_and_closed(one: Format) -> None:
    """Each schema is a valid one of its draft, and takes no key that it does not name."""
    schema = one.schema()
    Draft202012Validator.check_schema(schema)
    for model in (schema, *schema.get("$defs", {}).values()):
        assert model["additionalProperties"] is False or "properties" not in model
    assert "$id" not in schema


@pytest.mark.parametrize("one", FORMATS, ids=lambda one: one.name)
def test_published_schema_is_fresh(one: Format) -> None:
    """The site publishes each schema as the models make it now."""
    path = Path(ROOT, "docs", "schemas", f"{one.name}.json")
    assert json.loads(path.read_text(encoding="utf-8")) == one.schema()
