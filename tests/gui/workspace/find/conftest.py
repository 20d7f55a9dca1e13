"""A workspace with the short report, and the keys that find in it."""

import pytest

from danvan_desktop.gui.workspace.workspace import Workspace
from tests.builders import samples
from tests.builders.window import OpenWorkspace


@pytest.fixture
def workspace(open_workspace: OpenWorkspace) -> Workspace:
    return open_workspace(samples.report())
