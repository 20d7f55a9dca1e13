"""Lines 42-44: "Nơi nhận", the recipients and the filing line (PL I, Mục II, khoản 9)."""

import re
from collections.abc import Iterator, Sequence

from danvan_desktop.inspection.flow import FlowParagraph
from danvan_desktop.inspection.line_definition import LineDefinition
from danvan_desktop.inspection.measuring.formatting import describe, format_faults, size_faults, size_words
from danvan_desktop.inspection.measuring.judgement import judge, missing, quoted, review
from danvan_desktop.inspection.measuring.line_spacing import are_level
from danvan_desktop.inspection.measuring.signing_block import split_signing
from danvan_desktop.inspection.recognition.anatomy import Anatomy
from danvan_desktop.inspection.sheet import Measurement, Requirement

_FROM_LEFT = {"left", "both", "line"}
_FLUSH = 150  # twips: the padding of a cell of Word's (115), and a hyphen's own room at its left
_STEP = 20  # twips: the label and the first line of signing are level within 1 pt


def recipients_label(anatomy: Anatomy) -> Measurement:
    """Whether "Nơi nhận:" is formatted right, flush left and level with the first line of signing."""
    found = anatomy.recipients_label
    if found is None:
        return missing(anatomy, "“Nơi nhận:”")
    faults = [*size_faults([found], 12, 12), *format_faults([found], bold=True, italic=True)]
    if found.text != "Nơi nhận:":
        faults.append("không đúng “Nơi nhận:” trên dòng riêng")
    faults += _left_faults([found])
    level = _is_level(anatomy, found)
    if level is False:
        faults.append("không ngang hàng dòng quyền hạn, chức vụ")
    if level is None and not faults:
        return review(f"{describe(found)}; có ngang hàng dòng quyền hạn, chức vụ hay không cần xem bằng mắt")
    return judge(describe(found), faults)


def _left_faults(paragraphs: Sequence[FlowParagraph]) -> Iterator[str]:
    if any(
        p.format.align not in _FROM_LEFT or p.format.left + p.format.first_line > _FLUSH for p in paragraphs
    ):
        yield "không sát lề trái"


def _is_level(anatomy: Anatomy, label: FlowParagraph) -> bool | None:
    """Whether the label is level with the first line of signing; None when it cannot be told."""
    titles, _ = split_signing(anatomy)
    if titles and label.printed:
        return are_level(titles[0], label)
    if not titles or label.place.table is None or titles[0].place.table != label.place.table:
        return None
    tops = []
    for paragraph in (label, titles[0]):
        cell = (paragraph.place.row, paragraph.place.column)
        above = [
            p
            for p in anatomy.file.paragraphs
            if p.place.table == paragraph.place.table and (p.place.row, p.place.column) == cell
        ]
        first = next((p for p in above if p.text), None)
        if first is None or first.lines()[0] != paragraph:
            return None
        blank = above[: above.index(first)]
        tops.append(sum(p.pitch + p.format.before + p.format.after for p in blank) + paragraph.format.before)
    same_row = titles[0].place.row == label.place.row
    return same_row and abs(tops[0] - tops[1]) <= _STEP


def recipients(anatomy: Anatomy) -> Measurement:
    """Whether recipients stand one a line, each with its dash and ";"."""
    found = anatomy.recipients
    if not found:
        return missing(anatomy, "danh sách nơi nhận")
    faults = [
        *size_faults(found, 11, 11),
        *format_faults(found, bold=False, italic=False),
        *_left_faults(found),
    ]
    for paragraph in found[:-1]:
        if not paragraph.text.startswith("-"):
            faults.append(f"{quoted(paragraph.text)} không có gạch đầu dòng")
        if not paragraph.text.endswith(";"):
            faults.append(f"{quoted(paragraph.text)} không kết thúc bằng “;”")
    return judge(f"{len(found)} dòng, {size_words(found)}", faults)


def filing(anatomy: Anatomy) -> Measurement:
    """Whether the list ends in "- Lưu: VT, …" with the unit and a full stop."""
    if not anatomy.recipients:
        return missing(anatomy, "dòng “- Lưu: VT, …”")
    last = anatomy.recipients[-1].text
    faults = []
    if not re.match(r"-\s*Lưu:\s*VT\b", last):
        faults.append("dòng cuối không phải “- Lưu: VT, …”")
    if not last.endswith("."):
        faults.append("không kết thúc bằng dấu chấm")
    if not faults and not re.match(r"-\s*Lưu:\s*VT,\s*\S", last):
        return review(f"{quoted(last)}; chưa ghi đơn vị soạn thảo")
    return judge(quoted(last), faults)


LINES = (
    LineDefinition(
        Requirement(
            42,
            "“Nơi nhận:”",
            " dòng riêng, ngang hàng dòng quyền hạn, chức vụ, sát lề trái, cỡ 12, nghiêng, đậm",
            "điểm d khoản 9 Mục II PL I",
        ),
        measure=recipients_label,
        place="recipients",
    ),
    LineDefinition(
        Requirement(
            43,
            "Danh sách nơi nhận",
            ": cỡ 11, đứng, mỗi nơi một dòng, gạch đầu dòng sát lề trái, cuối dòng “;”",
            "điểm d khoản 9 Mục II PL I",
        ),
        measure=recipients,
        place="recipients",
    ),
    LineDefinition(
        Requirement(
            44,
            "Dòng “Lưu”",
            ": dòng cuối “- Lưu: VT, <đơn vị soạn thảo>.”, kết thúc bằng dấu chấm",
            "điểm d khoản 9 Mục II PL I",
        ),
        measure=filing,
        place="filing.unit",
    ),
)
