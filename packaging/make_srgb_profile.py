"""Write resources/srgb.icc: the sRGB colour profile (ICC version 4) that PDF/A wants beside device colours.

Computed from the figures of IEC 61966-2-1, so that no licence of a ready-made profile applies. Run it after
a change here; a test compares the bytes.
"""

import struct
import sys
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "resources" / "srgb.icc"

# Primaries, and D65 seen from D50 (Bradford), as ICC.1:2010 writes them for sRGB.
_RED = (0.43607, 0.22249, 0.01392)
_GREEN = (0.38515, 0.71687, 0.09708)
_BLUE = (0.14307, 0.06061, 0.71410)
_WHITE = (0.9642, 1.0, 0.8249)
_ADAPTATION = (1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168)
# y = ((x + 0.055) / 1.055) ** 2.4, below 0.04045 a straight line x / 12.92.
_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
_HEADER_SIZE = 128


def _fixed(*values: float) -> bytes:
    """``values`` as s15Fixed16 numbers."""
    return b"".join(struct.pack(">i", round(value * 65536)) for value in values)


def _text(text: str) -> bytes:
    """A multiLocalizedUnicode element with one English record."""
    encoded = text.encode("utf-16-be")
    return b"mluc" + struct.pack(">III2s2sII", 0, 1, 12, b"en", b"US", len(encoded), 28) + encoded


def _xyz(values: tuple[float, float, float]) -> bytes:
    return b"XYZ \0\0\0\0" + _fixed(*values)


def _tags() -> dict[bytes, bytes]:
    curve = b"para\0\0\0\0" + struct.pack(">HH", 3, 0) + _fixed(*_CURVE)
    return {
        b"desc": _text("sRGB"),
        b"cprt": _text("No copyright, use freely"),
        b"wtpt": _xyz(_WHITE),
        b"chad": b"sf32\0\0\0\0" + _fixed(*_ADAPTATION),
        b"rXYZ": _xyz(_RED),
        b"gXYZ": _xyz(_GREEN),
        b"bXYZ": _xyz(_BLUE),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }


def srgb_profile() -> bytes:
    """Return the display profile, the same bytes every time."""
    tags = _tags()
    data = b""
    table = struct.pack(">I", len(tags))
    places: dict[bytes, int] = {}
    start = _HEADER_SIZE + 4 + 12 * len(tags)
    for signature, element in tags.items():
        if element not in places:
            places[element] = start + len(data)
            data += element + bytes(-len(element) % 4)
        table += signature + struct.pack(">II", places[element], len(element))
    size = start + len(data)
    header = struct.pack(">I4sI4s4s4s", size, b"\0" * 4, 0x04200000, b"mntr", b"RGB ", b"XYZ ")
    header += struct.pack(">6H", 2000, 1, 1, 0, 0, 0) + b"acsp"
    header = header.ljust(64, b"\0") + struct.pack(">I", 0) + _fixed(*_WHITE)
    return header.ljust(_HEADER_SIZE, b"\0") + table + data


if __name__ == "__main__":
    TARGET.write_bytes(srgb_profile())
    sys.stdout.write(f"{TARGET.name}: {TARGET.stat().st_size} bytes\n")
