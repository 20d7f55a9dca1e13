"""Lines around the text, typed anew, are known by their place; one letterhead, one signer is taken."""

from collections.abc import Callable
from copy import deepcopy

import pytest
from docx.document import Document as WordFile
from docx.oxml.ns import qn

from danvan_desktop.report.model import Report, Signature
from danvan_desktop.report.takeback.compare import compare
from danvan_desktop.report.takeback.model import ReturnedFile
from tests.builders.edited_word_file import below, say, without
from tests.builders.exported_files import edited, paragraph
from tests.builders.returned_files import read_docx, sent_docx
from tests.takeback.cases import base

REPORT: Report = base()
SENT = sent_docx(REPORT)
READ = read_docx(SENT)
TITLES = REPORT.signature.lines


def read(edit: Callable[[WordFile], object]) -> ReturnedFile:
    return read_docx(edited(SENT, edit), READ)


def roles(file: ReturnedFile, text: str) -> list[str]:
    return [block.role for block in file.blocks if block.text == text]


def test_an_unedited_file_has_its_own_roles_and_nothing_beside() -> None:
    assert read(lambda _: None).frame == READ.frame
    assert not [block for block in READ.blocks if block.role.startswith("second")]


@pytest.mark.parametrize("style", [None, "Normal"])
def test_a_signing_block_is_read_by_its_place(style: str | None) -> None:
    def edit(file: WordFile) -> None:
        for start, text in (("KT.", "Q. CHÁNH VĂN PHÒNG"), ("PHÓ", "(Phụ trách)"), ("Nguyễn", "Trần Văn B")):
            made = say(paragraph(file, start), text)
            if style is not None and start != "PHÓ":
                made.style = file.styles[style]

    assert read(edit).frame.signature == Signature(("Q. CHÁNH VĂN PHÒNG", "(Phụ trách)"), None, "Trần Văn B")


def test_a_title_in_small_letters_that_stands_last_is_no_name() -> None:
    def edit(file: WordFile) -> None:
        say(paragraph(file, "PHÓ CHÁNH"), "Phó Chánh Văn phòng")
        without("Nguyễn")(file)

    signature = read(edit).frame.signature
    assert (len(signature.lines), signature.signer) == (2, None)


@pytest.mark.parametrize("text", ["Lê Thị C", "(Đã ký)", "TRƯỞNG PHÒNG"])
def test_what_stands_below_the_name_is_named_and_not_read_into_it(text: str) -> None:
    file = read(lambda word_file: below(word_file, "Nguyễn", text))
    assert roles(file, text) == ["second_signer"]
    assert file.frame.signature == REPORT.signature
    (left,) = compare(REPORT, REPORT, READ, file).left
    assert text in left.text
    assert left.place == "Nơi nhận và phần ký"


def test_a_pasted_closing_is_none_wherever_it_stands() -> None:
    def pasted(host: str) -> Callable[[WordFile], object]:
        def edit(file: WordFile) -> None:
            closing = next(each._tbl for each in file.tables if "Nơi nhận" in each.cell(0, 0).text)
            made = deepcopy(closing)
            for element in made.iter(qn("w:t")):
                element.text = (element.text or "").replace("Nguyễn", "Phạm")
            paragraph(file, host)._p.addnext(made)

        return edit

    for host in ("2. Đổi mới nội dung", "Trên đây là báo cáo", "Phụ lục"):
        file = read(pasted(host))
        assert file.frame == READ.frame, host
        assert any(block.role.startswith("second") for block in file.blocks), host


def test_kinh_gui_is_read_whatever_style_its_lines_took_on() -> None:
    def edit(file: WordFile) -> None:
        label = say(paragraph(file, "Kính gửi:"), "Kính gửi: Sở Y tế")
        label.style = paragraph(file, "- Ban Dân vận").style
        for start in ("- Ban Dân vận", "- Sở Nội vụ."):
            without(start)(file)
        below(file, "Kính gửi: Sở", "- Bệnh viện tỉnh.").style = label.style

    assert read(edit).frame.addressees == ("Sở Y tế", "Bệnh viện tỉnh")
