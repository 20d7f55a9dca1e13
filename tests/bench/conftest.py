"""All figures of a run stand in one table at its end."""

import pytest

from tests.bench.measuring import FIGURES, table


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the table, whatever failed."""
    for line in table(FIGURES):
        terminalreporter.write_line(line)
