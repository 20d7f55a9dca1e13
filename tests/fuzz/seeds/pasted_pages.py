"""HTML as mail programs, Word and spreadsheets put it on the clipboard."""

import re
from collections.abc import Callable, Iterator
from html import escape

from tests.fuzz.canaries import Planter
from tests.fuzz.seeds.seed import Seed
from tests.importers.pdf import office
from tests.importers.pdf.by_libreoffice import html

_TEXT = re.compile(r"(?<=>)(?<!<title>)(?!\s*@page)([^<>]{20,})(?=<)")
"""What is shown: neither the name of the page nor its style."""
_WORD_PAGE = """Version:1.0
StartHTML:0000000105
<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=Generator content="Microsoft Word 15">
<style><!-- p.MsoNormal {margin:0cm; font-size:14.0pt; font-family:"Times New Roman",serif;} --></style>
</head>
<body lang=VI style='tab-interval:36.0pt'><!--StartFragment-->
%s
<!--EndFragment--></body></html>"""


def pasted_pages() -> Iterator[Seed]:
    plant = Planter()
    yield Seed("html", "mail", _TEXT.sub(lambda found: plant(found[1]), html()).encode())
    yield Seed("html", "word", (_WORD_PAGE % "\n".join(_word_paragraphs())).encode())
    yield Seed("html", "sheet", _spreadsheet().encode())


def _word_paragraphs() -> Iterator[str]:
    plant = Planter()
    for number, title, said in office.SECTIONS:
        yield _paragraph(f"<b>{escape(plant(f'{number} {title} của cơ quan'))}</b>")
        for each in said:
            mark = "<span style='mso-list:Ignore'>-<span>&nbsp;&nbsp; </span></span>"
            mark = f"<![if !supportLists]>{mark}<![endif]>" if each.role == "item" else ""
            yield _paragraph(mark + escape(plant(each.text)))
    yield f"<ol type=a><li>{plant('Một hai ba bốn')}<li>{plant('Năm sáu bảy tám')}</ol>"
    yield f"<ul><li>{plant('Chín mười mười một mười hai')}</ul>"
    yield f"<table class=MsoTableGrid border=1 cellspacing=0>{''.join(_rows(office.TABLE, plant))}</table>"


def _paragraph(inside: str) -> str:
    style = "text-align:justify;text-indent:36.0pt"
    return f"<p class=MsoNormal style='{style}'><span lang=VI>{inside}<o:p></o:p></span></p>"


def _rows(rows: tuple[tuple[str, ...], ...], plant: Callable[[str], str]) -> Iterator[str]:
    for row in rows:
        cells = (f'<td class=xl65 x:num="{at}" height=20>{plant(text)}</td>' for at, text in enumerate(row))
        yield f"<tr height=20>{''.join(cells)}</tr>"


def _spreadsheet() -> str:
    plant = Planter(everywhere=True)
    rows = "".join(_rows(office.TABLE, plant))
    merged = f"<tr><td colspan=2 rowspan=2>{plant('gộp')}</td><td>{plant('bên')}</td></tr>"
    last = f"<tr><td>{plant('dưới')}</td></tr>"
    inside = f"<col width=64><!--StartFragment-->{rows}{merged}{last}<!--EndFragment-->"
    return f"<html><body><table border=0>{inside}</table></body></html>"
