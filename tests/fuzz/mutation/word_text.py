"""Changes of what a Word file says: fields, runs, notes, boxes, letters, and what stands beside text."""
# ruff: noqa: E501 - samples read best in lines as long as they are

import copy
from collections.abc import Callable
from random import Random

from lxml import etree

from tests.builders.word_file import W
from tests.fuzz.canaries import FOREIGN, canary
from tests.fuzz.mutation.mutator import ODD_TEXT, Mutator
from tests.fuzz.mutation.package import in_package
from tests.fuzz.mutation.word_xml import Element, elements_of, in_tree

_T, _R, _P = f"{{{W}}}t", f"{{{W}}}r", f"{{{W}}}p"
_FIELD_CHARACTER = f"{{{W}}}fldChar"
_SAYS = "<w:r><w:t>lời {} nữa</w:t></w:r>"
_BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
_SEPARATE = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
_CODES = (
    "PAGE", "REF x", 'HYPERLINK "x"', "TOC \\o", "DATE", "FORMTEXT", "MACROBUTTON x zq960x", "IF 1=1 zq961x", "QUOTE zq962x",
    "SEQ x", "= 1+1", "FORMDROPDOWN", "INCLUDETEXT x", "ADVANCE", "EQ \\f(1,2)", "SYMBOL 61", "NUMPAGES", "STYLEREF 1", "XE x",
)  # fmt: skip

_IN_A_RUN = (
    '<w:br w:type="page"/>', '<w:br w:type="column"/>', "<w:br/>", "<w:cr/>", "<w:tab/>", "<w:noBreakHyphen/>",
    "<w:softHyphen/>", '<w:sym w:font="Wingdings" w:char="F0FC"/>', '<w:sym w:char="zz"/>', "<w:ptab/>", "<w:pgNum/>",
    '<w:footnoteReference w:id="2"/>', '<w:footnoteReference w:id="99"/>', '<w:endnoteReference w:id="2"/>',
    '<w:commentReference w:id="1"/>', "<w:separator/>", "<w:lastRenderedPageBreak/>", "<w:dayLong/>", "<w:annotationRef/>",
    "<w:t>{}</w:t>", "<w:delText>{}</w:delText>", "<w:instrText>{}</w:instrText>", '<w:t xml:space="preserve"> {} </w:t>',
    "<w:rPr><w:vanish/></w:rPr><w:t>{}</w:t>", "<w:rPr><w:webHidden/></w:rPr><w:t>{}</w:t>",
    '<w:rPr><w:rFonts w:ascii=".VnTimeH"/></w:rPr><w:t>{}</w:t>', "<w:rPr><w:specVanish/></w:rPr><w:t>{}</w:t>",
    "<w:ruby><w:rt><w:r><w:t>{}</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>{}</w:t></w:r></w:rubyBase></w:ruby>",
    "<w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict>",
    '<w:pict><v:shape><v:textpath string="{}"/></v:shape></w:pict>',
    '<w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object>',
)  # fmt: skip
_IN_A_PARAGRAPH = (
    "<w:hyperlink><w:r><w:t>{}</w:t></w:r></w:hyperlink>",
    '<w:fldSimple w:instr="REF x"><w:r><w:t>{}</w:t></w:r></w:fldSimple>',
    '<w:fldSimple w:instr="PAGE"><w:r><w:t>{}</w:t></w:r></w:fldSimple>',
    "<w:ins><w:del><w:r><w:delText>{}</w:delText></w:r></w:del></w:ins>",
    "<w:moveFrom><w:r><w:t>{}</w:t></w:r></w:moveFrom>",
    "<w:moveTo><w:r><w:t>{}</w:t></w:r></w:moveTo>",
    "<w:sdt><w:sdtPr><w:dropDownList/></w:sdtPr><w:sdtContent><w:r><w:t>{}</w:t></w:r></w:sdtContent></w:sdt>",
    "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>{}</w:t></w:r></w:sdtContent></w:sdt>",
    '<w:bdo w:val="rtl"><w:r><w:t>{}</w:t></w:r></w:bdo>',
    "<m:oMath><m:r><m:t>{}</m:t></m:r></m:oMath>",
    "<m:oMathPara><m:oMath><m:r><w:t>{}</w:t></m:r></m:oMath></m:oMathPara>",
    "<w:customXml><w:r><w:t>{}</w:t></w:r></w:customXml>",
    "<mc:AlternateContent><mc:Fallback><w:r><w:t>{}</w:t></w:r></mc:Fallback></mc:AlternateContent>",
    '<mc:AlternateContent><mc:Choice Requires="zz"><w:r><w:t>{}</w:t></w:r></mc:Choice></mc:AlternateContent>',
    "<w:r><w:t>{}<w:t>trong</w:t></w:t></w:r>",
    "<w:t>{}</w:t>",
    "<w:p><w:r><w:t>{}</w:t></w:r></w:p>",
    '<w:subDoc r:id="r9"/>',
    '<w:bookmarkStart w:id="1" w:name="x"/>',
    '<w:permStart w:id="1"/>',
)  # fmt: skip
_IN_THE_BODY = (
    "<w:p><w:r><w:t>{}</w:t></w:r></w:p>",
    "<w:r><w:t>{}</w:t></w:r>",
    '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:sdtContent></w:sdt>',
    '<w:altChunk r:id="r9"/>',
    "<w:p><w:pPr><w:framePr/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>",
    "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>",
    '<w:p><w:pPr><w:sectPr><w:pgSz w:orient="landscape"/></w:sectPr></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>',
    '<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr><w:r><w:t>{} 12</w:t></w:r></w:p>',
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
    "<w:tbl><w:tblPr/><w:tr><w:sdt><w:sdtContent><w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:sdtContent></w:sdt></w:tr></w:tbl>",
    "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
    "<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
    "<w:customXml><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:customXml>",
    "<w:sectPr/>",
    "<w:p/>",
)  # fmt: skip


def split_run(data: bytes, dice: Random) -> bytes:
    """Split a run within a word, with something between the halves."""

    def change(text: Element) -> None:
        run = text.getparent()
        words = text.text or ""
        if run is None or run.tag != _R or len(words) < 2:
            return
        at = dice.randint(1, len(words) - 1)
        other = copy.deepcopy(run)
        if dice.random() < 0.3:
            other.insert(
                0, dice.choice(elements_of("<w:br/><w:tab/><w:softHyphen/><w:lastRenderedPageBreak/>"))
            )
        for each in other.iter(_T):
            each.text = words[at:]
        text.text = words[:at]
        run.addnext(other)

    return _texts(data, dice, change)


def split_by_markup(data: bytes, dice: Random) -> bytes:
    """Put a comment, an instruction or an element within the text of a run."""

    def change(text: Element) -> None:
        words = text.text or ""
        at = dice.randint(0, len(words))
        made = dice.choice(
            (etree.Comment("x"), etree.ProcessingInstruction("x", "y"), etree.Element(f"{{{W}}}x"))
        )
        text.text, made.tail = words[:at], words[at:]
        text.insert(0, made)

    return _texts(data, dice, change)


def stray_text(data: bytes, dice: Random) -> bytes:
    """Put letters where no letters stand: behind an element, or in one that holds none."""

    def change(_: Element, elements: list[Element]) -> None:
        each = dice.choice(elements)
        if dice.random() < 0.5:
            each.tail = f" {canary(dice.choice(FOREIGN))} "
        elif not each.text:
            each.text = f" {canary(dice.choice(FOREIGN))} "

    return in_package(data, lambda files: in_tree(files, dice, change))


def odd_letters(data: bytes, dice: Random) -> bytes:
    """Put odd letters, marks of lists, or words that mean something, into texts."""

    def change(text: Element) -> None:
        words = text.text or ""
        at = dice.choice((0, 0, dice.randint(0, len(words))))
        odd = dice.choice(ODD_TEXT)
        text.text = words[:at] + odd + words[at:]

    return _texts(data, dice, change, most=6)


def drop_field_character(data: bytes, dice: Random) -> bytes:
    """Leave out the beginning, the middle or the end of a field, or make another of it."""

    def change(_: Element, elements: list[Element]) -> None:
        found = [each for each in elements if each.tag == _FIELD_CHARACTER]
        if not found:
            return
        each = dice.choice(found)
        kind = f"{{{W}}}fldCharType"
        if dice.random() < 0.6:
            holder = each.getparent()
            if holder is not None:
                holder.remove(each)
        else:
            each.set(kind, dice.choice(("begin", "separate", "end", "", "x")))

    return in_package(data, lambda files: in_tree(files, dice, change))


def put_field(data: bytes, dice: Random) -> bytes:
    """Put a field in that is whole, lacks something, or holds another one."""
    code = f"<w:r><w:instrText> {dice.choice(_CODES)} </w:instrText></w:r>"
    said = _SAYS.format(canary(dice.choice(FOREIGN)))
    inner = _BEGIN + code + _SEPARATE + said + _END
    pieces = [_BEGIN, code, *([inner] if dice.random() < 0.3 else []), _SEPARATE, said, _END]
    if dice.random() < 0.6:
        pieces.pop(dice.randrange(len(pieces)))
    apart = dice.random() < 0.3

    def change(_: Element, elements: list[Element]) -> None:
        paragraphs = [each for each in elements if each.tag == _P]
        if not paragraphs:
            return
        places = sorted(dice.choice(range(len(paragraphs))) for _ in range(2))
        for number, piece in enumerate(pieces):
            late = apart and number > len(pieces) // 2
            paragraphs[places[late]].extend(elements_of(piece))

    return in_package(data, lambda files: in_tree(files, dice, change))


def put_in_run(data: bytes, dice: Random) -> bytes:
    """Put what a run may hold, or may not, into runs."""
    return _put(data, dice, _IN_A_RUN, lambda each: each.tag == _R)


def put_in_paragraph(data: bytes, dice: Random) -> bytes:
    """Put what a paragraph may hold, or may not, into paragraphs."""
    return _put(data, dice, _IN_A_PARAGRAPH, lambda each: each.tag == _P)


def put_in_body(data: bytes, dice: Random) -> bytes:
    """Put blocks into the body, cells, boxes and notes."""
    holders = {
        f"{{{W}}}{name}" for name in ("body", "tc", "txbxContent", "footnote", "sdtContent", "tr", "tbl")
    }
    return _put(data, dice, _IN_THE_BODY, lambda each: each.tag in holders)


def other_look(data: bytes, dice: Random) -> bytes:
    """Give runs and paragraphs another look, which the recogniser goes by."""
    looks = (
        "<w:b/>", "<w:i/>", "<w:caps/>", "<w:smallCaps/>", "<w:vanish/>", '<w:sz w:val="2"/>', '<w:color w:val="FFFFFF"/>',
        '<w:vertAlign w:val="superscript"/>', "<w:strike/>", "<w:dstrike/>", '<w:rFonts w:ascii="VNI-Times"/>',
        '<w:rFonts w:ascii=".VnTime"/>', '<w:rFonts w:ascii="Symbol"/>', '<w:spacing w:val="-9999"/>', '<w:rStyle w:val="x"/>',
    )  # fmt: skip
    look = dice.choice(looks)

    def change(run: Element) -> None:
        properties = run.find(f"{{{W}}}rPr")
        if properties is None:
            properties = etree.Element(f"{{{W}}}rPr")
            run.insert(0, properties)
        properties.extend(elements_of(look))

    return _chosen(data, dice, lambda each: each.tag == _R, change, most=dice.choice((1, 4, 60)))


def many_paragraphs(data: bytes, dice: Random) -> bytes:
    """Write a paragraph or a row very many times."""
    times = dice.choice((10, 200, 1_500))

    def change(each: Element) -> None:
        if each.getparent() is not None:
            for _ in range(times):
                each.addnext(copy.deepcopy(each))

    kinds = {_P, f"{{{W}}}tr"}
    return _chosen(data, dice, lambda each: each.tag in kinds, change, most=1)


def long_word(data: bytes, dice: Random) -> bytes:
    """Put a very long word into a run."""
    word = dice.choice(("á", "W", "1", ".", "漢")) * dice.choice((300, 5_000, 60_000))

    def change(text: Element) -> None:
        text.text = f"{text.text or ''} {word}"

    return _texts(data, dice, change, most=1)


MUTATORS: tuple[Mutator, ...] = (
    split_run,
    split_by_markup,
    stray_text,
    odd_letters,
    drop_field_character,
    put_field,
    put_field,
    put_in_run,
    put_in_paragraph,
    put_in_body,
    other_look,
    many_paragraphs,
    long_word,
)


def _put(data: bytes, dice: Random, pieces: tuple[str, ...], chosen: Callable[[Element], bool]) -> bytes:
    def change(holder: Element) -> None:
        xml = dice.choice(pieces).replace("{}", canary(dice.choice(FOREIGN)))
        for each in elements_of(xml):
            holder.insert(dice.randint(0, len(holder)), each)

    return _chosen(data, dice, chosen, change, most=3)


def _texts(data: bytes, dice: Random, change: Callable[[Element], None], most: int = 3) -> bytes:
    return _chosen(data, dice, lambda each: each.tag == _T, change, most=most)


def _chosen(
    data: bytes, dice: Random, chosen: Callable[[Element], bool], change: Callable[[Element], None], most: int
) -> bytes:
    def changes(_: Element, elements: list[Element]) -> None:
        found = [each for each in elements if chosen(each)]
        for each in dice.sample(found, min(len(found), dice.randint(1, most))):
            change(each)

    return in_package(data, lambda files: in_tree(files, dice, changes))
