"""Documents made by hand, so that a writer is tested without the layout that feeds it."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone

from danvan_desktop.layout.document import (
    Document,
    DocumentPart,
    Flow,
    GridCell,
    GridTable,
    HorizontalRule,
    Metadata,
    NamedStyle,
    PageSetup,
    Span,
    StyledParagraph,
)

BODY = NamedStyle("body", "Body Text", 28, align="justify", first_line=567, before=120, pitch=340)
ITEM = replace(BODY, name="item", title="Gạch đầu dòng")
SECTION = replace(
    BODY,
    name="section",
    title="Heading 1",
    align="left",
    bold=True,
    outline=0,
    keep_next=True,
    keep_lines=True,
)
HEADING = replace(SECTION, name="heading1", title="Heading 2", align="justify", outline=1)
CENTRED = NamedStyle("national_name", "Quốc hiệu", 26, align="center", bold=True, pitch=299)
DATE = NamedStyle("date", "Địa danh và ngày tháng", 28, align="center", italic=True, pitch=322)
CELL = NamedStyle("cell_left", "Ô bảng", 26, before=40, after=40, pitch=299)
PAGE_NUMBER = NamedStyle("page_number", "Header", 28, align="center", pitch=322)
A4 = PageSetup(width=11906, height=16838, top=1134, bottom=1134, left=1701, right=1134, header=567)
MODIFIED = datetime(2025, 11, 24, 10, 32, 5, tzinfo=timezone(timedelta(hours=7)))


def say(text: str, style: NamedStyle = BODY, bookmark: str | None = None) -> StyledParagraph:
    """One span in the style's own look."""
    span = Span(text, bold=style.bold, italic=style.italic)
    return StyledParagraph(style, (span,), bookmark)


def document(*flow: Flow, annexes: tuple[tuple[Flow, ...], ...] = ()) -> Document:
    """One part with ``flow``, then one part an annex."""
    parts = (flow, *annexes)
    return Document(
        parts=tuple(DocumentPart(A4, part, PAGE_NUMBER) for part in parts),
        metadata=Metadata("Báo cáo thử", "Văn phòng", "r-1", MODIFIED),
    )


LETTERHEAD = GridTable(
    "letterhead",
    (3402, 5669),
    (
        (
            GridCell(
                (say("UBND TỈNH AN BÌNH", replace(CENTRED, bold=False, name="parent", title="Chủ quản")),)
            ),
            GridCell((say("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", CENTRED),)),
        ),
        (
            GridCell((say("VĂN PHÒNG", CENTRED), HorizontalRule(630, 10, 20, 60))),
            GridCell((say("Độc lập - Tự do - Hạnh phúc", CENTRED), HorizontalRule(3430, 10, 20, 60))),
        ),
        (
            GridCell(
                (
                    say(
                        "Số:\u00a0\u00a0\u00a0\u00a0/BC-VP",
                        replace(CENTRED, bold=False, name="n", title="Số"),
                    ),
                )
            ),
            GridCell((say("An Bình, ngày\u00a0\u00a0\u00a0tháng\u00a0\u00a0\u00a0năm 2025", DATE),)),
        ),
    ),
)

GRID = GridTable(
    "body",
    (1000, 4000, 4071),
    (
        (
            GridCell((say("TT", CELL),), rows=2, header=True),
            GridCell((say("Nội dung", CELL),), cols=2, header=True),
            None,
        ),
        (
            None,
            GridCell((say("Số lượng", CELL),), header=True),
            GridCell((say("Ghi chú", CELL),), header=True),
        ),
        (GridCell((say("1", CELL),)), GridCell((say("12", CELL), say("thôn", CELL))), GridCell(())),
    ),
    header_rows=2,
    borders=True,
    padding=85,
    before=120,
    after=120,
    bookmark="_dv_9",
)

CLOSING = GridTable(
    "closing",
    (3685, 5386),
    (
        (
            GridCell((say("Nơi nhận:", CELL), say("- Lưu: VT.", CELL))),
            GridCell((say("CHÁNH VĂN PHÒNG", CENTRED),)),
        ),
    ),
    before=180,
    keep_together=True,
)

RICH = StyledParagraph(
    BODY,
    (
        Span("Chỉ tiêu "),
        Span("đậm", bold=True),
        Span(" nghiêng", italic=True),
        Span(" gạch", underline=True),
        Span(" m"),
        Span("2", vertical="super"),
        Span(" CO"),
        Span("2", vertical="sub"),
    ),
    bookmark="_dv_3",
)

WHOLE = document(
    LETTERHEAD,
    say("BÁO CÁO", replace(CENTRED, name="kind", title="Title", before=300)),
    HorizontalRule(2200, 10, 20, 120),
    say("Thực hiện Văn bản số 12/AB-CD, Văn phòng báo cáo như sau:", bookmark="_dv_1"),
    say("I. ĐẶC ĐIỂM TÌNH HÌNH", SECTION, "_dv_2"),
    RICH,
    say("1. Ban hành văn bản", HEADING, "_dv_4"),
    say("Kết quả cụ thể như bảng sau:"),
    GRID,
    say("Trên đây là báo cáo./.", bookmark="_dv_5"),
    CLOSING,
    annexes=((say("Phụ lục", CENTRED, "_dv_6"), say("Nội dung phụ lục.", bookmark="_dv_7")),),
)
"""Everything a report can have, once."""
