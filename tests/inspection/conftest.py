"""A Word file in which the compliance sheet finds no fault."""

import pytest

from danvan_desktop.fonts import FontSet
from tests.builders.exported_files import as_docx
from tests.builders.inspected_report import REPORT


@pytest.fixture(scope="session")
def good(fonts: FontSet) -> bytes:
    return as_docx(REPORT, fonts)
