"""Word files (OOXML packages) written element by element, as no library would."""

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{_OFFICE}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
SECTION = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701"/></w:sectPr>'
)


_PARTS = {
    "styles": ("styles", "w:styles"),
    "numbering": ("numbering", "w:numbering"),
    "theme": ("theme", "a:theme"),
    "footnotes": ("footnotes", "w:footnotes"),
    "endnotes": ("endnotes", "w:endnotes"),
    "comments": ("comments", "w:comments"),
    "header1": ("header", "w:hdr"),
    "footer1": ("footer", "w:ftr"),
}
"""The kind of relationship and the root element of each part."""


def word_file(body: str, *, main: str = "document.main+xml", section: str = SECTION, **parts: str) -> bytes:
    """A file with that body; ``parts`` is the inside of styles, numbering, theme, footnotes, comments …"""
    files = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_MAIN}.{main}"/></Types>',
        "_rels/.rels": relationships({"officeDocument": "word/document.xml"}),
        "word/_rels/document.xml.rels": relationships({_PARTS[name][0]: f"{name}.xml" for name in parts}),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}{section}</w:body></w:document>",
    }
    for name, inside in parts.items():
        root = _PARTS[name][1]
        files[f"word/{name}.xml"] = f"<{root} {NAMESPACES}>{inside}</{root}>"
    return zipped({name: content.encode() for name, content in files.items()})


def relationships(targets: dict[str, str]) -> str:
    """The relationships of a part: kind and target of each."""
    rows = "".join(
        f'<Relationship Id="r{kind}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for kind, target in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def package(files: dict[str, bytes], *, main: str = "word/document.xml") -> bytes:
    """A package of ``files`` whose main part is to be ``main``, and nothing else in it."""
    return zipped({"_rels/.rels": relationships({"officeDocument": main}).encode(), **files})


def zipped(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def r(text: str, properties: str = "") -> str:
    """A run with these run properties."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*inside: str, properties: str = "", style: str = "", run: str = "") -> str:
    """A paragraph; what is no element becomes a run with the properties ``run``."""
    runs = "".join(part if part.startswith("<") else r(part, run) for part in inside)
    name = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{name}{properties}</w:pPr>{runs}</w:p>"


def style(
    identifier: str, *, kind: str = "paragraph", based_on: str = "", inside: str = "", default: bool = False
) -> str:
    """A style named as it is called in the file."""
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    first = ' w:default="1"' if default else ""
    head = f'<w:style w:type="{kind}"{first} w:styleId="{identifier}"><w:name w:val="{identifier}"/>'
    return f"{head}{base}{inside}</w:style>"


def bold(text: str) -> str:
    return r(text, "<w:b/>")


BEGIN, SEPARATE, END = (
    f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
)
"""The three characters of a field."""


def code(instruction: str) -> str:
    """A run with the code of a field."""
    return f'<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>'


def listed(number: int, level: int, *inside: str) -> str:
    """A paragraph of list ``number``."""
    return p(*inside, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def numbering(*levels: tuple[str, str], number: int = 1, extra: str = "", inside: str = "") -> str:
    """A list with these (format, text) levels, in use as ``number``."""
    rows = "".join(
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for place, (kind, text) in enumerate(levels)
    )
    return (
        f'<w:abstractNum w:abstractNumId="{number}">{extra}{rows}</w:abstractNum>'
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/>{inside}</w:num>'
    )


def table(*rows: list[str], borders: bool = True, widths: tuple[int, ...] = ()) -> str:
    """A table of cells, each its inside or a whole ``<w:tc>``."""
    lines = '<w:tblBorders><w:top w:val="single"/></w:tblBorders>' if borders else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    made = "".join(
        "<w:tr>" + "".join(c if c.startswith("<w:tc>") else f"<w:tc>{c}</w:tc>" for c in row) + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl><w:tblPr>{lines}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl>"


# ---------------------------------------------------------------- what every report begins and ends with

HEAD = table(
    [
        p("UBND TỈNH HƯƠNG GIANG") + p(bold("VĂN PHÒNG")) + p("Số: 12/BC-VP"),
        p(bold("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))
        + p(bold("Độc lập - Tự do - Hạnh phúc"))
        + p(r("Hương Giang, ngày 05 tháng 12 năm 2025", "<w:i/>")),
    ],
    borders=False,
)
TITLE = p(bold("BÁO CÁO"), properties='<w:jc w:val="center"/>') + p(
    bold("Kết quả thực hiện công tác dân vận năm 2025"), properties='<w:jc w:val="center"/>'
)
TAIL = table(
    [
        p(r("Nơi nhận:", "<w:b/><w:i/>")) + p("- Sở Nội vụ;") + p("- Lưu: VT, VP1."),
        p(bold("CHÁNH VĂN PHÒNG")) + p("") + p(bold("Nguyễn Văn A")),
    ],
    borders=False,
)


def report_file(*inside: str, **parts: str) -> bytes:
    """A whole report around ``inside``."""
    return word_file(HEAD + TITLE + "".join(inside) + TAIL, **parts)
