"""Fonts for setting: the system's own; there is nothing to test where there are none."""

import pytest

from danvan_desktop.errors import UserError
from danvan_desktop.fonts import FontSet, find_fonts


@pytest.fixture(scope="session")
def fonts() -> FontSet:
    try:
        return find_fonts()
    except UserError as error:
        pytest.skip(f"no font to set with: {error}")
