"""Line 33: khoản, their numbers and their sequence (PL I, Mục II, điểm đ khoản 6)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from danvan_desktop.inspection.corrections import UPRIGHT, Correction
from danvan_desktop.inspection.flow import FlowParagraph
from danvan_desktop.inspection.line_definition import LineDefinition
from danvan_desktop.inspection.lines.text.faulty_blocks import TIGHT, block_faults, faulty_paragraphs, of_kind
from danvan_desktop.inspection.measuring.formatting import is_mostly_italic
from danvan_desktop.inspection.measuring.judgement import judge, not_applicable, quoted, review
from danvan_desktop.inspection.recognition.anatomy import Anatomy
from danvan_desktop.inspection.recognition.blocks import TextBlock
from danvan_desktop.inspection.sheet import Measurement, Requirement
from danvan_desktop.report.editing.map_texts import with_paragraphs
from danvan_desktop.report.model import Block, Paragraph, Report
from danvan_desktop.report.numbering import renumber


def clauses(anatomy: Anatomy) -> Measurement:
    """Whether khoản are numbered in sequence and formatted alike."""
    found = of_kind(anatomy, "clause")
    if not found:
        automatic = any(block.paragraph.format.numbered for block in anatomy.blocks)
        why = "số do Word tự đánh, không có trong chữ nên chưa kiểm tra được"
        return review(why) if automatic else not_applicable("không có khoản")
    faults_of = {index: [*_clause_faults(block)] for index, block in enumerate(found)}
    out_of_turn = [*_sequence_faults(anatomy.blocks)]
    faults = [*block_faults(found, faults_of), *(fault for fault, _ in out_of_turn)]
    places = [*faulty_paragraphs(found, faults_of), *(paragraph for _, paragraph in out_of_turn)]
    return judge(f"{len(found)} khoản", faults, places)


def _clause_faults(block: TextBlock) -> Iterator[str]:
    if block.sign != "." and "." not in block.number:
        yield f"sau số là “{block.sign}”, không phải dấu chấm" if block.sign else "sau số không có dấu chấm"
    if block.is_tight and block.sign:
        yield TIGHT
    runs = block.paragraph.visible_runs
    if not block.is_bold and any(run.format.bold for run in runs):
        letters = sum(len(run.text) for run in runs if run.format.bold)
        if letters * 2 > len(block.paragraph.text) or runs[0].format.bold:
            yield "chỗ đậm chỗ không"
    if block.is_bold and block.rest.endswith((".", ";")) and len(block.rest) > 150:
        yield "đậm cả đoạn văn"
    if is_mostly_italic(block.paragraph):
        yield "in nghiêng"


def _sequence_faults(blocks: Sequence[TextBlock]) -> Iterator[tuple[str, FlowParagraph]]:
    """Say where numbers skip or repeat, or stand below no khoản of theirs; each mục begins anew."""
    last: dict[str, int] = {}
    named: set[str] = set()
    automatic = False
    for block in blocks:
        if block.kind in {"section", "part", "article"}:
            last.clear()
            named.clear()
            automatic = False
        automatic = automatic or block.paragraph.format.numbered  # the khoản above may be one of Word's own
        if block.kind != "clause":
            continue
        above, _, own = block.number.rpartition(".")
        if above and above not in named and not automatic and not _is_open(above, last):
            named.add(above)
            yield _orphan(block, above, last.get("")), block.paragraph
        expected = last.get(above, 0) + 1
        if int(own) != expected:
            whole = f"{above}.{expected}" if above else str(expected)
            fault = f"số {block.number} đứng ở chỗ của số {whole} ({quoted(block.paragraph.text)})"
            yield fault, block.paragraph
        last[above] = int(own)
        last.pop(block.number, None)


def _is_open(number: str, last: Mapping[str, int]) -> bool:
    """Whether the last khoản of its level, and of every level above, bears this number."""
    above, _, own = number.rpartition(".")
    return last.get(above) == int(own) and (not above or _is_open(above, last))


def _orphan(block: TextBlock, above: str, open_clause: int | None) -> str:
    stands = "không đứng dưới khoản nào" if open_clause is None else f"đứng dưới khoản {open_clause}"
    return f"số {block.number} {stands}, phải đứng dưới khoản {above} ({quoted(block.paragraph.text)})"


def number_automatically(report: Report) -> Report:
    """Let every number and letter follow its neighbours; raise khoản that stand below none."""
    report = with_paragraphs(report, _numbered)
    raised = tuple(replace(each, blocks=_raised(each.blocks)) for each in report.sections)
    return renumber(replace(report, sections=raised))


def _raised(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Make a khoản of what is numbered as part of one that is not there: "3.1." first of its mục is "1."."""
    raised: list[Block] = []
    levels: list[int] = []
    for block in blocks:
        if isinstance(block, Paragraph) and block.role in {"heading", "clause"}:
            levels = [*(level for level in levels if level < block.level), block.level]
            raised.append(replace(block, level=len(levels)))
        else:
            raised.append(block)
    return tuple(raised)


def _numbered(block: Paragraph) -> Paragraph:
    return replace(block, numbering="auto") if block.numbering == "fixed" else block


AUTOMATIC_NUMBERS = Correction("Đánh số, chữ cái tự động theo thứ tự ở mọi khoản, điểm", number_automatically)

LINES = (
    LineDefinition(
        Requirement(
            33,
            "Khoản",
            (
                ": số Ả Rập, sau có dấu chấm; có tiêu đề thì dòng riêng, đậm; không có tiêu đề thì không "
                "đậm; số liên tục, không trùng, không nhảy"
            ),
            "điểm đ khoản 6 Mục II PL I",
        ),
        measure=clauses,
        corrections=(AUTOMATIC_NUMBERS, UPRIGHT),
    ),
)
