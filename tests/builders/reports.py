"""An invented office and what its reports are made of, for tests that need a whole report."""

from collections.abc import Sequence
from datetime import datetime, timedelta, timezone

from danvan_desktop.report.model import (
    Block,
    Cell,
    Column,
    Filing,
    Letterhead,
    Numbering,
    Paragraph,
    PartialDate,
    Report,
    Role,
    Run,
    Section,
    Signature,
    Table,
)

NOW = datetime(2025, 11, 24, 10, 32, 5, tzinfo=timezone(timedelta(hours=7)))


def office_report(province: str, **fields: object) -> Report:
    """A report of the office of ``province`` without a text; ``fields`` replace or add."""
    known: dict[str, object] = {
        "id": "0b6f1a52-2f4e-4f4b-9d51-6a6a5d2f7c11",
        "modified": NOW,
        "year": 2025,
        "subject": "Kết quả thực hiện công tác Dân vận năm 2025",
        "letterhead": Letterhead(
            parent_agency=f"UBND tỉnh {province}",
            agency="Văn phòng",
            symbol="BC-VP",
            place=province,
            issued_on=PartialDate(year=2025),
        ),
        "filing": Filing(unit="VP1"),
        "signature": Signature(("KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"), signer="Nguyễn Văn A"),
    }
    return Report(**(known | fields))  # type: ignore[arg-type]  # fields are checked by the tests that give them


def block(
    identifier: int, text: str, role: Role = "body", number: str | None = None, level: int = 1
) -> Paragraph:
    """A paragraph in one look; a number is one that the program gave."""
    numbering: Numbering = "auto" if number else "none"
    return Paragraph(identifier, role, level, number, numbering, (Run(text),))


def table(identifier: int, columns: Sequence[Column], rows: Sequence[Sequence[str]], caption: str) -> Table:
    """A table whose first row is its head."""
    cells = tuple(tuple(Cell(((Run(text),),)) for text in row) for row in rows)
    return Table(identifier, tuple(columns), cells, caption=(Run(caption),))


SENTENCE = (
    "Cơ quan đã phối hợp với các đơn vị liên quan tuyên truyền, vận động nhân dân thực hiện tốt nhiệm vụ. "
)


def report(opening: tuple[Block, ...] = (), sections: tuple[Section, ...] = (), **fields: object) -> Report:
    """A report with recipients; ``fields`` replace or add."""
    recipients = ("Sở Nội vụ tỉnh (báo cáo)", "VPUB: LĐVP, VP1")
    known = {"opening": opening, "sections": sections, "recipients": recipients}
    return office_report("Hương Giang", **(known | fields))
