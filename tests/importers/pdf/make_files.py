"""Make the PDFs in ``files`` anew: ``python -m tests.importers.pdf.make_files``.

They are kept in the repository, so that the tests need no LibreOffice. All they say is invented (office.py).
"""

import json
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.builders.drawn_pdf import scanned
from tests.builders.libreoffice import convert
from tests.importers.pdf.by_libreoffice import Habit, fodt, html
from tests.importers.pdf.office_files import drawn, half_scanned, old_font, turned

FILES = Path(__file__).resolve().parent / "files"


MADE: dict[str, Callable[[Path], None]] = {
    "drawn": drawn,
    "turned": turned,
    "scan": scanned,
    "mixed": half_scanned,
    "old_font": old_font,
}
SET: dict[str, tuple[Habit, bool]] = {
    "table_letterhead": (Habit(annex=True), True),
    "table_letterhead_untagged": (Habit(annex=True), False),
    "tabs": (Habit(letterhead="tabs", number_format="- {} -", indent="1.27cm"), False),
    "wide_lines": (Habit(spacing="150%", before="0pt", number_at="footer", number_format="Trang {}"), False),
    "hanging": (Habit(hanging=True, align="left", number_at="footer"), False),
    "running_head": (Habit(running_head="Báo cáo dân vận - trang ", size="13pt", spacing="115%"), False),
}


def libreoffice(name: str, source: str, suffix: str, *, tagged: bool) -> None:
    """Set ``source`` with LibreOffice as ``files/name.pdf``."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        path = folder / f"{name}.{suffix}"
        path.write_text(source, encoding="utf-8")
        setter = "writer_web_pdf_Export" if suffix == "html" else "writer_pdf_Export"
        tags = json.dumps({"UseTaggedPDF": {"type": "boolean", "value": str(tagged).lower()}})
        convert([path], FILES, f"pdf:{setter}:{tags}")


def main() -> None:
    """Make every file."""
    FILES.mkdir(exist_ok=True)
    for name, make in MADE.items():
        make(FILES / f"{name}.pdf")
    for name, (habit, tagged) in SET.items():
        libreoffice(name, fodt(habit), "fodt", tagged=tagged)
    libreoffice("mail", html(), "html", tagged=False)


if __name__ == "__main__":
    main()
