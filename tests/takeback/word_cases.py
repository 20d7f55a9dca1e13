"""Edits of the sample's Word file with the XML that Word and WPS write, each by people of its own.

What a person would name is said as in ``cases.py``; beside it everybody who tracked something, with the time,
has to be named somewhere: in the list, or among what cannot be taken.
"""

import copy
import itertools
import re
from collections.abc import Callable, Sequence
from typing import Any

from docx.document import Document as WordFile
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph
from lxml import etree

from danvan_desktop.report.takeback.model import ReturnComparison, Revision
from danvan_desktop.report.takeback.wording import revision_text, who_text
from tests.builders.edited_word_file import replaced, run_of, taken_out
from tests.builders.exported_files import edited, paragraph, parts
from tests.builders.word_file import zipped

Case = Callable[[bytes], tuple[bytes, Sequence[dict[str, Any]]]]
Edit = Callable[[WordFile], Sequence[dict[str, Any]]]
WORD_CASES: dict[str, Case] = {}

BODY, OTHER, DASH, HEADING = (
    "Đảng bộ Văn phòng",
    "Văn phòng tổ chức 12 hội nghị",
    "- Chọn việc nhỏ",
    "2. Tồn tại",
)
_NUMBERS = itertools.count(1)


def _case(edit: Edit) -> Edit:
    def make(content: bytes) -> tuple[bytes, Sequence[dict[str, Any]]]:
        expected: list[dict[str, Any]] = []
        made = edited(content, lambda file: expected.extend(edit(file)))
        return made, expected

    WORD_CASES[edit.__name__.removeprefix("_")] = make
    return edit


def _case_of_parts(edit: Case) -> Case:
    WORD_CASES[edit.__name__.removeprefix("_")] = edit
    return edit


# ------------------------------------------------------------------------------------------------- tools


def who() -> str:
    """The attributes of a tracked change by somebody who makes no other."""
    number = next(_NUMBERS)
    time = f"{number // 60 % 24:02d}:{number % 60:02d}:00"
    return f'w:id="{7000 + number}" w:author="Người sửa {number:03d}" w:date="2025-11-28T{time}Z"'


def signs(content: bytes) -> set[tuple[str, str]]:
    """Everybody who tracked something in a file, with the time."""
    xml = b"".join(said for name, said in parts(content).items() if name.endswith(".xml"))
    found = re.findall(r'w:author="([^"]*)" w:date="([^"]*)"', xml.decode())
    return {(author, date) for author, date in found if author.startswith("Người sửa")}


def xml(text: str) -> etree._Element:
    """An element written out, with the prefixes of Word."""
    name = re.match(r"<([\w:]+)", text)
    if name is None:
        raise ValueError(text)
    made: etree._Element = parse_xml(
        text.replace(name[0], f"{name[0]} {nsdecls('w', 'r', 'm', 'wp', 'a', 'pic')}", 1)
    )
    return made


def run(text: str, properties: str = "") -> str:
    """A run as text of XML."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def gone_run(text: str) -> str:
    """A run of what was deleted."""
    return f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>'


def wrap(element: etree._Element, text: str) -> etree._Element:
    """Put ``element`` into a new one."""
    around = xml(text)
    element.addprevious(around)
    around.append(element)
    return around


def take_out(element: etree._Element) -> None:
    """Delete a run under track changes."""
    taken_out(element, xml(f"<w:del {who()}/>"))


def end_of(found: WordParagraph, inner: str) -> None:
    """Put something into the properties of the end of a paragraph."""
    properties = found._p.get_or_add_pPr()
    end = properties.find(qn("w:rPr"))
    if end is None:
        end = xml("<w:rPr/>")
        properties.append(end)
    end.insert(0, xml(inner))


def tables(file: WordFile) -> tuple[WordTable, WordTable]:
    """The table of results and that of models."""
    results, models = (each for each in file.tables if len(each.rows) > 2)
    return results, models


# ------------------------------------------------------------------------------------------------- noise


@_case
def _runs_are_parted_as_word_does_when_it_saves(file: WordFile) -> Sequence[dict[str, Any]]:
    for number, found in enumerate(list(file.element.body.iter(qn("w:p")))):
        found.set(qn("w:rsidR"), f"00{number:06X}")
        found.set(qn("w:rsidRDefault"), "00A77B3E")
        for each in list(found.iter(qn("w:r"))):
            text = each.find(qn("w:t"))
            if text is None or not text.text or " " not in text.text or len(each) > 2:
                continue
            each.set(qn("w:rsidRPr"), "00F51C22")
            first, _, rest = text.text.partition(" ")
            other = copy.deepcopy(each)
            text.text = f"{first} "
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            other.find(qn("w:t")).text = rest
            each.addnext(other)
            each.addnext(xml('<w:proofErr w:type="spellStart"/>'))
            other.addnext(xml('<w:proofErr w:type="spellEnd"/>'))
            other.insert(0, xml("<w:lastRenderedPageBreak/>"))
            properties = other.find(qn("w:rPr"))
            if properties is not None:
                other.remove(properties)
                other.insert(0, properties)
                properties.append(xml('<w:lang w:val="vi-VN"/>'))
                properties.append(xml("<w:noProof/>"))
    for found in list(file.element.body.iter(qn("w:p")))[3:9]:
        found.append(xml('<w:bookmarkStart w:id="991" w:name="_GoBack"/>'))
        found.append(xml('<w:bookmarkEnd w:id="991"/>'))
    return [{"op": "none"}]


@_case
def _smart_tags_and_content_controls_stand_around_words(
    file: WordFile,
) -> Sequence[dict[str, Any]]:
    place = run_of(paragraph(file, BODY), "142 đảng viên")
    wrap(place._r, '<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="place"/>')
    held = run_of(paragraph(file, OTHER), "12 hội nghị")
    around = wrap(held._r, "<w:sdtContent/>")
    control = wrap(around, "<w:sdt/>")
    control.insert(0, xml('<w:sdtPr><w:alias w:val="Số"/><w:id w:val="-12"/><w:text/></w:sdtPr>'))
    block = wrap(paragraph(file, DASH)._p, "<w:sdtContent/>")
    control = wrap(block, "<w:sdt/>")
    control.insert(0, xml('<w:sdtPr><w:id w:val="33"/><w:lock w:val="sdtLocked"/></w:sdtPr>'))
    wrap(paragraph(file, HEADING)._p, '<w:customXml w:uri="urn:x" w:element="muc"/>')
    return [{"op": "none"}]


@_case
def _wps_writes_its_own_properties_and_names_of_styles(file: WordFile) -> Sequence[dict[str, Any]]:
    for number, style in enumerate(file.styles.element.findall(qn("w:style"))):
        old = style.get(qn("w:styleId"))
        for name in ("w:pStyle", "w:rStyle", "w:tblStyle"):
            for used in file.element.body.iter(qn(name)):
                if used.get(qn("w:val")) == old:
                    used.set(qn("w:val"), f"{number + 1}")
        for name in ("w:basedOn", "w:next", "w:link"):
            for used in file.styles.element.iter(qn(name)):
                if used.get(qn("w:val")) == old:
                    used.set(qn("w:val"), f"{number + 1}")
        style.set(qn("w:styleId"), f"{number + 1}")
    for found in file.element.body.iter(qn("w:r")):
        properties = found.get_or_add_rPr()
        properties.insert(0, xml('<w:rFonts w:hint="default"/>'))
        properties.append(xml('<w:lang w:val="en-US" w:eastAsia="zh-CN"/>'))
    for found in file.element.body.iter(qn("w:pPr")):
        found.append(xml('<w:keepNext w:val="0"/>'))
        found.append(xml("<w:kinsoku/>"))
        found.append(xml("<w:wordWrap/>"))
    return [{"op": "none"}]


# ------------------------------------------------------------------------------------------------- words


@_case
def _what_one_put_in_another_takes_out_and_replaces(file: WordFile) -> Sequence[dict[str, Any]]:
    found = run_of(paragraph(file, BODY), "142 đảng viên")
    first, second = who(), who()
    inner = f"<w:ins {first}><w:del {second}>{gone_run(' chính thức')}</w:del></w:ins>"
    found._r.addnext(xml(inner))
    found._r.addnext(xml(f"<w:ins {first}>{run('145 đảng viên')}</w:ins>"))
    take_out(found._r)
    return [{"op": "edit", "id": 9}, {"op": "unknown", "text": "chính thức"}]


@_case
def _a_line_break_a_tab_and_a_sign_are_put_in(file: WordFile) -> Sequence[dict[str, Any]]:
    found = run_of(paragraph(file, BODY), "142 đảng viên")
    for inner in ("<w:br/>", "<w:tab/>", '<w:sym w:font="Symbol" w:char="F0B7"/>', "<w:noBreakHyphen/>"):
        found._r.addnext(xml(f"<w:ins {who()}><w:r>{inner}</w:r></w:ins>"))
    return [{"op": "edit", "id": 9}]


@_case
def _a_field_and_a_link_are_put_in_and_taken_out(file: WordFile) -> Sequence[dict[str, Any]]:
    found = run_of(paragraph(file, BODY), "142 đảng viên")
    code = "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:{0}> DATE </w:{0}></w:r>"
    rest = "<w:r><w:fldChar w:fldCharType='separate'/></w:r>{}<w:r><w:fldChar w:fldCharType='end'/></w:r>"
    found._r.addnext(
        xml(f"<w:ins {who()}>{code.format('instrText')}{rest.format(run(' 28/11/2025'))}</w:ins>")
    )
    gone = f"{code.format('delInstrText')}{rest.format(gone_run(' ngày cũ'))}"
    found._r.addnext(xml(f"<w:del {who()}>{gone}</w:del>"))
    inside = f"<w:ins {who()}>{run(' xem Kế hoạch 18')}</w:ins>"
    found._r.addnext(xml(f'<w:hyperlink w:anchor="_GoBack">{inside}</w:hyperlink>'))
    return [{"op": "edit", "id": 9, "tracked": True}, {"op": "unknown", "text": "ngày cũ"}]


@_case
def _looks_of_letters_and_of_the_end_of_a_paragraph_are_tracked(file: WordFile) -> Sequence[dict[str, Any]]:
    found = run_of(paragraph(file, BODY), "142 đảng viên")
    found.font.bold = True
    found._r.get_or_add_rPr().append(xml(f"<w:rPrChange {who()}><w:rPr/></w:rPrChange>"))
    end_of(paragraph(file, OTHER), f"<w:rPrChange {who()}><w:rPr><w:b/></w:rPr></w:rPrChange>")
    return [{"op": "look", "id": 9}]


@_case
def _words_are_moved_into_another_paragraph(file: WordFile) -> Sequence[dict[str, Any]]:
    found = run_of(paragraph(file, BODY), "142 đảng viên")
    first, second = who(), who()
    found._r.addprevious(xml(f'<w:moveFromRangeStart {first} w:name="move1"/>'))
    gone = wrap(found._r, f"<w:moveFrom {first}/>")
    gone.addnext(xml('<w:moveFromRangeEnd w:id="1"/>'))
    there = paragraph(file, OTHER)._p
    there.append(xml(f'<w:moveToRangeStart {second} w:name="move1"/>'))
    there.append(xml(f"<w:moveTo {second}>{run(' 142 đảng viên')}</w:moveTo>"))
    there.append(xml('<w:moveToRangeEnd w:id="2"/>'))
    return [{"op": "edit", "id": 9, "tracked": True}, {"op": "edit", "id": 18, "tracked": True}]


# ------------------------------------------------------------------------------------------- paragraphs


@_case
def _a_paragraph_is_moved_as_word_tracks_it(file: WordFile) -> Sequence[dict[str, Any]]:
    found, there = paragraph(file, DASH), paragraph(file, "- Người đứng đầu")
    new = WordParagraph(copy.deepcopy(found._p), found._parent)
    for mark in [*new._p.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))]:
        new._p.remove(mark)
    there._p.addprevious(new._p)
    from_here, to_there = who(), who()
    for each in found.runs:
        wrap(each._r, f"<w:moveFrom {from_here}/>")
    for each in new.runs:
        wrap(each._r, f"<w:moveTo {to_there}/>")
    end_of(found, f"<w:moveFrom {from_here}/>")
    end_of(new, f"<w:moveTo {to_there}/>")
    found._p.addprevious(xml(f'<w:moveFromRangeStart {from_here} w:name="move2"/>'))
    found._p.addnext(xml('<w:moveFromRangeEnd w:id="3"/>'))
    new._p.addprevious(xml(f'<w:moveToRangeStart {to_there} w:name="move2"/>'))
    new._p.addnext(xml('<w:moveToRangeEnd w:id="4"/>'))
    return [{"op": "move", "id": 46, "tracked": True}]


@_case
def _paragraphs_are_parted_and_joined_under_track_changes(file: WordFile) -> Sequence[dict[str, Any]]:
    found = paragraph(file, OTHER)
    second = WordParagraph(copy.deepcopy(found._p), found._parent)
    text = found.text
    before, _, after = text.partition("; ") if "; " in text else text.partition(", ")
    for each in found.runs[1:]:
        found._p.remove(each._r)
    found.runs[0].text = before + ", "
    for each in second.runs[1:]:
        second._p.remove(each._r)
    second.runs[0].text = after
    for mark in [*second._p.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))]:
        second._p.remove(mark)
    found._p.addnext(second._p)
    end_of(found, f"<w:ins {who()}/>")
    end_of(paragraph(file, "Văn phòng UBND tỉnh là"), f"<w:del {who()}/>")
    return [{"op": "split", "id": 18, "tracked": True}, {"op": "merge", "ids": [4, 5], "tracked": True}]


@_case
def _a_paragraph_that_one_put_in_and_another_took_out(file: WordFile) -> Sequence[dict[str, Any]]:
    first, second = who(), who()
    inner = f"<w:ins {first}><w:del {second}>{gone_run('Đoạn thêm rồi lại bỏ.')}</w:del></w:ins>"
    end = f"<w:pPr><w:rPr><w:ins {first}/><w:del {second}/></w:rPr></w:pPr>"
    paragraph(file, BODY)._p.addprevious(xml(f"<w:p>{end}{inner}</w:p>"))
    return [{"op": "unknown", "text": "Đoạn thêm rồi lại bỏ."}]


@_case
def _numbers_and_styles_of_paragraphs_are_tracked(file: WordFile) -> Sequence[dict[str, Any]]:
    properties = paragraph(file, BODY)._p.get_or_add_pPr()
    properties.append(xml(f"<w:numPr><w:ilvl w:val='0'/><w:numId w:val='0'/><w:ins {who()}/></w:numPr>"))
    properties = paragraph(file, OTHER)._p.get_or_add_pPr()
    properties.append(xml(f"<w:numPr><w:numberingChange {who()} w:original='%1:1:0:.'/></w:numPr>"))
    properties = paragraph(file, DASH)._p.get_or_add_pPr()
    old = "<w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='3'/></w:numPr></w:pPr>"
    properties.append(xml(f"<w:pPrChange {who()}>{old}</w:pPrChange>"))
    return [{"op": "none"}]


# ----------------------------------------------------------------------------------------------- tables


@_case
def _rows_are_put_in_and_taken_out_under_track_changes(file: WordFile) -> Sequence[dict[str, Any]]:
    results, _ = tables(file)
    gone = results.rows[5]
    for each in list(gone._tr.iter(qn("w:r"))):
        take_out(each)
    gone._tr.get_or_add_trPr().append(xml(f"<w:del {who()}/>"))
    made = copy.deepcopy(results.rows[7]._tr)
    for found in made.iter(qn("w:p")):
        WordParagraph(found, results).runs[0].text = "Hàng mới"  # type: ignore[arg-type]  # as its own do
    for each in list(made.iter(qn("w:r"))):
        wrap(each, f"<w:ins {who()}/>")
    results.rows[7]._tr.addnext(made)
    made.get_or_add_trPr().append(xml(f"<w:ins {who()}/>"))
    return [{"op": "row-", "id": 34, "tracked": True}, {"op": "row+", "id": 34, "tracked": True}]


@_case
def _a_column_is_taken_out_and_another_put_in_under_track_changes(file: WordFile) -> Sequence[dict[str, Any]]:
    _, models = tables(file)
    cells = [row._tr.tc_lst for row in models.rows]
    if len({len(row) for row in cells[:-1]}) != 1:
        raise LookupError("merged cells")
    for number, row in enumerate(cells[:-1]):
        row[3].get_or_add_tcPr().append(xml(f"<w:cellDel {who()}/>"))
        made = copy.deepcopy(row[1])
        for each in list(made.iter(qn("w:r"))):
            each.find(qn("w:t")).text = f"Cột mới {number}"
            wrap(each, f"<w:ins {who()}/>")
        made.get_or_add_tcPr().append(xml(f"<w:cellIns {who()}/>"))
        row[1].addnext(made)
    models._tbl.tblGrid.insert(2, copy.deepcopy(models._tbl.tblGrid[1]))
    return [{"op": "col-", "id": 65, "tracked": True}, {"op": "col+", "id": 65, "tracked": True}]


@_case
def _cells_are_merged_under_track_changes(file: WordFile) -> Sequence[dict[str, Any]]:
    results, _ = tables(file)
    for row, kind in ((5, "restart"), (6, "continue")):
        properties = results.rows[row]._tr.tc_lst[2].get_or_add_tcPr()
        merge = "rest" if kind == "restart" else "cont"
        properties.append(xml(f'<w:cellMerge {who()} w:vMerge="{merge}"/>'))
    return [{"op": "none"}]


@_case
def _properties_of_a_table_of_its_rows_and_cells_are_tracked(file: WordFile) -> Sequence[dict[str, Any]]:
    results, _ = tables(file)
    results._tbl.tblPr.append(xml(f"<w:tblPrChange {who()}><w:tblPr/></w:tblPrChange>"))
    results._tbl.tblGrid.append(xml('<w:tblGridChange w:id="5"><w:tblGrid/></w:tblGridChange>'))
    results.rows[4]._tr.get_or_add_trPr().append(xml(f"<w:trPrChange {who()}><w:trPr/></w:trPrChange>"))
    exception = xml(f"<w:tblPrEx><w:tblPrExChange {who()}><w:tblPrEx/></w:tblPrExChange></w:tblPrEx>")
    results.rows[5]._tr.insert(0, exception)
    cell = results.rows[4]._tr.tc_lst[2]
    cell.get_or_add_tcPr().append(xml(f"<w:tcPrChange {who()}><w:tcPr/></w:tcPrChange>"))
    return [{"op": "none"}]


# --------------------------------------------------------------------------------------- around the text


@_case
def _the_paper_is_set_otherwise_under_track_changes(file: WordFile) -> Sequence[dict[str, Any]]:
    file.sections[0]._sectPr.append(xml(f"<w:sectPrChange {who()}><w:sectPr/></w:sectPrChange>"))
    return [{"op": "none"}]


@_case
def _a_picture_and_an_equation_are_put_in_under_track_changes(file: WordFile) -> Sequence[dict[str, Any]]:
    picture = (
        '<w:drawing><wp:inline><wp:extent cx="9" cy="9"/><wp:docPr id="9" name="Ảnh"/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    found = paragraph(file, BODY)._p
    found.append(xml(f"<w:ins {who()}><w:r>{picture}</w:r></w:ins>"))
    found.append(xml(f"<w:ins {who()}><m:oMath><m:r><m:t>x+y</m:t></m:r></m:oMath></w:ins>"))
    return [{"op": "unknown", "text": "ảnh"}, {"op": "unknown", "text": "x+y"}]


@_case
def _another_file_is_put_in_whole(file: WordFile) -> Sequence[dict[str, Any]]:
    paragraph(file, BODY)._p.addprevious(xml('<w:altChunk r:id="rId99"/>'))
    return [{"op": "unknown", "text": "phần lấy từ tệp khác"}]


@_case
def _a_content_control_is_put_in_and_edited_inside(file: WordFile) -> Sequence[dict[str, Any]]:
    found = run_of(paragraph(file, BODY), "142 đảng viên")
    first = who()
    found._r.addprevious(xml(f"<w:customXmlInsRangeStart {first}/>"))
    around = wrap(found._r, "<w:sdtContent/>")
    control = wrap(around, "<w:sdt/>")
    control.insert(0, xml(f"<w:sdtPr><w:rPr><w:ins {who()}/></w:rPr><w:id w:val='77'/></w:sdtPr>"))
    control.addnext(xml('<w:customXmlInsRangeEnd w:id="7"/>'))
    around.append(xml(f"<w:ins {who()}>{run(' dự bị')}</w:ins>"))
    return [{"op": "edit", "id": 9, "tracked": True}]


@_case
def _without_a_date_and_without_a_name(file: WordFile) -> Sequence[dict[str, Any]]:
    found = run_of(paragraph(file, BODY), "142 đảng viên")
    found._r.addnext(xml(f'<w:ins w:id="8" w:author="Người không giờ">{run(" dự bị")}</w:ins>'))
    other = run_of(paragraph(file, OTHER), "12 hội nghị")
    other._r.addnext(xml(f'<w:ins w:id="9" w:author="" w:date="2025-11-28T10:00:00Z">{run(" lớn")}</w:ins>'))
    return [
        {"op": "edit", "id": 9, "tracked": True, "author": "Người không giờ"},
        {"op": "edit", "id": 18, "tracked": True, "author": ""},
    ]


@_case
def _tracked_and_untracked_in_letterhead_and_closing(file: WordFile) -> Sequence[dict[str, Any]]:
    found = run_of(paragraph(file, "UBND TỈNH HƯƠNG GIANG"), "GIANG")
    found._r.addnext(xml(f"<w:ins {who()}>{run('BÌNH', '<w:b/>')}</w:ins>"))
    take_out(found._r)
    recipient = paragraph(file, "- UBND tỉnh;")
    end_of(recipient, f"<w:del {who()}/>")
    for each in recipient.runs:
        take_out(each._r)
    return [{"op": "field", "name": "letterhead.parent_agency"}, {"op": "field", "name": "recipients"}]


# ----------------------------------------------------------------------------------------- other parts


@_case_of_parts
def _a_header_and_a_footnote_are_tracked(content: bytes) -> tuple[bytes, Sequence[dict[str, Any]]]:
    files = parts(content)
    name = next(each for each in files if each.startswith("word/header"))
    said = f"<w:ins {who()}>{run('BẢN SỬA')}</w:ins><w:del {who()}>{gone_run('cũ')}</w:del>"
    files[name] = files[name].replace(b"</w:p>", f"{said}</w:p>".encode(), 1)
    notes = (
        f'<?xml version="1.0"?><w:footnotes {nsdecls("w")}><w:footnote w:id="2"><w:p>'
        f"<w:ins {who()}>{run('Theo số liệu của Sở.')}</w:ins></w:p></w:footnote></w:footnotes>"
    )
    files["word/footnotes.xml"] = notes.encode()
    files = _related(files, "footnotes", "footnotes.xml")
    reference = f'<w:ins {who()}><w:r><w:footnoteReference w:id="2"/></w:r></w:ins>'
    files["word/document.xml"] = _behind(files["word/document.xml"], "142 đảng viên", reference)
    return zipped(files), [{"op": "edit", "id": 9}, {"op": "unknown", "text": "BẢN SỬA"}]


@_case_of_parts
def _comments_with_answers_people_and_ids(content: bytes) -> tuple[bytes, Sequence[dict[str, Any]]]:
    def edit(file: WordFile) -> None:
        file.add_comment(paragraph(file, BODY).runs, text="Nêu rõ nguồn.", author="Trần Thị B", initials="B")
        file.add_comment(paragraph(file, BODY).runs, text="Đã hỏi Sở.", author="Lê Văn C", initials="C")
        gone = run_of(paragraph(file, OTHER), "12 hội nghị")
        file.add_comment([gone], text="Vì sao bỏ?", author="Lê Văn C", initials="C")
        take_out(gone._r)
        results, _ = tables(file)
        row = results.rows[5]
        file.add_comment(row.cells[1].paragraphs[0].runs, text="Hàng này?", author="Lê Văn C", initials="C")
        for each in list(row._tr.iter(qn("w:r"))):
            if each.find(qn("w:commentReference")) is None:
                take_out(each)
        row._tr.get_or_add_trPr().append(xml(f"<w:del {who()}/>"))

    files = parts(edited(content, edit))
    numbers = iter(range(1, 99))
    name = next(each for each in files if each.endswith("comments.xml"))
    word_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
    said = re.sub(
        r"<w:p(?=[ >])",
        lambda _: f'<w:p xmlns:w14="{word_2010}" w14:paraId="0000000{next(numbers)}"',
        files[name].decode(),
    )
    files[name] = said.encode()
    word_2012 = "http://schemas.microsoft.com/office/word/2012/wordml"
    extended = (
        f'<w15:commentsEx xmlns:w15="{word_2012}"><w15:commentEx w15:paraId="00000001" w15:done="0"/>'
        '<w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001" w15:done="0"/>'
        '<w15:commentEx w15:paraId="00000003" w15:done="1"/></w15:commentsEx>'
    )
    files["word/commentsExtended.xml"] = extended.encode()
    people = f'<w15:people xmlns:w15="{word_2012}"><w15:person w15:author="Lê Văn C"/></w15:people>'
    files["word/people.xml"] = people.encode()
    files = _related(_related(files, "commentsExtended", "commentsExtended.xml"), "people", "people.xml")
    return zipped(files), [
        {"op": "comment", "id": 9, "text": "Nêu rõ nguồn."},
        {"op": "comment", "id": 9, "text": "Đã hỏi Sở."},
        {"op": "comment", "id": 18, "text": "Vì sao bỏ?"},
        {"op": "comment", "id": 34, "text": "Hàng này?"},
        {"op": "edit", "id": 18},
        {"op": "row-", "id": 34},
    ]


@_case_of_parts
def _a_comment_is_tracked_itself(content: bytes) -> tuple[bytes, Sequence[dict[str, Any]]]:
    def edit(file: WordFile) -> None:
        replaced(BODY, "142", "145")(file)
        file.add_comment(paragraph(file, BODY).runs, text="Nêu rõ nguồn.", author="Trần Thị B", initials="B")

    files = parts(edited(content, edit))
    name = next(each for each in files if each.endswith("comments.xml"))
    files[name] = files[name].replace(
        b"</w:p>", f"<w:ins {who()}>{run(' Xin gấp.')}</w:ins></w:p>".encode(), 1
    )
    return zipped(files), [
        {"op": "comment", "id": 9, "text": "Nêu rõ nguồn. Xin gấp."},
        {"op": "edit", "id": 9},
    ]


def _related(files: dict[str, bytes], kind: str, target: str) -> dict[str, bytes]:
    """Let the document refer to another part."""
    name, address = "word/_rels/document.xml.rels", "http://schemas.openxmlformats.org/officeDocument/2006"
    said = f'<Relationship Id="rNew{kind}" Type="{address}/relationships/{kind}" Target="{target}"/>'
    relations = files[name].replace(b"</Relationships>", f"{said}</Relationships>".encode())
    return {**files, name: relations}


def _behind(document: bytes, said: str, inner: str) -> bytes:
    """Put ``inner`` behind the run that holds ``said``."""
    at = document.index(said.encode())
    end = document.index(b"</w:r>", at) + len(b"</w:r>")
    return document[:end] + inner.encode() + document[end:]


def unnamed(content: bytes, comparison: ReturnComparison) -> list[str]:
    """Who tracked something in a file and is named, with the time, in neither of both lists."""
    said = "\n".join([*map(who_text, comparison.changes), *(each.text for each in comparison.left)])
    people = (revision_text(Revision(*each)) for each in sorted(signs(content)))
    return [each for each in people if each not in said]
