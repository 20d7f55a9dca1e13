"""Line 55: one way of placing tones; abbreviations explained."""

import re
from collections.abc import Iterator

from danvan_desktop.inspection.corrections import Correction
from danvan_desktop.inspection.flow import FlowParagraph
from danvan_desktop.inspection.line_definition import LineDefinition
from danvan_desktop.inspection.measuring.judgement import judge_custom
from danvan_desktop.inspection.measuring.paragraphs import body_texts
from danvan_desktop.inspection.recognition.anatomy import Anatomy
from danvan_desktop.inspection.sheet import Measurement, Requirement, TextSpot
from danvan_desktop.inspection.wording.abbreviations import unexplained
from danvan_desktop.inspection.wording.tones import NEW_TONE, OLD_TONE, Tone, retoned
from danvan_desktop.report.editing.map_texts import with_texts
from danvan_desktop.report.model import Report


def spelling(anatomy: Anatomy) -> Measurement:
    """Whether tones are placed one way and abbreviations explained where they are first used."""
    text = " ".join(paragraph.text for paragraph in _own_words(anatomy))
    old, new = OLD_TONE.findall(text), NEW_TONE.findall(text)
    short, bare = unexplained(body_texts(anatomy))
    measured = f"kiểu “hòa, ủy” {len(old)} chỗ, kiểu “hoà, uỷ” {len(new)} chỗ; {len(short)} chữ viết tắt"
    faults = ["đặt dấu theo hai kiểu"] if old and new else []
    if bare:
        faults.append(f"viết tắt chưa giải thích lần đầu: {', '.join(bare[:8])}")
    fewer = NEW_TONE if len(old) >= len(new) else OLD_TONE
    places = [*_words_of(anatomy, fewer)] if old and new else []
    return judge_custom(measured, faults, [*places, *_first_uses(anatomy, bare)])


def _words_of(anatomy: Anatomy, tone: re.Pattern[str]) -> Iterator[TextSpot]:
    """Yield the words that place a tone so."""
    whole = re.compile(rf"\w*(?:{tone.pattern})", re.IGNORECASE)
    for paragraph in _own_words(anatomy):
        yield from (TextSpot(paragraph.text, match[0]) for match in whole.finditer(paragraph.text))


def _own_words(anatomy: Anatomy) -> list[FlowParagraph]:
    """Return all paragraphs but the Quốc hiệu: the decree itself writes it both ways."""
    national = anatomy.national_name
    return [p for p in anatomy.file.paragraphs if national is None or p.text != national.text]


def _first_uses(anatomy: Anatomy, shorts: list[str]) -> Iterator[TextSpot]:
    for short in shorts:
        word = re.compile(rf"\b{re.escape(short)}\b")
        yield from (TextSpot(text, short) for text in [t for t in body_texts(anatomy) if word.search(t)][:1])


def place_tones(report: Report) -> Report:
    """Place all tones the office's way, or that of most words."""
    tone = report.settings.tone if report.settings is not None else _usual_tone(report)
    return with_texts(report, lambda text: retoned(text, tone))


def _usual_tone(report: Report) -> Tone:
    seen: list[str] = []

    def read(text: str) -> str:
        seen.append(text)
        return text

    with_texts(report, read)
    text = " ".join(seen)
    return "new" if len(NEW_TONE.findall(text)) > len(OLD_TONE.findall(text)) else "old"


LINES = (
    LineDefinition(
        Requirement(
            55,
            "Dấu thanh, viết tắt",
            ": chữ đặt dấu thống nhất một kiểu (ủy/uỷ); viết tắt (UBND, CCHC…) được giải thích lần đầu",
            None,
        ),
        measure=spelling,
        corrections=(
            Correction("Đặt dấu thanh theo một kiểu trong toàn văn bản, trừ họ tên người ký", place_tones),
        ),
    ),
)
