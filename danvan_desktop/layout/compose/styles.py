"""All paragraph styles of the document, built from the office's settings.

The same names are the styles of the Word file; the formatting of each is defined here and nowhere else.
"""

from dataclasses import replace

from danvan_desktop.frozen import frozen
from danvan_desktop.layout import nd30
from danvan_desktop.layout.document import Align, NamedStyle, ParagraphBorder
from danvan_desktop.layout.nd30 import mm, pt, single_pitch
from danvan_desktop.report.model import Alignment, Settings


@frozen
class Styles:
    """The styles of one document."""

    # Head
    parent_agency: NamedStyle
    agency: NamedStyle
    national_name: NamedStyle
    motto: NamedStyle
    number: NamedStyle
    date: NamedStyle
    stamp: NamedStyle
    stamp_room: NamedStyle
    draft: NamedStyle
    circulation: NamedStyle
    kind: NamedStyle
    subject: NamedStyle
    address: NamedStyle
    address_label: NamedStyle
    address_list: NamedStyle
    legal_basis: NamedStyle
    # Text
    body: NamedStyle
    part: NamedStyle
    part_title: NamedStyle
    section: NamedStyle
    headings: tuple[NamedStyle, ...]
    clause: NamedStyle
    point: NamedStyle
    item: NamedStyle
    caption: NamedStyle
    cells: dict[Alignment, NamedStyle]
    cell_header: NamedStyle
    # End
    recipients_label: NamedStyle
    recipient: NamedStyle
    signing: NamedStyle
    other_position: NamedStyle
    signer: NamedStyle
    signer_below: NamedStyle
    annex_label: NamedStyle
    annex_title: NamedStyle
    annex_source: NamedStyle
    page_number: NamedStyle
    line_number: NamedStyle

    def heading(self, level: int) -> NamedStyle:
        """The style of a khoản có tiêu đề: level 1 is "1.", level 2 "1.1."."""
        return self.headings[min(max(level, 1), len(self.headings)) - 1]

    def running(self) -> tuple[NamedStyle, ...]:
        """The styles of running text, as against titles, cells and the like."""
        return self.body, self.clause, self.point, self.item

    def all(self) -> tuple[NamedStyle, ...]:
        """Every style once, in the order of this class."""
        listed: list[NamedStyle] = []
        for name in self.__dataclass_fields__:
            value = getattr(self, name)
            if isinstance(value, NamedStyle):
                listed.append(value)
            else:
                listed.extend(value.values() if isinstance(value, dict) else value)
        return tuple(listed)


def make_styles(settings: Settings) -> Styles:
    """The styles for an office's ``settings``."""
    sizes = nd30.SIZES[settings.size_set]
    head = _head(sizes)
    text = _text(settings, sizes)
    body: NamedStyle = text["body"]
    return Styles(
        **head,
        **text,
        headings=tuple(_heading(body, level) for level in (1, 2, 3, 4)),
        cells={align: _cell(sizes, align) for align in _CELL_TITLES},
        **_end(sizes),
        **_annex(sizes),
        legal_basis=replace(body, name="legal_basis", title="Căn cứ", italic=True),
    )


def _centred(name: str, title: str, size: int, pitch: int) -> NamedStyle:
    return NamedStyle(name=name, title=title, size=size, align="center", pitch=pitch)


def _head(sizes: nd30.Sizes) -> dict[str, NamedStyle]:
    # One pitch for both columns: with an exact pitch the baselines then stand level whatever the sizes.
    first = single_pitch(max(sizes.national_name, sizes.agency))
    second = single_pitch(max(sizes.motto, sizes.agency))
    third = single_pitch(max(sizes.number, sizes.date))
    title = single_pitch(sizes.title)
    parent = _centred("parent_agency", "Cơ quan chủ quản", sizes.agency, first)
    agency = replace(_centred("agency", "Cơ quan ban hành", sizes.agency, second), bold=True)
    national = replace(_centred("national_name", "Quốc hiệu", sizes.national_name, first), bold=True)
    motto = replace(_centred("motto", "Tiêu ngữ", sizes.motto, second), bold=True)
    date = replace(_centred("date", "Địa danh và ngày tháng", sizes.date, third), italic=True)
    kind = replace(
        _centred("kind", "Title", sizes.title, title), bold=True, before=nd30.TITLE_BEFORE, keep_next=True
    )
    subject = replace(
        _centred("subject", "Subtitle", sizes.title, title), bold=True, keep_next=True, keep_lines=True
    )
    address = replace(_centred("address", "Kính gửi", sizes.body, title), before=pt(6), keep_next=True)
    return {
        "parent_agency": parent,
        "agency": agency,
        "national_name": national,
        "motto": motto,
        "number": _centred("number", "Số và ký hiệu", sizes.number, third),
        "date": date,
        **_marks(sizes),
        "kind": kind,
        "subject": subject,
        "address": address,
        "address_label": replace(
            address, name="address_label", title="Kính gửi nhiều nơi", align="left", left=nd30.ADDRESS_LEFT
        ),
        "address_list": replace(
            address, name="address_list", title="Danh sách kính gửi", align="left", before=0
        ),
    }


def _marks(sizes: nd30.Sizes) -> dict[str, NamedStyle]:
    frame = ParagraphBorder(nd30.RULE_THICKNESS, nd30.STAMP_PADDING)
    inner = nd30.STAMP_HEIGHT - 2 * frame.padding - frame.thickness
    stamp = replace(
        _centred("stamp", "Dấu chỉ mức độ khẩn", sizes.body, inner),
        bold=True,
        before=nd30.STAMP_BEFORE,
        colour="red",
        frame=frame,
    )
    return {
        "stamp": stamp,
        "stamp_room": NamedStyle(
            "stamp_room", "Chỗ đóng dấu khẩn", sizes.body, before=nd30.STAMP_BEFORE, pitch=nd30.STAMP_HEIGHT
        ),
        "draft": replace(
            _centred("draft", "Dự thảo", sizes.body, single_pitch(sizes.body)), bold=True, before=pt(3)
        ),
        "circulation": replace(
            stamp,
            name="circulation",
            title="Chỉ dẫn lưu hành",
            before=0,
            after=nd30.STAMP_BEFORE,
            colour="black",
        ),
    }


def _text(settings: Settings, sizes: nd30.Sizes) -> dict[str, NamedStyle]:
    body = NamedStyle(
        name="body",
        title="Body Text",
        size=sizes.body,
        align="justify",
        first_line=mm(settings.first_line_mm),
        before=pt(settings.space_before_pt),
        pitch=pt(settings.line_pitch_pt),
        widow_control=True,
    )
    title = replace(body, bold=True, keep_next=True, keep_lines=True)
    centred = replace(title, align="center", first_line=0)
    table = sizes.table
    return {
        "body": body,
        "clause": replace(body, name="clause", title="Khoản"),
        "point": replace(body, name="point", title="Điểm"),
        "item": replace(body, name="item", title="Gạch đầu dòng"),
        "part": replace(centred, name="part", title="Phần", outline=0),
        "part_title": replace(centred, name="part_title", title="Tên phần", before=0),
        "section": replace(title, name="section", title="Heading 1", align="left", outline=0),
        "caption": replace(centred, name="caption", title="Caption", size=table, pitch=single_pitch(table)),
        "cell_header": replace(
            _cell(sizes, "center"), name="cell_header", title="Đầu bảng", bold=True, align="center"
        ),
    }


def _heading(body: NamedStyle, level: int) -> NamedStyle:
    return replace(
        body,
        name=f"heading{level}",
        title=f"Heading {level + 1}",
        bold=True,
        keep_next=True,
        keep_lines=True,
        outline=level,
    )


_CELL_TITLES: dict[Alignment, str] = {
    "left": "Ô bảng",
    "center": "Ô bảng canh giữa",
    "right": "Ô bảng canh phải",
    "justify": "Ô bảng canh đều",
}


def _cell(sizes: nd30.Sizes, align: Align) -> NamedStyle:
    return NamedStyle(
        name=f"cell_{align}",
        title=_CELL_TITLES[align],
        size=sizes.table,
        align=align,
        before=nd30.TABLE_CELL_GAP,
        after=nd30.TABLE_CELL_GAP,
        pitch=single_pitch(sizes.table),
    )


def _end(sizes: nd30.Sizes) -> dict[str, NamedStyle]:
    pitch = round(sizes.signing * 10 * nd30.SIGNING_PITCH_SHARE)
    signing = replace(_centred("signing", "Quyền hạn và chức vụ", sizes.signing, pitch), bold=True)
    return {
        # The signing lines' pitch, so that both columns begin level.
        "recipients_label": NamedStyle(
            name="recipients_label",
            title="Nơi nhận",
            size=nd30.RECIPIENTS_LABEL_SIZE,
            bold=True,
            italic=True,
            pitch=pitch,
        ),
        "recipient": NamedStyle(
            name="recipient",
            title="Danh sách nơi nhận",
            size=nd30.RECIPIENTS_SIZE,
            pitch=single_pitch(nd30.RECIPIENTS_SIZE),
        ),
        "signing": signing,
        "other_position": replace(
            signing, name="other_position", title="Chức vụ khác của người ký", before=nd30.SIGNATURE_ROOM
        ),
        "signer": replace(signing, name="signer", title="Họ và tên người ký", before=nd30.SIGNATURE_ROOM),
        "signer_below": replace(signing, name="signer_below", title="Họ và tên dưới chức vụ khác"),
    }


def _annex(sizes: nd30.Sizes) -> dict[str, NamedStyle]:
    label = replace(
        _centred("annex_label", "Phụ lục", nd30.ANNEX_LABEL_SIZE, single_pitch(nd30.ANNEX_LABEL_SIZE)),
        bold=True,
        keep_next=True,
        outline=0,
    )
    return {
        "annex_label": label,
        "annex_title": replace(
            label,
            name="annex_title",
            title="Tên phụ lục",
            size=sizes.body,
            keep_lines=True,
            outline=None,
        ),
        "annex_source": replace(
            _centred("annex_source", "Kèm theo", sizes.body, single_pitch(sizes.body)),
            italic=True,
            keep_next=True,
            keep_lines=True,
        ),
        "page_number": _centred(
            "page_number", "Header", nd30.PAGE_NUMBER_SIZE, single_pitch(nd30.PAGE_NUMBER_SIZE)
        ),
        "line_number": NamedStyle(
            "line_number",
            "line number",
            nd30.LINE_NUMBER_SIZE,
            align="right",
            pitch=single_pitch(nd30.LINE_NUMBER_SIZE),
        ),
    }
