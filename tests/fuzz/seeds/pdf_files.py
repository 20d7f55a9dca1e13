"""PDFs of our own, tagged, and such as print drivers make, line by line or word by word."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from danvan_desktop.report.editing.map_texts import with_texts
from tests.builders import full_report, inspected_report
from tests.builders.drawn_pdf import DrawnPdf
from tests.builders.exported_files import as_pdf
from tests.fuzz.canaries import Planter
from tests.fuzz.seeds.seed import Seed
from tests.importers.pdf import office


def pdf_files() -> Iterator[Seed]:
    yield Seed("pdf", "own", as_pdf(with_texts(full_report.everything(), Planter())))
    yield Seed("pdf", "own-plain", as_pdf(with_texts(inspected_report.WITHOUT_EXTRAS, Planter())))
    yield Seed("pdf", "drawn", _drawn(words=False))
    yield Seed("pdf", "drawn-words", _drawn(words=True))


def _drawn(*, words: bool) -> bytes:
    plant = Planter()
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "drawn.pdf"
        sheet = DrawnPdf(path, words=words)
        for line in (office.KIND, office.SUBJECT):
            sheet.line(line, 300, "F10", centred=True)
            sheet.y += 20
        sheet.paragraph(plant(office.OPENING))
        for number, title, said in office.SECTIONS:
            sheet.paragraph(f"{number} {title}", "F10")
            for each in said:
                sheet.paragraph(plant(f"{each.number or ''} {each.text}".strip()))
        sheet.grid(tuple(tuple(map(plant, row)) for row in office.TABLE), (85, 120, 380, 450, 540))
        sheet.canvas.save()
        return path.read_bytes()
