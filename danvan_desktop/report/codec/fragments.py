"""What can be read of a damaged ``.danvan`` text: its paragraphs and tables, one by one."""

import json
import re
import uuid
from collections.abc import Iterable, Iterator
from datetime import datetime

from danvan_desktop.errors import UserError
from danvan_desktop.report.codec.danvan_file import from_json
from danvan_desktop.report.codec.decode import BLOCK_TYPES, Misfit, decode
from danvan_desktop.report.integrity import grid_problem
from danvan_desktop.report.model import Block, Paragraph, Report, Run, Section, Table

_BLOCK = re.compile(r'\{\s*"type":\s*"(?:paragraph|table)"')
_DECODER = json.JSONDecoder()
_TITLE = "PHẦN ĐỌC ĐƯỢC CỦA BÁO CÁO HỎNG"


def readable_report(texts: Iterable[str], subject: str, year: int, now: datetime) -> Report | None:
    """Make a report of all blocks that can be read in ``texts``; None where there is none.

    A text that is still a report comes back as such; of others the paragraphs and tables stand in one
    section, in their order, each once. The report has an identity of its own.
    """
    found: dict[int, Block] = {}
    for text in texts:
        try:
            whole = from_json(text)
        except UserError:
            for block in _blocks(text):
                found.setdefault(block.id, block)
        else:
            return whole
    if not any(_says_something(block) for block in found.values()):
        return None
    section = Section(max(found) + 1, number="I.", title=(Run(_TITLE),), blocks=tuple(found.values()))
    return Report(
        id=str(uuid.uuid4()),
        modified=now,
        year=year,
        subject=subject,
        next_id=section.id + 1,
        sections=(section,),
    )


def _says_something(block: Block) -> bool:
    return not isinstance(block, Paragraph) or any(run.text.strip() for run in block.runs)


def _blocks(text: str) -> Iterator[Paragraph | Table]:
    place = 0
    while match := _BLOCK.search(text, place):
        place = match.end()
        try:
            raw, place = _DECODER.raw_decode(text, match.start())
            block = decode(BLOCK_TYPES[raw.pop("type")], raw)
        except (ValueError, Misfit, RecursionError, KeyError):
            continue
        if "\ufffd" not in text[match.start() : place] and not (
            isinstance(block, Table) and grid_problem(block)
        ):
            yield block
