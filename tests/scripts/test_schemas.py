"""scripts/schemas: what editors and contributors are told is what the models say."""

from scripts.commands import run


def test_what_is_generated_is_fresh() -> None:
    """The schemas and the reference page are what scripts/schemas would write now."""
    done = run("schemas", "--check")
    assert done.returncode == 0, done.stdout + done.stderr
