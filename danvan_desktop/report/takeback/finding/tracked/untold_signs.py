"""Tracked changes of which nothing else tells: the last net, so that nobody who tracked is passed over."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from danvan_desktop.report.takeback.model import NotTaken, ReturnedFile, Revision, SignKind
from danvan_desktop.report.takeback.wording import quoted, revision_text

_NAMES: Mapping[SignKind, str] = {
    "words": "sửa ở đoạn này",
    "end": "kiểu chữ của dấu hết đoạn",
    "table": "định dạng của bảng, hàng hoặc ô",
    "merge": "gộp hoặc tách ô",
    "page": "khổ giấy, lề, cách trình bày trang",
    "number": "cách đánh số tự động",
    "control": "khung nhập nội dung",
    "header": "đầu trang, chân trang",
    "note": "chú thích",
    "comment": "chữ của ý kiến góp ý",
    "object": "ảnh hoặc công thức",
}


def untold_signs(
    base: ReturnedFile, returned: ReturnedFile, told: Iterable[Revision], left: Iterable[NotTaken]
) -> Iterator[NotTaken]:
    """Name what was tracked and is told neither by a change of ``told`` nor by what is ``left``."""
    known = {revision_text(who) for who in told}
    said = "\n".join(each.text for each in left)
    before = {(each.kind, each.revision) for each in base.signs}
    found = defaultdict[tuple[SignKind, str], dict[str, None]](dict)
    words = defaultdict[tuple[SignKind, str], dict[str, None]](dict)
    for sign in returned.signs:
        who = revision_text(sign.revision)
        is_told = sign.kind == "words" and (who in known or who in said)
        if is_told or (sign.kind, sign.revision) in before:
            continue
        place = sign.kind, sign.near if sign.kind != "comment" else ""
        found[place][who] = None
        if sign.words and sign.kind != "object":
            words[place][quoted(sign.words)] = None
    for place, people in found.items():
        kind, near = place
        what = f"{_NAMES[kind]} {', '.join(words[place])}".strip()
        text = f"Sửa có theo dõi nhưng báo cáo không chứa được: {what} ({'; '.join(people)})."
        yield NotTaken("tracked", text, place=near if kind != "header" else "Đầu trang, chân trang")
