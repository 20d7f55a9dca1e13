"""Where this repository lies, for tests of its files and of the program started anew."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
