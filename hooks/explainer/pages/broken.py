"""Templates that cannot be read or filled: each is a problem with its line.

A build stops there. A live preview goes on without the broken piece, for an exception during a rebuild
would hang every request.
"""

import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from jinja2 import (
    ChoiceLoader,
    DictLoader,
    Environment,
    Template,
    TemplateError,
    TemplateSyntaxError,
)

from explainer.problems import Problem

#: The project's root, for paths in problems.
_ROOT = Path(__file__).parents[3]

#: What stands in for a broken template whose absence would hide the problem.
_INSTEAD = {
    "main.html": '{% extends "base.html" %}'
    "{% block content %}{{ explainer_alert }}{{ super() }}{% endblock %}",
    "404.html": '{% extends "main.html" %}',
}


class BrokenTemplateError(Exception):
    """A template that cannot be read or filled; ``problem`` says where."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


@contextmanager
def told() -> Iterator[None]:
    """Words every error of a template as a problem."""
    try:
        yield
    except TemplateError as error:
        raise BrokenTemplateError(_problem(error)) from error


def without_broken(environment: Environment, folder: Path) -> list[Problem]:
    """Puts something harmless in the place of each broken template of a folder.

    Args:
        environment: finds the templates of the folder by their path in it.
        folder: the folder.

    Returns:
        What is wrong with them.
    """
    problems, instead = [], {}
    for path in sorted(folder.rglob("*.html")):
        name = path.relative_to(folder).as_posix()
        try:
            environment.get_template(name)
        except TemplateError as error:
            problems.append(_problem(error))
            instead[name] = _INSTEAD.get(name, "")
    if instead and environment.loader:
        environment.loader = ChoiceLoader([DictLoader(instead), environment.loader])
    return problems


def watch(environment: Environment, instead: Callable[[Problem], str]) -> None:
    """Asks for something else where a template of an environment cannot be filled.

    Args:
        environment: has loaded no template yet.
        instead: gets what is wrong, and gives what is put in the template's place.
    """

    class Watched(Template):
        def render(self, *args: Any, **kwargs: Any) -> str:
            try:
                return super().render(*args, **kwargs)
            except Exception as error:  # a template calls whatever it likes
                return instead(_problem(error))

    environment.template_class = Watched


def _problem(error: Exception) -> Problem:
    if isinstance(error, TemplateSyntaxError):
        file, line = error.filename or error.name or "", error.lineno
    else:
        frames = traceback.extract_tb(error.__traceback__)
        found = [(f.filename, f.lineno or 0) for f in frames if f.filename.endswith(".html")]
        file, line = found[-1] if found else ("", 0)
    path = Path(file)
    shown = path.relative_to(_ROOT) if path.is_relative_to(_ROOT) else path
    message = error.message if isinstance(error, TemplateError) else error
    return Problem(shown.as_posix(), line, 0, f"broken template: {message}", "template")
