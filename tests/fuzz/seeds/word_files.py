"""Word files of our own, and one with everything that offices do in Word."""

import re
from collections.abc import Callable, Iterator

from danvan_desktop.report.editing.map_texts import with_texts
from tests.builders import full_report, inspected_report
from tests.builders.exported_files import as_docx, parts
from tests.builders.word_file import bold, listed, numbering, p, r, report_file, table
from tests.fuzz.canaries import Planter
from tests.fuzz.mutation.package import written
from tests.fuzz.seeds.seed import Seed

_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {} </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
_BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="2000000" '
    'cy="800000"/><wp:docPr id="1" name="a"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/'
    'office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" '
    'y="0"/><a:ext cx="2000000" cy="800000"/></a:xfrm><a:prstGeom prst="rect"/></wps:spPr><wps:txbx>'
    "<w:txbxContent>{0}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
    '</wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:rect style="width:150pt;height:60pt">'
    "<v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></v:rect></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)
_LINK = '<w:hyperlink w:anchor="x">{}</w:hyperlink>'
_SAID = "Cơ quan đã phối hợp tuyên truyền, vận động nhân dân thực hiện tốt nhiệm vụ"


def _of_all_habits() -> bytes:
    """A file with one of everything that offices do in Word."""
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="2"/>{}</w:tcPr>{}</w:tc>'
    return report_file(
        p(f"Căn cứ {_SAID};"),
        listed(1, 0, bold("TÌNH HÌNH CHUNG CỦA CƠ QUAN")),
        listed(1, 1, f"{_SAID} một, ", '<w:r><w:footnoteReference w:id="2"/></w:r>', r(f"{_SAID} hai.")),
        p(f"<w:ins>{r(_SAID)}</w:ins><w:del><w:r><w:delText>{_SAID}</w:delText></w:r></w:del>"),
        p(r(f"{_SAID} ba, "), _FIELD.format("REF muc1", r(f"{_SAID} bốn")), r(f" {_SAID} năm.")),
        p(r("Trang "), _FIELD.format("PAGE", r("1")), r(f" của bản {_SAID}")),
        p(_LINK.format(r(f"{_SAID} tại đây")), r(f"<!-- -->{_SAID}<!-- x --> sáu".replace("<!-- -->", ""))),
        f"<w:sdt><w:sdtPr/><w:sdtContent>{p(f'{_SAID} bảy.')}</w:sdtContent></w:sdt>",
        table(
            [p("TT"), cell.format('<w:vMerge w:val="restart"/>', p(f"{_SAID} tám"))],
            [p("1"), cell.format("<w:vMerge/>", p(""))],
            [p("2"), p(f"{_SAID} chín"), p("12")],
            widths=(800, 4000, 1600),
        ),
        p(_BOX.format(p(f"{_SAID} mười"))),
        listed(1, 0, bold("PHƯƠNG HƯỚNG NHIỆM VỤ NĂM SAU")),
        p(f"a) {_SAID} mười một;"),
        p(f"- {_SAID} mười hai."),
        p(r(f"{_SAID} mười ba<w:br/>".replace("<w:br/>", "")), "<w:r><w:br/></w:r>", r(f"{_SAID} mười bốn.")),
        numbering=numbering(("upperRoman", "%1."), ("decimal", "%2.")),
        footnotes=f'<w:footnote w:id="2">{p(f"{_SAID} ở chú thích")}</w:footnote>',
        header1=p(f"{_SAID} ở đầu trang"),
        comments=f'<w:comment w:id="1">{p(f"{_SAID} ở ý kiến")}</w:comment>',
    )


def word_files() -> Iterator[Seed]:
    yield Seed("docx", "own", as_docx(with_texts(full_report.everything(), Planter())))
    yield Seed("docx", "own-plain", as_docx(with_texts(inspected_report.REPORT, Planter())))
    yield Seed("docx", "habits", _planted_word(_of_all_habits(), Planter()))
    yield Seed("docx", "habits-all", _planted_word(_of_all_habits(), Planter(everywhere=True)))


def _planted_word(data: bytes, plant: Callable[[str], str]) -> bytes:
    """A Word file with canaries in its texts; a text that stands in two ways bears one word."""
    made = {}

    def planted(found: re.Match[bytes]) -> bytes:
        return found[1] + plant(found[2].decode()).encode()

    for name, content in parts(data).items():
        made[name] = re.sub(rb"(<w:(?:t|delText)(?: [^>]*)?>)([^<]+)", planted, content)
    return written(made)
