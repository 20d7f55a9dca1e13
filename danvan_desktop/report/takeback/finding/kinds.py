"""Of what kind a unit is, and whether its number is another: what style and typed label say together.

A style is no proof of a kind: who types a paragraph anew after a triple click gets the style of the next one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import get_args

from danvan_desktop.frozen import frozen
from danvan_desktop.report.model import Numbering, Paragraph, Role
from danvan_desktop.report.numbering import number_blocks, parse_decimal, parse_roman, roman
from danvan_desktop.report.takeback.finding.units import Unit

_ROLES = frozenset(get_args(Role))
_NUMBERED = frozenset({"heading", "clause", "point"})


@frozen
class UnitSort:
    """A role of a paragraph with its level; role "section" is the heading of a Mục."""

    role: str
    level: int = 1


def sort_of(unit: Unit) -> UnitSort:
    """Say what a unit is by itself."""
    block = unit.block
    if unit.kind == "section":
        return UnitSort("section")
    role = block.role if block.role in _ROLES else "body"
    if role == "body" and block.typed_role:
        return UnitSort(block.typed_role, block.level)
    return UnitSort(role, 1 if role in {"body", "point"} else block.level)


def sort_after(old: Unit, new: Unit) -> UnitSort:
    """Say what ``old`` became: what it was, unless somebody made something else of it."""
    was, now = sort_of(old), sort_of(new)
    if was == now or new.kind not in {"paragraph", "section"} or _took_style_of_gone(old, new):
        return was
    is_same_text = old.key == new.key
    is_other_sign = _sign(old.block.label) != _sign(new.block.label)
    has_mark = bool(set(old.ids) & set(new.ids))
    if (has_mark or is_same_text) and _is_at_other_level(old, new):
        return now
    is_sure = has_mark or (is_same_text and is_other_sign)
    if new.block.has_own_style and is_sure and new.block.role != old.block.role:
        if new.block.role == "body" and new.block.label == old.block.label and new.block.label:
            return UnitSort("body")  # its style was taken away, the typed number stayed
        return now
    if not is_other_sign:
        return was if old.block.label or not is_same_text or new.block.role == old.block.role else now
    fits = was.role in _NUMBERED | {"section"} and _fits(was, new.block.label)
    return now if new.block.label and not fits else was


def _is_at_other_level(old: Unit, new: Unit) -> bool:
    """Tell whether a heading or khoản was promoted or demoted: its style and its number say so together."""
    one, other = old.block, new.block
    is_same_role = one.role == other.role and one.role in {"heading", "clause"}
    depth = len(parse_decimal(other.label) or ())
    return is_same_role and other.has_own_style and other.level != one.level and depth == other.level


def lost_number(old: Unit, new: Unit) -> bool:
    """Tell whether only the number before a heading or a khoản was taken away."""
    is_same_style = new.block.has_own_style and new.block.role == old.block.role
    return is_same_style and old.block.role in {"heading", "clause", "section"} and old.key == new.key


def role_named(name: str) -> Role:
    """Give the role of a paragraph of this sort; what is none is running text."""
    roles: dict[str, Role] = {"heading": "heading", "clause": "clause", "point": "point", "item": "item"}
    return roles.get(name, "body")


def _took_style_of_gone(old: Unit, new: Unit) -> bool:
    """Tell whether its style may be that of the paragraph taken out before it."""
    return new.block.is_behind_gone and _sign(old.block.label) == _sign(new.block.label)


def _sign(label: str) -> str:
    """What is alike in "a)" and "b)"."""
    if not label:
        return ""
    if label in "-+":
        return label
    return "a)" if label.endswith(")") else "1."


def _fits(sort: UnitSort, label: str) -> bool:
    if sort.role == "point":
        return _sign(label) == "a)"
    return _sign(label) == "1."


def automatic_labels(news: Sequence[Unit], sorts: Mapping[int, UnitSort]) -> dict[int, str]:
    """Give the numbers that the units that came back would have if all were counted, by their place."""
    found: dict[int, str] = {}
    reached = 0
    blocks: list[Paragraph] = []

    def count() -> None:
        for block in number_blocks(tuple(blocks)):
            if isinstance(block, Paragraph) and block.number:
                found[block.id] = block.number
        blocks.clear()

    for unit in news:
        sort = sorts.get(unit.index) or sort_of(unit)
        if sort.role == "section":
            count()
            if unit.block.label:
                reached += 1
                found[unit.index] = roman(reached) + "."
                reached = parse_roman(unit.block.label) or reached
        elif unit.kind in {"annex", "part"}:
            count()
            reached = 0 if unit.kind == "part" else reached
        elif unit.kind == "paragraph" and sort.role in _ROLES:
            blocks.append(_as_block(unit, sort))
    count()
    return found


def _as_block(unit: Unit, sort: UnitSort) -> Paragraph:
    is_numbered = sort.role in _NUMBERED and bool(unit.block.label)
    numbering: Numbering = "auto" if is_numbered else "none"
    role: Role = next(each for each in get_args(Role) if each == sort.role)
    return replace(Paragraph(unit.index, role, sort.level, numbering=numbering), runs=unit.runs)
