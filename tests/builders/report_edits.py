"""Edits of a report as a clerk makes them, chosen by dice: of words, blocks, sections and fields."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

from danvan_desktop.report.diff.words import joined
from danvan_desktop.report.model import (
    Annex,
    Block,
    Paragraph,
    PartialDate,
    Report,
    Run,
    Runs,
    Section,
    Table,
    plain,
)
from danvan_desktop.report.numbering import renumber
from danvan_desktop.report.walk import block_lists

_PROSE = "công tác dân vận năm 2025, đạt 98,5%; nhân dân đồng thuận. Tổ chức “Dân vận khéo” (mới)"
WORDS = _PROSE.split()
Lists = list[list[Block]]


def edited(report: Report, dice: Random, times: int = 1) -> Report:
    """Give ``report`` after so many edits, its automatic numbers computed."""
    for _ in range(times):
        report = dice.choice(_EDITS)(report, dice)
    return renumber(report)


def typed(report: Report, dice: Random, times: int = 1) -> Report:
    """Give ``report`` after so many paragraphs and cells were typed into."""
    for _ in range(times):
        report = _type(report, dice)
    return report


def worked_on(report: Report, dice: Random) -> Report:
    """Give ``report`` after ten minutes: three paragraphs came, as many went, five were typed into."""
    for act in (_add, _add, _add, _remove, _remove, _remove):
        report = act(report, dice)
    return renumber(typed(report, dice, 5))


def _with_lists(report: Report, change: Callable[[Lists], None]) -> Report:
    """Let ``change`` work on all lists of blocks: opening, sections, closing, annexes."""
    lists = [list(blocks) for _, blocks in block_lists(report)]
    change(lists)
    sections, annexes = len(report.sections), len(report.annexes)
    middle, last = lists[1 : 1 + sections], lists[2 + sections : 2 + sections + annexes]
    return replace(
        report,
        opening=tuple(lists[0]),
        sections=tuple(
            replace(each, blocks=tuple(blocks)) for each, blocks in zip(report.sections, middle, strict=True)
        ),
        closing=tuple(lists[1 + sections]),
        annexes=tuple(
            replace(each, blocks=tuple(blocks)) for each, blocks in zip(report.annexes, last, strict=True)
        ),
    )


def _place(lists: Lists, dice: Random) -> tuple[list[Block], int] | None:
    filled = [each for each in lists if each]
    if not filled:
        return None
    chosen = dice.choice(filled)
    return chosen, dice.randrange(len(chosen))


def _words(dice: Random, most: int = 9) -> str:
    return " ".join(dice.choices(WORDS, k=dice.randint(1, most)))


def _type(report: Report, dice: Random) -> Report:
    def change(lists: Lists) -> None:
        found = _place(lists, dice)
        if found is None:
            return
        blocks, at = found
        block = blocks[at]
        if isinstance(block, Paragraph):
            blocks[at] = replace(block, runs=_retyped(block.runs, dice))
        elif isinstance(block, Table):
            blocks[at] = _with_cell(block, dice)

    return _with_lists(report, change)


def _retyped(runs: Runs, dice: Random) -> Runs:
    words = plain(runs).split(" ")
    at = dice.randint(0, len(words))
    words[at : at + dice.randint(0, 2)] = _words(dice, 3).split(" ") if dice.random() < 0.8 else []
    text = " ".join(words)
    cut = dice.randint(0, len(text))
    return joined((Run(text[:cut], bold=dice.random() < 0.3), Run(text[cut:], italic=dice.random() < 0.3)))


def _with_cell(table: Table, dice: Random) -> Table:
    y, x = dice.randrange(len(table.rows)), dice.randrange(len(table.columns))
    cell = table.rows[y][x]
    if cell is None:
        return table
    row = list(table.rows[y])
    row[x] = replace(cell, paragraphs=((Run(_words(dice)),),))
    return replace(table, rows=(*table.rows[:y], tuple(row), *table.rows[y + 1 :]))


def _add(report: Report, dice: Random) -> Report:
    made = Paragraph(report.next_id, runs=(Run(_words(dice, 20)),))

    def change(lists: Lists) -> None:
        chosen = dice.choice(lists)
        chosen.insert(dice.randint(0, len(chosen)), made)

    return replace(_with_lists(report, change), next_id=report.next_id + 1)


def _remove(report: Report, dice: Random) -> Report:
    def change(lists: Lists) -> None:
        found = _place(lists, dice)
        if found is not None:
            del found[0][found[1]]

    return _with_lists(report, change)


def _move(report: Report, dice: Random) -> Report:
    def change(lists: Lists) -> None:
        found = _place(lists, dice)
        if found is not None:
            block = found[0].pop(found[1])
            target = dice.choice(lists)
            target.insert(dice.randint(0, len(target)), block)

    return _with_lists(report, change)


def _split(report: Report, dice: Random) -> Report:
    def change(lists: Lists) -> None:
        found = _place(lists, dice)
        if found is None:
            return
        blocks, at = found
        block = blocks[at]
        words = plain(block.runs).split(" ") if isinstance(block, Paragraph) else []
        if isinstance(block, Paragraph) and len(words) > 1:
            cut = dice.randrange(1, len(words))
            blocks[at : at + 1] = [
                replace(block, runs=(Run(" ".join(words[:cut])),)),
                replace(block, id=report.next_id, runs=(Run(" ".join(words[cut:])),)),
            ]

    return replace(_with_lists(report, change), next_id=report.next_id + 1)


def _merge(report: Report, dice: Random) -> Report:
    def change(lists: Lists) -> None:
        found = _place(lists, dice)
        if found is None:
            return
        blocks, at = found
        pair = blocks[at : at + 2]
        if len(pair) == 2 and isinstance(pair[0], Paragraph) and isinstance(pair[1], Paragraph):
            blocks[at : at + 2] = [replace(pair[0], runs=joined((*pair[0].runs, Run(" "), *pair[1].runs)))]

    return _with_lists(report, change)


def _clear_tab(report: Report, dice: Random) -> Report:
    return _with_lists(report, lambda lists: dice.choice(lists).clear())


def _add_section(report: Report, dice: Random) -> Report:
    section = Section(
        report.next_id,
        title=(Run(_words(dice)),),
        blocks=(Paragraph(report.next_id + 1, runs=(Run(_words(dice)),)),),
    )
    sections = list(report.sections)
    sections.insert(dice.randint(0, len(sections)), section)
    return replace(report, sections=tuple(sections), next_id=report.next_id + 2)


def _remove_section(report: Report, dice: Random) -> Report:
    sections = list(report.sections)
    if sections:
        del sections[dice.randrange(len(sections))]
    return replace(report, sections=tuple(sections))


def _move_section(report: Report, dice: Random) -> Report:
    return replace(report, sections=tuple(dice.sample(report.sections, len(report.sections))))


def _rename_section(report: Report, dice: Random) -> Report:
    if not report.sections:
        return report
    at = dice.randrange(len(report.sections))
    changed = replace(report.sections[at], title=(Run(_words(dice)),))
    return replace(report, sections=(*report.sections[:at], changed, *report.sections[at + 1 :]))


def _add_annex(report: Report, dice: Random) -> Report:
    annex = Annex(report.next_id, title=(Run(_words(dice)),))
    return replace(report, annexes=(*report.annexes, annex), next_id=report.next_id + 1)


def _remove_annex(report: Report, dice: Random) -> Report:
    return replace(report, annexes=report.annexes[1:])


def _fill_field(report: Report, dice: Random) -> Report:
    text = _words(dice)
    head, signature = report.letterhead, report.signature
    return dice.choice(
        (
            replace(report, subject=text),
            replace(report, letterhead=replace(head, agency=text)),
            replace(report, letterhead=replace(head, issued_on=PartialDate(2025, dice.randint(1, 12)))),
            replace(report, recipients=(*report.recipients, text)),
            replace(report, addressees=(text,)),
            replace(report, signature=replace(signature, signer=text)),
            replace(report, legal_bases=(*report.legal_bases, (Run(text),))),
        )
    )


_EDITS = (
    *(_type,) * 6,
    *(_add,) * 3,
    *(_remove,) * 2,
    *(_move,) * 2,
    *(_split,) * 2,
    *(_merge,) * 2,
    *(_clear_tab, _add_section, _remove_section, _move_section, _rename_section),
    *(_add_annex, _remove_annex, _fill_field, _fill_field),
)
