"""The time of every import in these tests."""

from datetime import UTC, datetime

NOW = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
