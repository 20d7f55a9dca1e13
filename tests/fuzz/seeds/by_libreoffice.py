"""What LibreOffice makes of the same reports: another maker's XML, PDF and HTML."""

import re
import tempfile
from pathlib import Path

from tests.builders.libreoffice import convert
from tests.fuzz.canaries import Planter
from tests.fuzz.seeds.seed import Kind, Seed
from tests.fuzz.seeds.word_files import word_files
from tests.importers.pdf.by_libreoffice import Habit, fodt

_HABITS = {
    "office": Habit(annex=True),
    "tabs": Habit(letterhead="tabs", number_format="- {} -", indent="1.27cm"),
    "hanging": Habit(hanging=True, align="left", number_at="footer", running_head="Báo cáo dân vận "),
}


def seeds_by_libreoffice() -> list[Seed]:
    """Word files, PDFs and HTML set by LibreOffice."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        files = [_written(folder / f"{seed.name}.docx", seed.data) for seed in word_files()]
        for name, habit in _HABITS.items():
            files.append(_written(folder / f"{name}.fodt", _planted(fodt(habit)).encode()))
        kinds: tuple[tuple[Kind, str], ...] = (
            ("docx", "docx:MS Word 2007 XML"),
            ("pdf", "pdf"),
            ("html", "html:HTML (StarWriter)"),
        )
        return [
            Seed(kind, f"lo-{path.stem}", path.read_bytes())
            for kind, setting in kinds
            for path in convert(files, folder / kind, setting)
        ]


def _written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def _planted(source: str) -> str:
    plant = Planter()
    return re.sub(r"(?<=>)([^<>]{30,})(?=</text:(?:p|span)>)", lambda found: plant(found[1]), source)
