"""A paper as an office makes it in Word, element by element: lawful, but not the way our own export does it.

Letterhead and closing block are tables with Word's own cell padding, the rules are drawn shapes, the text has
its format in each paragraph. What a test changes are the arguments of ``paper``.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from tests.builders.word_file import BEGIN, END, SEPARATE, code, p, r, style, word_file

FONT = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
STYLES = (
    f"<w:docDefaults><w:rPrDefault><w:rPr>{FONT}</w:rPr></w:rPrDefault></w:docDefaults>"
    + style("Normal", default=True, inside=f'<w:rPr>{FONT}<w:sz w:val="28"/></w:rPr>')
    + style("TableNormal", kind="table", default=True)
)
CENTRE = '<w:jc w:val="center"/>'
TEXT = (
    '<w:spacing w:before="120" w:line="276" w:lineRule="auto"/><w:ind w:firstLine="720"/><w:jc w:val="both"/>'
)
"""Word's own 1,27 cm, 1,15 lines and 6 pt."""
HEADING = "<w:keepNext/>" + TEXT
TITLE_PAGE = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rheader"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="567" w:footer="567"/>'
    "<w:titlePg/></w:sectPr>"
)
NUMBER = p(BEGIN, code("PAGE"), SEPARATE, r("2", '<w:sz w:val="28"/>'), END, properties=CENTRE)
LEFT, RIGHT = 3544, 5670
"""Columns of the letterhead, in twips."""
BODY = (
    "Văn phòng đã phối hợp với các phòng, ban, đơn vị và Ủy ban nhân dân các xã, phường tổ chức thực hiện "
    "kịp thời, đầy đủ các nhiệm vụ được giao trong năm, được Nhân dân trên địa bàn đồng tình ủng hộ."
)


def size(points: float, *marks: str) -> str:
    """Run properties: a size and "b", "i" …"""
    return "".join(f"<w:{mark}/>" for mark in marks) + f'<w:sz w:val="{round(points * 2)}"/>'


def drawn_rule(mm: float, *, at_mm: float | None = None, down_pt: float = 2, shape: str = "") -> str:
    """A run with a line drawn over the page: in the middle of its column, or from ``at_mm`` on."""
    across = (
        "<wp:align>center</wp:align>"
        if at_mm is None
        else f"<wp:posOffset>{round(at_mm * 36000)}</wp:posOffset>"
    )
    inside = shape or '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
    length = round(mm * 36000)
    return (
        '<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" '
        'behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="column">{across}</wp:positionH><wp:positionV relativeFrom="paragraph">'
        f"<wp:posOffset>{round(down_pt * 12700)}</wp:posOffset></wp:positionV>"
        f'<wp:extent cx="{length}" cy="0"/><wp:wrapNone/><wp:docPr id="1" name="Rule"/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvCnPr/>'
        f'<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{length}" cy="0"/></a:xfrm>{inside}'
        '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/>'
        "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
    )


def cells(*columns: Sequence[str], widths: Sequence[int] = (LEFT, RIGHT), left: int = 0) -> str:
    """A table of one row without lines, each column a list of paragraphs."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    made = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{"".join(column)}</w:tc>'
        for width, column in zip(widths, columns, strict=True)
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblInd w:w="{left}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid><w:tr>'
        f"<w:trPr><w:cantSplit/></w:trPr>{made}</w:tr></w:tbl>"
    )


@dataclass(frozen=True)
class Paper:
    """The paragraphs of a paper, each a piece of XML; ``made`` puts them together."""

    parent: str = p("UBND TỈNH HƯƠNG GIANG", properties=CENTRE, run=size(12))
    agency: str = p("VĂN PHÒNG", drawn_rule(12, down_pt=16), properties=CENTRE, run=size(13, "b"))
    number: str = p("Số: 12/BC-VP", properties='<w:spacing w:before="120"/>' + CENTRE, run=size(13))
    national: str = p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", properties=CENTRE, run=size(13, "b"))
    motto: str = p(
        "Độc lập - Tự do - Hạnh phúc", drawn_rule(60.5, down_pt=17), properties=CENTRE, run=size(14, "b")
    )
    date: str = p(
        "Cần Thơ, ngày 05 tháng 3 năm 2026",
        properties='<w:spacing w:before="120"/>' + CENTRE,
        run=size(14, "i"),
    )
    kind: str = p("BÁO CÁO", properties='<w:spacing w:before="240"/>' + CENTRE, run=size(14, "b"))
    subject: str = p(
        "Kết quả công tác dân vận năm 2025", drawn_rule(32, down_pt=18), properties=CENTRE, run=size(14, "b")
    )
    under_subject: str = p("", properties=CENTRE)
    body: tuple[str, ...] = (
        p(BODY, properties=TEXT),
        p("I. TÌNH HÌNH CHUNG", properties=HEADING, run="<w:b/>"),
        p(BODY, properties=TEXT),
        p("1. Công tác tuyên truyền", properties=HEADING, run="<w:b/>"),
        p(BODY, properties=TEXT),
        p("II. NHIỆM VỤ THỜI GIAN TỚI", properties=HEADING, run="<w:b/>"),
        p(BODY, properties=TEXT),
    )
    closing: str = p(
        "Trên đây là báo cáo kết quả công tác dân vận năm 2025 của Văn phòng./.", properties=HEADING
    )
    recipients: tuple[str, ...] = (
        p("Nơi nhận:", run=size(12, "b", "i")),
        p("- Sở Nội vụ;", run=size(11)),
        p("- Lưu: VT, TH.", run=size(11)),
    )
    signing: tuple[str, ...] = (
        p("CHÁNH VĂN PHÒNG", properties=CENTRE, run=size(14, "b")),
        *(p("", properties=CENTRE) for _ in range(5)),
        p("Nguyễn Văn An", properties=CENTRE, run=size(14, "b")),
    )
    section: str = TITLE_PAGE
    header: str = NUMBER
    first_footer: str = ""
    between: str = p("", run=size(6))

    def made(self) -> bytes:
        """The Word file."""
        head = cells([self.parent, self.agency, self.number], [self.national, self.motto, self.date])
        foot = cells(self.recipients, self.signing, widths=(4253, 4818))
        body = (
            head,
            self.kind,
            self.subject,
            self.under_subject,
            *self.body,
            self.closing,
            foot,
            self.between,
        )
        if not self.first_footer:
            return word_file("".join(body), section=self.section, styles=STYLES, header1=self.header)
        footer = '<w:sectPr><w:footerReference w:type="first" r:id="rfooter"/>'
        section = self.section.replace("<w:sectPr>", footer)
        return word_file(
            "".join(body), section=section, styles=STYLES, header1=self.header, footer1=self.first_footer
        )


PAPER = Paper()


def paper(**parts: Any) -> bytes:
    """The Word file of a paper of which ``parts`` are otherwise."""
    return replace(PAPER, **parts).made()
