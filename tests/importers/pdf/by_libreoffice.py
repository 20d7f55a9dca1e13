"""The invented report as LibreOffice sets it: from its flat XML and from a page of HTML."""
# ruff: noqa: E501, ISC004 - XML and HTML are read best in lines as long as they are

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from tests.importers.pdf import office
from tests.importers.pdf.office import Said


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
