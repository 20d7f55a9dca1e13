"""The ``.danvan`` file format: a report to JSON text and back, with upgrades of older formats.

``resources/danvan.schema.json`` is the contract. The text is the same for equal reports; keys and
block types of a later release are kept; an older format is upgraded, a newer one is refused.
"""

import json
import re
from collections.abc import Callable, Sequence
from typing import Any

from danvan_desktop.errors import UserError
from danvan_desktop.report.codec.decode import Misfit, canonical, decode, whole_characters
from danvan_desktop.report.codec.encode import JsonObject, encode
from danvan_desktop.report.codec.verify import verified
from danvan_desktop.report.model import FORMAT, Report

Upgrade = Callable[[JsonObject], JsonObject]

UPGRADES: tuple[Upgrade, ...] = ()
"""Step n brings the object of format danvan/n to danvan/n+1; each is pure and leaves its input alone."""

DEEPEST = 64
"""Lists and objects inside one another; the format itself needs ten."""

MOST_PARTS = 2_000_000
"""Commas, colons and opening brackets in a file: some 8,000 pages. More would only fill the memory."""

_REMEDY = (
    "Hãy lấy lại báo cáo từ bản sao (menu Tệp, mục Sao lưu và khôi phục…), hoặc nhập lại từ tệp Word, PDF."
)
_TOO_DEEP = "các danh sách lồng nhau quá sâu"
_FOREIGN = "Tệp này không phải là báo cáo của Danvan Desktop. Hãy chọn một tệp .danvan khác."


def to_json(report: Report) -> str:
    """Write ``report`` as the text of a ``.danvan`` file; equal reports give equal text."""
    text = json.dumps(to_dict(report), ensure_ascii=False, allow_nan=False, indent=1)
    return whole_characters(text) + "\n"


def to_one_line(report: Report) -> str:
    """Write the same on one line, a third shorter and in a third of the time: for the program's own store."""
    return whole_characters(json.dumps(to_dict(report), ensure_ascii=False, allow_nan=False))


def from_json(text: str) -> Report:
    """Read the text of a ``.danvan`` file.

    Raises:
        UserError: the text is no report, is damaged (the message names the place), or is too new.
    """
    return from_dict(parse(text))


def parse(text: str) -> JsonObject:
    """Parse the text of a ``.danvan`` file without asking what its keys mean.

    Raises:
        UserError: it is no JSON object, damaged, or too large.
    """
    if not text.strip("\ufeff \t\r\n\0"):
        raise UserError(f"Tệp báo cáo rỗng. {_REMEDY}")
    if sum(map(text.count, "{[,:")) > MOST_PARTS:
        raise UserError("Tệp báo cáo có quá nhiều phần tử nên không mở được. Hãy chọn một tệp .danvan khác.")
    try:
        raw = json.loads(
            text.removeprefix("\ufeff"), object_pairs_hook=_without_twins, parse_constant=_no_number
        )
    except Misfit as error:
        raise damaged(error) from error
    except RecursionError as error:
        raise damaged(Misfit("", _TOO_DEEP)) from error
    except json.JSONDecodeError as error:
        raise UserError(
            f"Không đọc được tệp báo cáo: nội dung hỏng hoặc bị cắt ở dòng {error.lineno}, "
            f"cột {error.colno}. {_REMEDY}"
        ) from error
    except ValueError as error:  # a whole number of more than 4300 digits
        raise damaged(Misfit("", "có số quá dài")) from error
    if not isinstance(raw, dict):
        raise UserError(_FOREIGN)
    return raw


def to_dict(report: Report) -> JsonObject:
    """Turn ``report`` into the JSON object of its file."""
    content: JsonObject = {"format": FORMAT, **encode(report)}
    # In the order of the alphabet at every depth: earlier releases wrote them so.
    content["attachments"] = json.loads(canonical(content["attachments"]))
    return content


def from_dict(raw: object) -> Report:
    """Read a parsed JSON object of any format up to this one; ``raw`` is left as it is.

    Raises:
        UserError: as :func:`from_json`.
    """
    if not isinstance(raw, dict):
        raise UserError(_FOREIGN)
    try:
        return _read(upgrade(raw, UPGRADES))
    except Misfit as error:
        raise damaged(error) from error
    except ValueError as error:  # a number beyond the floats
        raise damaged(Misfit("", "có số quá dài")) from error


def _read(raw: JsonObject) -> Report:
    if _too_deep(raw):
        raise Misfit("", _TOO_DEEP)
    return verified(decode(Report, {key: value for key, value in raw.items() if key != "format"}))


def upgrade(raw: JsonObject, steps: Sequence[Upgrade]) -> JsonObject:
    """Bring ``raw`` to the newest format, which is one more than there are ``steps``.

    Raises:
        UserError: it names no format of ours, or one newer than the newest.
    """
    newest = len(steps) + 1
    number = _release(raw)
    if number > newest:
        raise UserError(
            f"Báo cáo này do một phiên bản mới hơn của phần mềm ghi (định dạng {number}, máy này "
            f"đọc được đến {newest}); hãy cài phiên bản mới nhất rồi mở lại."
        )
    for step in steps[number - 1 :]:
        raw = step(raw)
    return raw


def _release(raw: JsonObject) -> int:
    name = raw.get("format")
    match = re.fullmatch(r"danvan/([1-9][0-9]{0,5})", name) if isinstance(name, str) else None
    if match is None:
        raise UserError(_FOREIGN)
    return int(match[1])


def damaged(error: Misfit) -> UserError:
    """Say of a file that it is damaged, where, and what to do."""
    where = f" ở chỗ “{error.place}”" if error.place else ""
    return UserError(f"Tệp báo cáo bị hỏng{where}: {error.reason}. {_REMEDY}")


def _without_twins(pairs: list[tuple[str, Any]]) -> JsonObject:
    """Refuse an object that names a key twice: one of the two would be lost without a word."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twin = next(name for name in found if names.count(name) > 1)
        raise Misfit(whole_characters(twin), "mục này được ghi hai lần")
    return found


def _no_number(name: str) -> None:
    raise Misfit("", f"{name} không phải là số")


def _too_deep(raw: object) -> bool:
    """Tell whether lists and objects stand deeper than :data:`DEEPEST`, without recursion."""
    level = [raw]
    for _ in range(DEEPEST):
        inner: list[object] = []
        for value in level:
            if isinstance(value, dict):
                inner.extend(value.values())
            elif isinstance(value, list):
                inner.extend(value)
        if not inner:
            return False
        level = inner
    return True
