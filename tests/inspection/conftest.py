"""Fonts for setting and measuring: the system's own."""

import pytest

from danvan_desktop.errors import UserError
from danvan_desktop.fonts import FontSet, find_fonts
from tests.inspection.reports import REPORT, exported


@pytest.fixture(scope="session")
def fonts() -> FontSet:
    try:
        return find_fonts()
    except UserError as error:
        pytest.skip(f"no font to set with: {error}")


@pytest.fixture(scope="session")
def good(fonts: FontSet) -> bytes:
    return exported(REPORT, fonts)
