"""Lines that the words answer, whatever kind of file they stand in: 19, 29, 53 and 55."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from danvan_desktop.inspection.anatomy import Anatomy, fold
from danvan_desktop.inspection.flow import FlowParagraph, FlowRun
from danvan_desktop.inspection.rules.head import UNKNOWN, date_match
from danvan_desktop.inspection.rules.judging import (
    Rule,
    judge,
    judge_custom,
    missing,
    not_applicable,
    review,
    said,
)
from danvan_desktop.inspection.rules.page import all_runs
from danvan_desktop.inspection.sheet import Measurement, TextSpot
from danvan_desktop.inspection.wording.abbreviations import unexplained
from danvan_desktop.inspection.wording.citations import Mention, mentions
from danvan_desktop.inspection.wording.leftovers import leftover
from danvan_desktop.inspection.wording.provinces import MERGED, NEEDS_KIND, PROVINCES, official
from danvan_desktop.inspection.wording.tones import NEW_TONE, OLD_TONE

_NAMED = 4
"""Places that a measurement names."""


def texts(anatomy: Anatomy) -> list[str]:
    """Return the text between head and closing block, tables left out."""
    return [block.paragraph.text for block in anatomy.blocks if block.kind != "table"]


def _listed(items: list[str]) -> str:
    more = f" và {len(items) - _NAMED} chỗ nữa" if len(items) > _NAMED else ""
    return "; ".join(items[:_NAMED]) + more


# ------------------------------------------------------------------------------------- 19


def place(anatomy: Anatomy) -> Measurement:
    """Line 19: the name is looked up among the provinces, and compared with the agency's."""
    match = date_match(anatomy)
    if match is None:
        return missing(anatomy, "địa danh và ngày, tháng, năm")
    name = match["place"].strip()
    if UNKNOWN in name:
        return review("chưa điền địa danh")
    faults = [*_place_faults(name, has_comma=bool(match["comma"]))]
    measured = said(name + match["comma"])
    if faults:
        return judge(measured, faults)
    return _known_place(anatomy, name, measured)


def _known_place(anatomy: Anatomy, name: str, measured: str) -> Measurement:
    if official(name):
        return judge(f"{measured}, có trong danh sách tỉnh, thành phố", [])
    if name in MERGED:
        return review(f"{measured}; từ 01/7/2025 thuộc {MERGED[name]}")
    if _is_agency_province(anatomy, name):
        return judge(f"{measured}, đúng tên tỉnh (thành phố) ở tên cơ quan chủ quản", [])
    return review(f"{measured}; không có trong danh sách tỉnh, thành phố: cần đối chiếu tên gọi chính thức")


def _place_faults(name: str, *, has_comma: bool) -> Iterator[str]:
    if not name:
        yield "không có địa danh"
    elif not name[0].isupper():
        yield "không viết hoa chữ cái đầu"
    if not has_comma:
        yield "sau địa danh không có dấu phẩy"
    if "." in name or (len(name) > 1 and name.isupper()):
        yield "viết tắt hoặc in hoa, không phải tên gọi chính thức"
    if name == NEEDS_KIND:
        yield f"phải ghi “Thành phố {NEEDS_KIND}” (đơn vị mang tên người)"
    elif name not in PROVINCES and (known := official(name)) and len(known) != len(name):
        yield f"tên gọi chính thức là “{known}”"


def _is_agency_province(anatomy: Anatomy, name: str) -> bool:
    parent = f" {fold(' '.join(p.text for p in anatomy.parents))} "
    return any(f" {kind} {fold(name)} " in parent for kind in ("tinh", "thanh pho"))


# ------------------------------------------------------------------------------------- 29


def references(anatomy: Anatomy) -> Measurement:
    """Line 29: faults are what is surely missing or said twice; the rest is for a reader."""
    found = [*mentions(texts(anatomy))]
    if not found:
        return not_applicable("không có viện dẫn số, ký hiệu văn bản")
    faults = _each_once(fault for mention in found for fault in _faults(mention))
    doubts = _each_once(doubt for mention in found for doubt in _doubts(mention))
    documents = sum(mention.is_first for mention in found)
    measured = f"{documents} văn bản, {len(found)} lần viện dẫn"
    if faults or not doubts:
        return judge(measured, [_listed(faults)] if faults else [], _spots(found, _faults))
    return review(f"{measured}; cần đọc lại: {_listed(doubts)}", _spots(found, _doubts))


def _each_once(told: Iterable[str]) -> list[str]:
    """Return each of ``told`` once, with how often it is true."""
    return [f"{words} ({times} lần)" if times > 1 else words for words, times in Counter(told).items()]


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


# ------------------------------------------------------------------------------------- 53


def leftovers(anatomy: Anatomy) -> Measurement:
    """Line 53."""
    faults = [*_leftovers(anatomy, [*all_runs(anatomy)])]
    places = [paragraph for paragraph in anatomy.paper.paragraphs if leftover(paragraph.text)]
    return judge_custom("" if faults else "không còn", faults, places)


def _leftovers(anatomy: Anatomy, runs: list[FlowRun]) -> Iterator[str]:
    found = Counter(fault for p in anatomy.paper.paragraphs if (fault := leftover(p.text)))
    yield from list(found)[:_NAMED]
    if any(run.look.highlighted for run in runs):
        yield "còn chỗ đánh dấu màu"
    if anatomy.paper.printed and anatomy.paper.printed.marked:
        yield "còn chỗ tô màu hoặc đánh dấu"
    if anatomy.paper.has_comments:
        yield "còn ý kiến góp ý ở lề"
    if anatomy.paper.has_tracked_changes:
        yield "còn vết sửa (theo dõi thay đổi)"


# ------------------------------------------------------------------------------------- 55


def spelling(anatomy: Anatomy) -> Measurement:
    """Line 55: one way of placing tones; abbreviations explained where they are first used."""
    text = " ".join(paragraph.text for paragraph in _own_words(anatomy))
    old, new = OLD_TONE.findall(text), NEW_TONE.findall(text)
    short, bare = unexplained(texts(anatomy))
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
    return [p for p in anatomy.paper.paragraphs if national is None or p.text != national.text]


def _first_uses(anatomy: Anatomy, shorts: list[str]) -> Iterator[TextSpot]:
    for short in shorts:
        word = re.compile(rf"\b{re.escape(short)}\b")
        yield from (TextSpot(text, short) for text in [t for t in texts(anatomy) if word.search(t)][:1])


RULES: dict[int, Rule] = {19: place, 29: references, 53: leftovers, 55: spelling}
