"""Every text of the window is read with ease and every sign is seen, on light and on dark ground."""

import itertools
import re
from dataclasses import fields

import pytest

from danvan_desktop.gui.look.tokens import (
    DARK,
    LEAST_CONTRAST_OF_SIGNS,
    LEAST_CONTRAST_OF_TEXT,
    LIGHT,
    Tokens,
    contrast,
)
from tests.repository import ROOT

SETS = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
GROUNDS = ("ground", "card", "hover", "pressed", "accent_soft", "note")
STATES = ("accent", "amber", "red", "green")
WRITTEN = re.compile(
    r"#[0-9a-fA-F]{6}\b|QColor\(\s*\d+\s*,|QColor\(\s*\"[a-z]+\"|Qt\.GlobalColor\.(?!white|transparent)[a-z]+"
)


@SETS
def test_text_is_read_on_every_ground(tokens: Tokens) -> None:
    for name, ground in itertools.product(("text", "muted"), GROUNDS):
        found = contrast(getattr(tokens, name), getattr(tokens, ground))
        assert found >= LEAST_CONTRAST_OF_TEXT, f"{name} on {ground}: {found:.2f}"


@SETS
@pytest.mark.parametrize("state", STATES)
def test_a_state_is_read_on_its_soft_tone_and_on_what_lies_below_lists(tokens: Tokens, state: str) -> None:
    for ground in (f"{state}_soft", "card", "ground", "hover"):
        assert contrast(getattr(tokens, state), getattr(tokens, ground)) >= LEAST_CONTRAST_OF_TEXT, ground


@SETS
def test_text_on_the_accent_is_read(tokens: Tokens) -> None:
    for ground in (tokens.accent, tokens.accent_hover):
        assert contrast(tokens.on_accent, ground) >= LEAST_CONTRAST_OF_TEXT


@SETS
def test_fields_and_what_has_the_keyboard_are_seen_by_their_edge(tokens: Tokens) -> None:
    for sign, ground in itertools.product((tokens.edge, tokens.accent), (tokens.ground, tokens.card)):
        assert contrast(sign, ground) >= LEAST_CONTRAST_OF_SIGNS


@SETS
def test_what_is_disabled_is_told_from_what_is_not(tokens: Tokens) -> None:
    assert contrast(tokens.text, tokens.card) / contrast(tokens.disabled, tokens.card) >= 2


def test_the_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#1f5fbf", "#1f5fbf") == 1


def test_each_set_names_whole_colours() -> None:
    for tokens in (LIGHT, DARK):
        assert all(re.fullmatch("#[0-9a-f]{6}", getattr(tokens, each.name)) for each in fields(tokens))


def test_no_other_module_of_the_window_writes_a_colour() -> None:
    """Pages are white and their ink is black, whatever the window looks like: the preview may say so."""
    found = [
        f"{path.relative_to(ROOT)}: {match}"
        for path in sorted((ROOT / "danvan_desktop" / "gui").rglob("*.py"))
        if path.name != "tokens.py"
        for match in WRITTEN.findall(path.read_text("utf-8"))
    ]
    assert found == []
