"""Reports to set in tests. All names and texts are invented."""

from datetime import datetime, timedelta, timezone

from danvan_desktop.layout.pages import Line, Pages
from danvan_desktop.report.model import (
    Block,
    Filing,
    Letterhead,
    Paragraph,
    PartialDate,
    Report,
    Role,
    Run,
    Section,
    Signature,
)

NOW = datetime(2025, 11, 24, 10, 32, 5, tzinfo=timezone(timedelta(hours=7)))
SENTENCE = (
    "Cơ quan đã phối hợp với các đơn vị liên quan tuyên truyền, vận động nhân dân thực hiện tốt nhiệm vụ. "
)


def block(
    identifier: int, text: str, role: Role = "body", number: str | None = None, level: int = 1
) -> Paragraph:
    return Paragraph(identifier, role=role, number=number, level=level, runs=(Run(text),))


def report(opening: tuple[Block, ...] = (), sections: tuple[Section, ...] = (), **fields: object) -> Report:
    """A report of an invented office; ``fields`` replace or add."""
    known: dict[str, object] = {
        "id": "0b6f1a52-2f4e-4f4b-9d51-6a6a5d2f7c11",
        "modified": NOW,
        "year": 2025,
        "subject": "Kết quả thực hiện công tác Dân vận năm 2025",
        "letterhead": Letterhead(
            parent_agency="UBND tỉnh Hương Giang",
            agency="Văn phòng",
            symbol="BC-VP",
            place="Hương Giang",
            issued_on=PartialDate(year=2025),
        ),
        "opening": opening,
        "sections": sections,
        "recipients": ("Sở Nội vụ tỉnh (báo cáo)", "VPUB: LĐVP, VP1"),
        "filing": Filing(unit="VP1"),
        "signature": Signature(lines=("KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"), signer="Nguyễn Văn A"),
    }
    return Report(**(known | fields))  # type: ignore[arg-type]  # fields are checked by the tests that give them


def all_lines(pages: Pages) -> list[Line]:
    return [line for page in pages.pages for line in page.lines]


def line_text(line: Line) -> str:
    return "".join(fragment.text for fragment in line.fragments)


def paragraphs_as_lines(pages: Pages) -> list[list[str]]:
    """The text of every paragraph, line by line, in reading order."""
    result: dict[tuple[int, ...], list[str]] = {}
    for line in all_lines(pages):
        result.setdefault(line.path, []).append(line_text(line))
    return list(result.values())
