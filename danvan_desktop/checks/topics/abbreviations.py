"""Abbreviations: explained once, where they are used for the first time, and only if they are used again."""

from collections.abc import Iterator
from itertools import pairwise

from danvan_desktop.checks.abbreviations import SHORT, lists
from danvan_desktop.checks.manuscript import Manuscript
from danvan_desktop.checks.rule import CUSTOM, Match, Rule


def _unexplained(manuscript: Manuscript, *, common: bool) -> Iterator[Match]:
    known, _ = lists()
    for short, uses in manuscript.abbreviations.items():
        if any(use.explains for use in uses) or (short in known) != common:
            continue
        first = uses[0]
        long = known.get(short, "")
        begins = not first.text.text[: first.start].strip()
        better = f"{long[0].upper() + long[1:] if begins else long} ({short})" if long else ""
        told = f"hãy viết “{better}”" if better else "hãy viết đầy đủ rồi để chữ tắt trong ngoặc"
        yield Match(
            f"“{short}” chưa được giải thích; ở lần dùng đầu {told}.",
            first.text,
            first.start,
            first.end,
            better,
        )


def _common_unexplained(manuscript: Manuscript) -> Iterator[Match]:
    return _unexplained(manuscript, common=True)


def _own_unexplained(manuscript: Manuscript) -> Iterator[Match]:
    return _unexplained(manuscript, common=False)


def _explained_late(manuscript: Manuscript) -> Iterator[Match]:
    for short, uses in manuscript.abbreviations.items():
        in_text = [use for use in uses if not use.text.place.field]  # a trích yếu, a title explain nothing
        if any(use.explains for use in in_text[1:]) and not in_text[0].explains:
            message = f"“{short}” dùng trước khi được giải thích; hãy đưa phần giải thích lên chỗ này."
            yield Match(message, in_text[0].text, in_text[0].start, in_text[0].end)


def _explained_again(manuscript: Manuscript) -> Iterator[Match]:
    for short, uses in manuscript.abbreviations.items():
        for _, again in pairwise(use for use in uses if use.explains):
            message = f"“{short}” đã được giải thích ở trên; ở đây chỉ cần viết một cách."
            yield Match(message, again.text, again.start, again.end)


def _unused(manuscript: Manuscript) -> Iterator[Match]:
    cells = {
        hit[0]
        for text in manuscript.texts
        if text.place.cell is not None
        for hit in SHORT.finditer(text.text)
    }
    for short, uses in manuscript.abbreviations.items():
        if len(uses) == 1 and uses[0].explains and short not in cells:
            message = f"“{short}” được giải thích nhưng không dùng lại; có thể bỏ phần trong ngoặc."
            yield Match(message, uses[0].text, uses[0].start, uses[0].end)


RULES = (
    Rule(
        "abbreviation-common",
        "info",
        "Chữ viết tắt thông dụng chưa giải thích",
        CUSTOM,
        _common_unexplained,
        bad=("Văn phòng UBND tỉnh đã tham mưu.", "Công tác CCHC được quan tâm."),
        good=(
            "Văn phòng Ủy ban nhân dân (UBND) tỉnh tham mưu UBND tỉnh.",
            "Kế hoạch số 12/KH-UBND",
            "Ủy ban nhân dân tỉnh (sau đây gọi là UBND tỉnh) ban hành; UBND tỉnh chỉ đạo.",
            "Ủy ban nhân dân tỉnh (UBND tỉnh) ban hành; UBND tỉnh chỉ đạo.",
            "UBND (Ủy ban nhân dân) tỉnh ban hành; UBND tỉnh chỉ đạo.",
        ),
    ),
    Rule(
        "abbreviation-own",
        "warning",
        "Chữ viết tắt riêng chưa giải thích",
        CUSTOM,
        _own_unexplained,
        bad=("Các đơn vị thuộc BQLDA đã báo cáo.", "Các đơn vị: BQLDA, TTYT, PGDCM đã báo cáo."),
        good=(
            "Ban Quản lý dự án (sau đây gọi tắt là BQLDA) đã báo cáo, BQLDA tiếp tục.",
            "Mã QR, ISO 9001, VNeID, phần II và III.",
            "Bộ chỉ số SIPAS, PAPI, PAR INDEX, DDCI, PCI; mạng WAN, LAN.",
            "Trung tâm Phục vụ hành chính công (TTPVHCC) tiếp nhận, TTPVHCC trả kết quả.",
            "PHÒNG NỘI VỤ",
        ),
    ),
    Rule(
        "abbreviation-late",
        "warning",
        "Chữ viết tắt dùng trước khi giải thích",
        CUSTOM,
        _explained_late,
        bad=("UBND tỉnh chỉ đạo.\nỦy ban nhân dân (UBND) tỉnh ban hành.",),
        good=(
            "Ủy ban nhân dân (UBND) tỉnh ban hành.\nUBND tỉnh chỉ đạo.",
            "Trích yếu: Công tác dân vận của UBND tỉnh\nỦy ban nhân dân (UBND) tỉnh; UBND tỉnh chỉ đạo.",
        ),
    ),
    Rule(
        "abbreviation-again",
        "info",
        "Chữ viết tắt giải thích hai lần",
        CUSTOM,
        _explained_again,
        bad=("Ủy ban nhân dân (UBND) tỉnh.\nỦy ban nhân dân (UBND) xã.",),
        good=("Ủy ban nhân dân (UBND) tỉnh, UBND xã.",),
    ),
    Rule(
        "abbreviation-unused",
        "info",
        "Chữ viết tắt giải thích mà không dùng lại",
        CUSTOM,
        _unused,
        bad=("Công tác cải cách hành chính (CCHC) được quan tâm.",),
        good=(
            "Công tác cải cách hành chính (CCHC) được quan tâm; CCHC là trọng tâm.",
            "Dân tộc thiểu số (DTTS), đặc biệt khó khăn (ĐBKK): vùng DTTS, ĐBKK.",
        ),
    ),
)
