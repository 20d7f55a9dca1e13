"""The help page that lists what is checked names every rule as it is."""

from danvan_desktop.checks import RULES
from danvan_desktop.paths import resource
from tests.proof.rules_help import PAGE, page


def test_the_help_page_lists_the_rules_as_they_are() -> None:
    text = resource("help", PAGE).read_text("utf-8")
    assert [rule.id for rule in RULES if f"**{rule.title}**" not in text] == []
    assert text == page(), "python -m tests.proof.rules_help"
