"""An office is taken out of one report and put into the next."""

from dataclasses import replace
from datetime import UTC, datetime

from danvan_desktop.report.model import Filing, Letterhead, Paragraph, Report, Run, Signature, plain
from danvan_desktop.report.office import Office, merged, office_of, same_office, with_office
from danvan_desktop.report.outlines import new_report, outlines

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
