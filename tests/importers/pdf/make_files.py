"""Make the PDFs in ``files`` anew: ``python -m tests.importers.pdf.make_files``.

They are kept in the repository, so that the tests need no LibreOffice. All they say is invented (office.py).
"""
# ruff: noqa: E501, ISC004 - XML and HTML are read best in lines as long as they are

import io
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from danvan_desktop.fonts import find_fonts
from danvan_desktop.report.legacy import _TCVN3
from tests.exporters.libreoffice import program
from tests.importers.pdf import office
from tests.importers.pdf.office import Said

FILES = Path(__file__).resolve().parent / "files"

# ---------------------------------------------------------------------------------- LibreOffice, from .fodt


@dataclass(frozen=True, slots=True)
class Habit:
    """How an office sets its reports."""

    letterhead: str = "table"
    """ "table" without borders, or "tabs"."""
    indent: str = "1cm"
    before: str = "6pt"
    spacing: str = "100%"
    align: str = "justify"
    number_at: str = "header"
    number_format: str = "{}"
    size: str = "14pt"
    hanging: bool = False
    """Dashes and letters stand out, as Word's own lists set them."""
    annex: bool = False
    running_head: str = ""


_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
"""


def fodt(habit: Habit) -> str:
    """The report as LibreOffice's flat XML."""
    body = "".join(_fodt_body(habit))
    return f"{_HEAD}{_fodt_styles(habit)}<office:body><office:text>{body}</office:text></office:body></office:document>"


def _fodt_styles(habit: Habit) -> str:
    def paragraph(name: str, look: str, letters: str = "", size: str = habit.size) -> str:
        return (
            f'<style:style style:name="{name}" style:family="paragraph">'
            f'<style:paragraph-properties {look}><style:tab-stops><style:tab-stop style:position="3cm" '
            'style:type="center"/><style:tab-stop style:position="11.5cm" style:type="center"/></style:tab-stops>'
            f'</style:paragraph-properties><style:text-properties style:font-name="L" fo:font-family="'
            f'\'Liberation Serif\'" fo:font-size="{size}" fo:language="vi" {letters}/></style:style>'
        )

    bold = 'fo:font-weight="bold"'
    text = (
        f'fo:text-indent="{habit.indent}" fo:margin-top="{habit.before}" fo:line-height="{habit.spacing}" '
        f'fo:text-align="{habit.align}"'
    )
    hang = (
        f'fo:margin-left="1.5cm" fo:text-indent="-0.6cm" fo:margin-top="{habit.before}" '
        f'fo:line-height="{habit.spacing}" fo:text-align="{habit.align}"'
    )
    centre = 'fo:text-align="center"'
    number = "<text:page-number/>".join(habit.number_format.split("{}"))
    edge = f'<style:{habit.number_at}><text:p text:style-name="centre">{escape(habit.running_head)}{number}</text:p>'
    blank = f"<style:{habit.number_at}-first><text:p/></style:{habit.number_at}-first>"
    first = "" if habit.running_head else blank
    styles = [
        paragraph("text", text),
        paragraph("item", hang if habit.hanging else text),
        paragraph("title", text + ' fo:keep-with-next="always"', bold),
        paragraph("centre", centre),
        paragraph("bold", centre, bold),
        paragraph("nation", centre, bold, "12pt"),
        paragraph("italic", centre, 'fo:font-style="italic"'),
        paragraph("tabs", ""),
        paragraph("tabsbold", "", bold),
        paragraph("small", "", size="11pt"),
        paragraph("label", "", f'{bold} fo:font-style="italic"', "12pt"),
        paragraph("annex", centre + ' fo:break-before="page"', bold),
        paragraph("gap", 'fo:margin-top="2.8cm" fo:text-align="center"', bold),
        '<style:style style:name="none" style:family="table-cell"><style:table-cell-properties fo:border="none" '
        'fo:padding="0cm"/></style:style>',
        '<style:style style:name="ruled" style:family="table-cell"><style:table-cell-properties '
        'fo:border="0.5pt solid #000000" fo:padding="0.1cm"/></style:style>',
        *(
            f'<style:style style:name="w{width}" style:family="table-column"><style:table-column-properties '
            f'style:column-width="{width / 10}cm"/></style:style>'
            for width in (15, 20, 25, 40, 65, 70, 80, 90, 95)
        ),
        '<style:style style:name="nation" style:family="text"><style:text-properties fo:font-weight="bold" '
        'fo:font-size="12pt"/></style:style>',
        '<style:style style:name="b" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>',
    ]
    return (
        f"<office:automatic-styles>{''.join(styles)}"
        '<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" '
        'fo:page-height="29.7cm" fo:margin-top="1.2cm" fo:margin-bottom="1.2cm" fo:margin-left="3cm" '
        'fo:margin-right="2cm"/><style:header-style><style:header-footer-properties fo:min-height="0.8cm" '
        'fo:margin-bottom="0.2cm"/></style:header-style><style:footer-style><style:header-footer-properties '
        'fo:min-height="0.8cm" fo:margin-top="0.2cm"/></style:footer-style></style:page-layout>'
        '</office:automatic-styles><office:master-styles><style:master-page style:name="Standard" '
        f'style:page-layout-name="A4">{edge}</style:{habit.number_at}>{first}</style:master-page>'
        "</office:master-styles>"
    )


def _p(style: str, text: str, inner: str = "") -> str:
    return f'<text:p text:style-name="{style}">{escape(text)}{inner}</text:p>'


def _fodt_body(habit: Habit) -> Iterator[str]:
    yield from _fodt_letterhead(habit)
    yield _p("bold", "") + _p("bold", office.KIND) + _p("bold", office.SUBJECT)
    yield _p("centre", f"Kính gửi: {office.ADDRESSEE}")
    yield _p("text", office.OPENING)
    for number, title, said in office.SECTIONS:
        yield _p("title", f"{number} {title}")
        for block in said:
            yield _fodt_block(block)
        if number == "I.":
            yield _p("bold", office.TABLE_CAPTION) + _fodt_table(office.TABLE, (15, 95, 25, 25))
    yield _p("text", office.CLOSING)
    yield from _fodt_closing(habit)
    if habit.annex:
        yield _p("annex", office.ANNEX_LABEL) + _p("bold", office.ANNEX_TITLE)
        yield _fodt_table(office.ANNEX, (15, 80, 65))


def _fodt_block(block: Said) -> str:
    if block.role == "heading":
        return _p("title", f"{block.number} {block.text}")
    if block.role == "item":
        return _p("item", f"- {block.text}")
    if block.role == "point":
        head, rest = block.text.split(":", 1)
        return _p(
            "text", f"{block.number} ", f'<text:span text:style-name="b">{head}:</text:span>{escape(rest)}'
        )
    return _p("text", f"{block.number} {block.text}" if block.number else block.text)


def _fodt_letterhead(habit: Habit) -> Iterator[str]:
    pairs = (
        ("centre", office.PARENT, "nation", office.NATION),
        ("bold", office.AGENCY, "bold", office.MOTTO),
        ("centre", office.NUMBER, "italic", office.PLACE_AND_DATE),
    )
    if habit.letterhead == "table":
        rows = (f"{_cell(_p(a, left))}{_cell(_p(b, right))}" for a, left, b, right in pairs)
        yield _fodt_grid((70, 90), rows)
        return
    for (style, left), right in zip(
        (("tabs", office.PARENT), ("tabsbold", "SỞ NN VÀ MT"), ("tabs", office.NUMBER)),
        (office.NATION, office.MOTTO, office.PLACE_AND_DATE),
        strict=True,
    ):
        look = "nation" if right == office.NATION else "b"
        bold = (
            f'<text:span text:style-name="{look}">{right}</text:span>'
            if right != office.PLACE_AND_DATE
            else right
        )
        yield f'<text:p text:style-name="{style}"><text:tab/>{left}<text:tab/>{bold}</text:p>'


def _cell(content: str, style: str = "none") -> str:
    return f'<table:table-cell table:style-name="{style}" office:value-type="string">{content}</table:table-cell>'


def _fodt_grid(widths: tuple[int, ...], rows: Iterator[str]) -> str:
    columns = "".join(f'<table:table-column table:style-name="w{width}"/>' for width in widths)
    return f"<table:table>{columns}{''.join(f'<table:table-row>{row}</table:table-row>' for row in rows)}</table:table>"


def _fodt_table(rows: tuple[tuple[str, ...], ...], widths: tuple[int, ...]) -> str:
    def row(index: int, texts: tuple[str, ...]) -> str:
        style = "bold" if index == 0 else "centre"
        return "".join(
            _cell(_p("small" if column == 1 and index else style, t), "ruled")
            for column, t in enumerate(texts)
        )

    return _fodt_grid(widths, (row(index, texts) for index, texts in enumerate(rows)))


def _fodt_closing(habit: Habit) -> Iterator[str]:
    places = [f"- {name};" for name in office.RECIPIENTS] + [f"- Lưu: {office.FILING}."]
    if habit.letterhead == "table":
        left = _p("label", "Nơi nhận:") + "".join(_p("small", place) for place in places)
        right = "".join(_p("bold", line) for line in office.SIGN_LINES) + _p("gap", office.SIGNER)
        yield _fodt_grid((70, 90), iter([_cell(left) + _cell(right)]))
        return
    signs = [*office.SIGN_LINES, "", "", "", "", office.SIGNER]
    lefts = ["Nơi nhận:", *places]
    for index in range(max(len(signs), len(lefts))):
        left = lefts[index] if index < len(lefts) else ""
        sign = signs[index] if index < len(signs) else ""
        bold = f'<text:tab/><text:tab/><text:span text:style-name="b">{sign}</text:span>' if sign else ""
        yield _p("label" if index == 0 else "tabs", left, bold)


def libreoffice(name: str, source: str, suffix: str, *, tagged: bool) -> None:
    """Set ``source`` with LibreOffice as ``files/name.pdf``."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        path = folder / f"{name}.{suffix}"
        path.write_text(source, encoding="utf-8")
        kind = "writer_web_pdf_Export" if suffix == "html" else "writer_pdf_Export"
        options = f'pdf:{kind}:{{"UseTaggedPDF":{{"type":"boolean","value":"{str(tagged).lower()}"}}}}'
        profile = (folder / "profile").as_uri()
        command = [
            program() or "soffice",
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            options,
        ]
        subprocess.run(
            [*command, "--outdir", str(FILES), str(path)], check=True, capture_output=True, timeout=180
        )


# ---------------------------------------------------------------------------------- LibreOffice, from .html


def html() -> str:
    """The report as an old mail program would have saved it: no indents, room between paragraphs."""
    rows = (
        (office.PARENT, f'<b style="font-size: 11.5pt">{office.NATION}</b>'),
        (f"<b>{office.AGENCY}</b>", f"<b>{office.MOTTO}</b>"),
        (office.NUMBER, f"<i>{office.PLACE_AND_DATE}</i>"),
    )
    head = "".join(
        f'<tr><td width="40%" align="center">{a}</td><td align="center">{b}</td></tr>' for a, b in rows
    )
    return (
        '<html><head><meta charset="utf-8"><style>@page {size: 21cm 29.7cm; margin: 2cm 2cm 2cm 3cm} '
        "body, p, td {font-family: 'Liberation Serif'; font-size: 13pt} p {margin: 0 0 8pt 0}</style></head><body>"
        f'<table width="100%" border="0">{head}</table>{"".join(_html_body())}</body></html>'
    )


def _html_body() -> Iterator[str]:
    yield f'<p align="center"><b>{office.KIND}<br>{office.SUBJECT}</b></p>'
    yield f'<p align="center">Kính gửi: {office.ADDRESSEE}</p><p>{office.OPENING}</p>'
    for number, title, said in office.SECTIONS:
        yield f"<p><b>{number} {title}</b></p>"
        for block in said:
            mark = "- " if block.role == "item" else f"{block.number} " if block.number else ""
            text = f"{mark}{block.text}"
            yield f"<p><b>{text}</b></p>" if block.role == "heading" else f"<p>{text}</p>"
        if number == "I.":
            cells = ("".join(f"<td>{text}</td>" for text in row) for row in office.TABLE)
            yield f'<p align="center"><b>{office.TABLE_CAPTION}</b></p><table border="1" cellspacing="0" width="100%">'
            yield "".join(f"<tr>{row}</tr>" for row in cells) + "</table><p></p>"
    places = "<br>".join([f"- {name};" for name in office.RECIPIENTS] + [f"- Lưu: {office.FILING}."])
    signs = "<br>".join(office.SIGN_LINES)
    yield f'<p>{office.CLOSING}</p><table width="100%" border="0"><tr><td width="50%" valign="top"><b><i>Nơi nhận:'
    yield f'</i></b><br>{places}</td><td align="center" valign="top"><b>{signs}<br><br><br><br><br>{office.SIGNER}</b>'
    yield "</td></tr></table>"


# ---------------------------------------------------------------------------------- reportlab


class Sheet:
    """Draws lines where they are told to be, as a print driver does: no tags, ragged, each word by itself."""

    def __init__(
        self, path: Path, *, size: tuple[float, float] = (595.3, 841.9), words: bool = False
    ) -> None:
        fonts = find_fonts()
        for bold in (False, True):
            for italic in (False, True):
                name = f"F{int(bold)}{int(italic)}"
                pdfmetrics.registerFont(TTFont(name, str(fonts.path(bold, italic))))
        self.canvas = Canvas(str(path), pagesize=size, invariant=True)
        self.size, self.words = size, words
        self.y, self.page = 60.0, 1

    def line(
        self, text: str, x: float, font: str = "F00", size: float = 14, *, centred: bool = False
    ) -> None:
        """One line with its baseline at ``y``."""
        self.canvas.setFont(font, size)
        if centred:
            x -= self.canvas.stringWidth(text, font, size) / 2
        base = self.size[1] - self.y
        for word in text.split(" ") if self.words else [text]:
            self.canvas.drawString(x, base, word)
            x += self.canvas.stringWidth(word + " ", font, size)

    def paragraph(self, text: str, font: str = "F00") -> None:
        """A wrapped paragraph, its first line 28 pt further right, ragged."""
        self.y += 6
        x, line = 113.4, ""
        for word in text.split(" "):
            longer = f"{line} {word}".strip()
            if self.canvas.stringWidth(longer, font, 14) > 538.6 - x:
                self._down()
                self.line(line, x, font)
                x, longer = 85.0, word
            line = longer
        self._down()
        self.line(line, x, font)

    def _down(self) -> None:
        self.y += 18
        if self.y > self.size[1] - 80:
            self.turn()

    def turn(self) -> None:
        """The next page, with its number at the foot."""
        self.canvas.showPage()
        self.page += 1
        self.y = self.size[1] - 40
        self.line(f"Trang {self.page}", 480)
        self.y = 75.0

    def grid(self, rows: tuple[tuple[str, ...], ...], edges: tuple[float, ...]) -> None:
        """A ruled table, its borders drawn as boxes."""
        self.y += 10
        for index, row in enumerate(rows):
            for left, right, text in zip(edges, edges[1:], row, strict=False):
                self.canvas.rect(left, self.size[1] - self.y - 24, right - left, 24)
                self.y += 17
                self.line(text, left + 5, "F10" if index == 0 else "F00", 12)
                self.y -= 17
            self.y += 24


def drawn(path: Path) -> None:
    """The report drawn word by word."""
    sheet = Sheet(path, words=True)
    for left, right, font in (
        (office.PARENT, office.NATION, ("F00", "F10")),
        ("SỞ NN VÀ MT", office.MOTTO, ("F10", "F10")),
        (office.NUMBER, office.PLACE_AND_DATE, ("F00", "F01")),
    ):
        sheet.line(left, 165, font[0], 13, centred=True)
        sheet.line(right, 400, font[1], 13, centred=True)
        sheet.y += 20
    sheet.y += 20
    for text in (office.KIND, office.SUBJECT):
        sheet.line(text, 311.8, "F10", centred=True)
        sheet.y += 18
    sheet.line(f"Kính gửi: {office.ADDRESSEE}", 311.8, centred=True)
    sheet.paragraph(office.OPENING)
    for number, title, said in office.SECTIONS:
        sheet.paragraph(f"{number} {title}", "F10")
        for block in said:
            mark = "- " if block.role == "item" else f"{block.number} " if block.number else ""
            sheet.paragraph(mark + block.text, "F10" if block.role == "heading" else "F00")
        if number == "I.":
            sheet.y += 24
            sheet.line(office.TABLE_CAPTION, 311.8, "F10", centred=True)
            sheet.grid(office.TABLE, (85.0, 125.0, 400.0, 470.0, 538.6))
    sheet.paragraph(office.CLOSING)
    sheet.y += 30
    places = [f"- {name};" for name in office.RECIPIENTS] + [f"- Lưu: {office.FILING}."]
    top = sheet.y
    sheet.line("Nơi nhận:", 85, "F11", 12)
    for place in places:
        sheet.y += 13
        sheet.line(place, 85, "F00", 11)
    sheet.y = top
    for text, gap in zip((*office.SIGN_LINES, office.SIGNER), (16, 90, 0), strict=True):
        sheet.line(text, 420, "F10", centred=True)
        sheet.y += gap
    sheet.canvas.save()


def turned(path: Path) -> None:
    """A landscape annex on paper that lies upright in the file and is turned for reading, with a water mark."""
    sheet = Sheet(path)
    sheet.line("BÁO CÁO", 311.8, "F10", centred=True)
    sheet.y += 18
    sheet.line(office.SUBJECT, 311.8, "F10", centred=True)
    sheet.y += 30
    sheet.paragraph("I. KẾT QUẢ THỰC HIỆN", "F10")
    sheet.paragraph(office.OPENING)
    sheet.canvas.saveState()
    sheet.canvas.translate(200, 300)
    sheet.canvas.rotate(45)
    sheet.canvas.setFont("F10", 60)
    sheet.canvas.drawString(0, 0, "BẢN NHÁP")
    sheet.canvas.restoreState()
    sheet.canvas.showPage()
    sheet.canvas.setPageSize((841.9, 595.3))  # as it is looked at: reportlab swaps it when it turns the page
    sheet.canvas.setPageRotation(90)
    sheet.canvas.translate(595.3, 0)
    sheet.canvas.rotate(90)
    sheet.size, sheet.y = (841.9, 595.3), 80
    sheet.line(office.ANNEX_LABEL, 420.9, "F10", centred=True)
    sheet.y += 18
    sheet.line(office.ANNEX_TITLE, 420.9, "F10", centred=True)
    sheet.y += 20
    sheet.grid(office.ANNEX, (85.0, 125.0, 500.0, 756.8))
    sheet.canvas.save()


def scanned(path: Path, *, with_text: bool = False) -> None:
    """Pages that are pictures; with ``with_text`` the first one is text."""
    image = Image.new("L", (300, 424), 255)
    for y in range(40, 380, 12):
        image.paste(90, (40, y, 250, y + 4))
    canvas = Canvas(str(path), pagesize=(595.3, 841.9), invariant=True)
    if with_text:
        sheet = Sheet(path)
        canvas = sheet.canvas
        sheet.line(office.KIND, 311.8, "F10", centred=True)
        sheet.y += 18
        sheet.line(office.SUBJECT, 311.8, "F10", centred=True)
        sheet.y += 20
        sheet.paragraph("I. KẾT QUẢ THỰC HIỆN", "F10")
        sheet.paragraph(office.OPENING)
        canvas.showPage()
    for _ in range(2):
        stream = io.BytesIO()
        image.save(stream, "PNG")
        canvas.drawImage(ImageReader(stream), 0, 0, 595.3, 841.9)
        canvas.showPage()
    canvas.save()


# ---------------------------------------------------------------------------------- by hand

_TO_TCVN3 = {letter: chr(code) for code, letter in reversed(_TCVN3.items())}


def raw(lines: list[tuple[float, float, str]], font: str = "TimesNewRomanPSMT") -> bytes:
    """A PDF of one page, written by hand: each line at its place, its letters in Windows-1252."""
    content = b"BT /F1 14 Tf " + b" ".join(
        b"1 0 0 1 %d %d Tm (%b) Tj"
        % (x, y, text.encode("cp1252").replace(b"(", rb"\(").replace(b")", rb"\)"))
        for x, y, text in lines
    )
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>\nstream\n%b ET\nendstream" % (len(content) + 3, content),
        b"<</Type/Font/Subtype/TrueType/BaseFont/%b/Encoding/WinAnsiEncoding>>" % font.encode(),
    ]
    data = b"%PDF-1.4\n"
    places = []
    for number, item in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n" % (len(objects) + 1, table)
    return data + b"<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)


def old_font(path: Path) -> None:
    """A few lines in a TCVN3 font."""
    lines = [
        (250, 780, "báo cáo"),
        (113, 740, "1. công tác tuyên truyền, vận động được triển khai rộng khắp."),
        (113, 715, "2. nhiệm vụ được giao đã hoàn thành đúng thời hạn, đạt kết quả tốt."),
    ]
    coded = [(x, y, "".join(_TO_TCVN3.get(c, c) for c in text)) for x, y, text in lines]
    path.write_bytes(raw(coded, ".VnTime"))


MADE: dict[str, Callable[[Path], None]] = {
    "drawn": drawn,
    "turned": turned,
    "scan": scanned,
    "mixed": lambda path: scanned(path, with_text=True),
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
