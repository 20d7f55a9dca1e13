"""Draws resources/icons/danvan-desktop.svg into the .ico that Windows wants: run it when the SVG changes."""

import os
import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication, QIcon

ICONS = Path(__file__).resolve().parent.parent / "resources" / "icons"
SIZES = (16, 24, 32, 48, 64, 256)
_HEADER, _ENTRY = struct.Struct("<HHH"), struct.Struct("<BBBBHHII")


def png(icon: QIcon, size: int) -> bytes:
    """Return ``icon`` as a PNG of ``size`` pixels."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    icon.pixmap(size, size).save(buffer, "PNG")
    return bytes(buffer.data().data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """Put PNG pictures of several sizes into one .ico file."""
    place = _HEADER.size + _ENTRY.size * len(pictures)
    entries = b""
    for size, picture in pictures.items():
        entries += _ENTRY.pack(size % 256, size % 256, 0, 0, 1, 32, len(picture), place)
        place += len(picture)
    return _HEADER.pack(0, 1, len(pictures)) + entries + b"".join(pictures.values())


def main() -> None:
    """Write the .ico beside the SVG."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication([])
    icon = QIcon(str(ICONS / "danvan-desktop.svg"))
    (ICONS / "danvan-desktop.ico").write_bytes(ico({size: png(icon, size) for size in SIZES}))
    application.quit()


if __name__ == "__main__":
    main()
