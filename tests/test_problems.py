"""Problems: collected in one run, worded in one place."""

from explainer.problems import Level, Problem, Problems


def test_wording() -> None:
    """A problem is one line: path, line, column, what is wrong, and its rule."""
    assert str(Problem("seeds/a.yml", 3, 7, "wrong", "notes")) == "seeds/a.yml:3:7: wrong [notes]"
    assert str(Problem("seeds/a.yml", 3, 0, "wrong", "notes")) == "seeds/a.yml:3: wrong [notes]"
    assert str(Problem("seeds/a.yml", 0, 0, "wrong", "notes")) == "seeds/a.yml: wrong [notes]"


def test_no_article_writes_on_the_terminal() -> None:
    """A problem stays one line that reads from left to right, and says what it cannot show."""
    problem = Problem("seeds/a.yml", 3, 7, "did you mean `a\u202eb\x1b[31m\nc\r`?", "notes")
    assert str(problem) == (
        "seeds/a.yml:3:7: did you mean `a\\u202eb\\u001b[31m\\u000ac\\u000d`? [notes]"
    )


def test_order() -> None:
    """A report is in order of files and places, whatever order things were found in."""
    places = [("b", 1, 1), ("a", 10, 1), ("a", 2, 9), ("a", 2, 1), ("a", 0, 0)]
    found = Problems(Problem(path, line, column, "x", "y") for path, line, column in places)
    assert [(p.path, p.line, p.column) for p in found] == sorted(places)


def test_repeated() -> None:
    """What is found twice is told once."""
    problems = Problems()
    problems.add(Problem("a", 1, 1, "x", "y"))
    problems.extend([Problem("a", 1, 1, "x", "y"), Problem("a", 1, 1, "z", "y")])
    assert len(problems) == 2


def test_levels() -> None:
    """Errors and notices are told apart; an error is what is meant unless a notice is said."""
    error = Problem("a", 1, 1, "x", "y")
    notice = Problem("a", 1, 1, "x", "y", Level.NOTICE)
    problems = Problems([notice, error])
    assert (problems.errors, problems.notices) == ([error], [notice])
