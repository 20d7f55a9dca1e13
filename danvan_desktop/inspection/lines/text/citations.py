"""Line 29: documents cited by number (viện dẫn) (PL I, Mục II, điểm b khoản 6)."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from danvan_desktop.inspection.corrections import Correction
from danvan_desktop.inspection.line_definition import LineDefinition
from danvan_desktop.inspection.measuring.judgement import judge, not_applicable, review
from danvan_desktop.inspection.measuring.paragraphs import body_texts
from danvan_desktop.inspection.recognition.anatomy import Anatomy
from danvan_desktop.inspection.sheet import Measurement, Requirement, TextSpot
from danvan_desktop.inspection.wording.citations import Mention, mentions, without_gaps
from danvan_desktop.report.editing.map_texts import with_texts
from danvan_desktop.report.model import Report

_NAMED = 4
"""Spots that a measurement names."""


def citations(anatomy: Anatomy) -> Measurement:
    """Whether each citation says what it must; faults are sure, doubts are for a reader."""
    found = [*mentions(body_texts(anatomy))]
    if not found:
        return not_applicable("không có viện dẫn số, ký hiệu văn bản")
    faults = _each_once(fault for mention in found for fault in _faults(mention))
    doubts = _each_once(doubt for mention in found for doubt in _doubts(mention))
    documents = sum(mention.is_first for mention in found)
    measured = f"{documents} văn bản, {len(found)} lần viện dẫn"
    if faults or not doubts:
        return judge(measured, [_listed(faults)] if faults else [], _spots(found, _faults))
    return review(f"{measured}; cần đọc lại: {_listed(doubts)}", _spots(found, _doubts))


def _listed(items: list[str]) -> str:
    more = f" và {len(items) - _NAMED} chỗ nữa" if len(items) > _NAMED else ""
    return "; ".join(items[:_NAMED]) + more


def _each_once(found: Iterable[str]) -> list[str]:
    """Return each of ``found`` once, with how often it is true."""
    return [f"{words} ({times} lần)" if times > 1 else words for words, times in Counter(found).items()]


def _spots(found: Iterable[Mention], wrong_with: Callable[[Mention], Iterator[str]]) -> Iterator[TextSpot]:
    return (TextSpot(mention.text, mention.written) for mention in found if any(wrong_with(mention)))


def _faults(mention: Mention) -> Iterator[str]:
    if mention.has_gaps:
        yield f"{mention.name}: số, ký hiệu có khoảng trắng"
    if mention.is_first and not mention.has_date:
        yield f"{mention.name}: lần đầu thiếu {', '.join(mention.lacks)}"
    if not mention.is_first and mention.has_date and mention.has_issuer:
        yield f"{mention.name}: lần sau chỉ ghi tên loại, số và ký hiệu"


def _doubts(mention: Mention) -> Iterator[str]:
    if mention.is_generic:
        yield f"{mention.name}: chưa ghi tên loại"
    elif mention.is_first and mention.lacks:
        yield f"{mention.name}: lần đầu có thể thiếu {', '.join(mention.lacks)}"


def close_up_symbols(report: Report) -> Report:
    """Drop the blanks inside number and symbol of cited documents."""
    return with_texts(report, without_gaps)


LINES = (
    LineDefinition(
        Requirement(
            29,
            "Viện dẫn",
            (
                ": lần đầu ghi đủ tên loại, số, ký hiệu, thời gian, cơ quan ban hành, trích yếu; lần sau "
                "chỉ ghi tên loại, số và ký hiệu"
            ),
            "điểm b khoản 6 Mục II PL I",
        ),
        measure=citations,
        corrections=(Correction("Viết liền số, ký hiệu của văn bản được viện dẫn", close_up_symbols),),
    ),
)
