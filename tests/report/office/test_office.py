"""An office is taken out of one report and put into the next."""

from dataclasses import replace
from datetime import UTC, datetime

from danvan_desktop.report.full_text import all_text
from danvan_desktop.report.lifecycle.outlines import new_report, outlines
from danvan_desktop.report.model import (
    Filing,
    ImportNote,
    Letterhead,
    Paragraph,
    Report,
    Run,
    Signature,
    plain,
)
from danvan_desktop.report.office.office import (
    Office,
    filled_from,
    filled_names,
    filled_on_import,
    merged,
    names_of,
    office_of,
    place_in,
    same_office,
    with_office,
    with_words_of,
)

NOW = datetime(2026, 11, 24, tzinfo=UTC)
DEPUTY = Signature(("KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"), None, "Nguyễn Văn A")
OLD = Report(
    "r",
    NOW,
    2025,
    "Kết quả công tác Dân vận năm 2025",
    letterhead=Letterhead("UBND TỈNH A", "VĂN PHÒNG", "12", "BC-VP", "Thành phố B"),
    opening=(Paragraph(1, runs=(Run("Thực hiện Công văn số 1, Văn phòng UBND tỉnh báo cáo như sau:"),)),),
    recipients=("Sở Nội vụ",),
    filing=Filing("VP1", 3, "NVA"),
    signature=DEPUTY,
)


def test_an_office_is_what_a_report_shows_of_it() -> None:
    assert office_of(OLD) == Office(
        "UBND TỈNH A",
        "VĂN PHÒNG",
        "Văn phòng UBND tỉnh",
        "BC-VP",
        "Thành phố B",
        (DEPUTY,),
        (),
        ("Sở Nội vụ",),
        ("VP1",),
    )
    assert office_of(OLD).title == "VĂN PHÒNG – UBND TỈNH A"


def test_a_new_report_is_filled_from_its_office() -> None:
    report = with_office(new_report(outlines()[0], 2026, NOW), office_of(OLD))
    head = report.letterhead
    assert (head.parent_agency, head.agency, head.number) == ("UBND TỈNH A", "VĂN PHÒNG", None)
    assert (head.symbol, head.place) == ("BC-VP", "Thành phố B")
    assert (report.signature, report.recipients, report.filing.unit) == (DEPUTY, ("Sở Nội vụ",), "VP1")
    first = report.opening[0]
    assert isinstance(first, Paragraph)
    assert plain(first.runs).endswith("Văn phòng UBND tỉnh báo cáo kết quả như sau:")
    assert report.year == 2026


SECOND = Office("ỦY BAN NHÂN DÂN TỈNH LAM SƠN", "SỞ DU LỊCH")


def test_a_second_office_of_which_only_the_name_is_known_leaves_the_rest_open() -> None:
    for outline in outlines():
        made = with_office(new_report(outline, 2026, NOW, SECOND.named_in_text), SECOND)
        assert (made.signature, made.recipients, made.filing.unit) == (Signature(), (), None)
        assert (made.letterhead.symbol, made.letterhead.place) == (None, None)
        assert "Văn phòng" not in all_text(made)
        assert all_text(made).count("Sở Du lịch") == 2
    own = replace(new_report(outlines()[0], 2026, NOW), signature=DEPUTY, recipients=("Phòng A",))
    assert with_office(own, SECOND).signature == Signature(), (
        "nor does an outline of one's own lend its signer"
    )


def test_a_second_office_takes_nothing_of_the_first_along() -> None:
    closed = replace(
        OLD, closing=(Paragraph(2, runs=(Run("Văn phòng Uỷ ban nhân dân tỉnh kính báo cáo."),)),)
    )
    changed = filled_from(closed, SECOND, only_blank=False)
    text = all_text(changed)
    assert "Văn phòng" not in text
    assert "VĂN PHÒNG" not in text
    assert (changed.signature, changed.recipients, changed.filing.unit) == (Signature(), (), None)
    assert (changed.letterhead.symbol, changed.letterhead.place) == (None, "Thành phố B")
    assert "tên cơ quan ở Mở đầu và Kết thúc" in filled_names(closed, changed)


def test_what_is_open_in_the_sentences_is_filled_with_the_office() -> None:
    begun = new_report(outlines()[0], 2026, NOW)
    filled = filled_from(begun, office_of(OLD))
    assert all_text(filled).count("Văn phòng UBND tỉnh") == 2
    assert filled_from(filled, SECOND).closing == filled.closing, "what is filled in already stays"


def test_where_two_offices_may_be_meant_none_is_taken() -> None:
    nobody = replace(BARE, opening=())
    assert filled_on_import(nobody, (office_of(OLD), SECOND)) == (nobody, "")
    assert filled_on_import(BARE, (SECOND, office_of(OLD)))[0] == OLD, "the opening tells"
    assert filled_on_import(BARE, (SECOND,)) == (BARE, "")


def test_an_empty_office_changes_nothing() -> None:
    report = new_report(outlines()[0], 2026, NOW)
    assert with_office(report, Office()) == report


def test_what_a_second_report_knows_is_added() -> None:
    head = Signature(("CHÁNH VĂN PHÒNG",), None, "Trần Thị B")
    new = replace(office_of(OLD), signers=(head, DEPUTY), units=("VP2",), place="Nơi khác", symbol=None)
    both = merged(office_of(OLD), new)
    assert (both.signers, both.units) == ((DEPUTY, head), ("VP1", "VP2"))
    assert (both.place, both.symbol) == ("Thành phố B", "BC-VP")


def test_offices_are_told_apart_by_their_names() -> None:
    assert same_office(office_of(OLD), Office("Ubnd  tỉnh A", "Văn phòng"))
    assert not same_office(office_of(OLD), Office("UBND TỈNH A", "SỞ X"))


HEAD = Signature(("CHÁNH VĂN PHÒNG",), None, "Trần Thị B")
BARE = replace(OLD, letterhead=Letterhead(number="12"), signature=Signature(), recipients=())


def test_a_report_without_a_head_is_filled_from_the_office_and_told_so() -> None:
    filled, told = filled_on_import(BARE, (office_of(OLD),))
    assert filled == OLD, "the number stays, all else is back"
    assert told == (
        "Lấy từ Cơ quan và người ký: "
        "cơ quan chủ quản, cơ quan ban hành, ký hiệu, địa danh, nơi nhận, người ký."
    )


def test_only_what_is_blank_is_filled() -> None:
    partly = replace(OLD, letterhead=replace(OLD.letterhead, symbol=" ", place="Xã C"), recipients=("Sở X",))
    filled, told = filled_on_import(partly, (office_of(OLD),))
    assert (filled.letterhead.symbol, filled.letterhead.place) == ("BC-VP", "Xã C")
    assert (filled.recipients, filled.signature) == (("Sở X",), DEPUTY)
    assert told == "Lấy từ Cơ quan và người ký: ký hiệu."
    assert filled_on_import(OLD, (office_of(OLD),)) == (OLD, "")


def test_the_office_of_another_body_lends_nothing_and_the_first_that_fits_does() -> None:
    other = replace(office_of(OLD), agency="SỞ Y TẾ", symbol="BC-SYT")
    partly = replace(OLD, letterhead=replace(OLD.letterhead, agency="Văn  phòng", symbol=None))
    assert filled_on_import(partly, (other,)) == (partly, "")
    assert filled_on_import(partly, ()) == (partly, "")
    assert filled_on_import(partly, (other, office_of(OLD)))[0].letterhead.symbol == "BC-VP"


def test_a_signer_is_named_only_below_the_same_office() -> None:
    office = replace(office_of(OLD), signers=(HEAD, DEPUTY))
    unnamed = replace(OLD, signature=Signature(DEPUTY.lines))
    assert filled_from(unnamed, office).signature == DEPUTY
    assert (
        filled_from(replace(OLD, signature=Signature((), None, "Nguyễn Văn A")), office).signature == DEPUTY
    )
    stranger = replace(OLD, signature=Signature(("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG")))
    assert filled_from(stranger, office).signature == stranger.signature
    assert filled_from(OLD, office).signature == DEPUTY


def test_what_an_import_missed_is_missing_no_longer_once_it_is_filled() -> None:
    missed = (
        ImportNote("unknown", "Không thấy ký hiệu.", "letterhead.symbol"),
        ImportNote("unknown", "Không thấy họ tên người ký.", "signature.signer"),
        ImportNote("unknown", "Không thấy số.", "letterhead.number"),
        ImportNote("number", "Số mục nhảy.", "block:3"),
    )
    arrived = replace(BARE, letterhead=Letterhead(), import_notes=missed)
    filled, _ = filled_on_import(arrived, (office_of(OLD),))
    assert filled.import_notes == missed[2:]


def test_what_is_issued_stays_as_it_went_out() -> None:
    issued = replace(BARE, state="issued")
    assert filled_on_import(issued, (office_of(OLD),)) == (issued, "")


def test_on_wish_the_office_takes_the_place_of_what_is_there() -> None:
    office = Office("UBND TỈNH C", "SỞ Y TẾ", symbol="BC-SYT", signers=(HEAD,))
    changed = filled_from(OLD, office, only_blank=False)
    assert (changed.letterhead.agency, changed.letterhead.place) == ("SỞ Y TẾ", "Thành phố B")
    assert (changed.signature, changed.recipients) == (HEAD, ())
    assert filled_names(OLD, changed) == (
        *("cơ quan chủ quản", "cơ quan ban hành", "ký hiệu", "nơi nhận", "người ký", "đơn vị soạn thảo"),
        "tên cơ quan ở Mở đầu và Kết thúc",
    )


def test_words_of_both_are_known_where_two_records_of_one_office_become_one() -> None:
    here = replace(office_of(OLD), words=("Pờ Sì Ngài",), rules_off=("spacing.double",))
    there = replace(office_of(OLD), words=("tiệt", "Pờ Sì Ngài"), symbol="BC-X")

    assert merged(here, there).words == ("Pờ Sì Ngài", "tiệt")
    assert with_words_of(here, there) == replace(here, words=("Pờ Sì Ngài", "tiệt"))


def test_the_office_of_a_report_is_found_by_its_name() -> None:
    other = replace(office_of(OLD), agency="SỞ NỘI VỤ")

    assert place_in((other, office_of(OLD)), OLD) == 1
    assert place_in((other,), OLD) == 1


def test_names_of_an_office_are_those_of_body_place_units_and_signers() -> None:
    assert names_of(office_of(OLD)) == ("Văn phòng UBND tỉnh", "Thành phố B", "VP1", "Nguyễn Văn A")
    assert names_of(Office()) == ()
