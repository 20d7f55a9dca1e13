"""Loads the bytes of a foreign file piece by piece: a network drive may take minutes, and then gets on."""

import time
from pathlib import Path

from danvan_desktop.reading import progress

_PIECE = 256 * 1024


def file_bytes(path: Path, most: int) -> bytes:
    """Return the first ``most`` bytes of ``path``.

    Raises:
        OSError: it cannot be read.
    """
    content = bytearray()
    with path.open("rb") as file:
        while True:
            begun = time.monotonic()
            piece = file.read(min(_PIECE, most - len(content)))
            content += piece
            progress.loaded(time.monotonic() - begun, is_all=not piece)
            if not piece:
                return bytes(content)
