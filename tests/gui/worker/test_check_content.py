"""The check of a report in the worker process: rules, proof-reader, the office's words, what was issued."""

from dataclasses import replace

from danvan_desktop.gui.worker.main import RequestHandler
from danvan_desktop.gui.worker.messages import CheckContent, CheckedContent
from danvan_desktop.gui.worker.report_pieces import in_pieces
from danvan_desktop.report.model import Report
from tests.builders.example_reports import example_report
from tests.gui.checking_scenes import found_words, with_slips


def checked(wanted: CheckContent) -> list[str]:
    answer = RequestHandler().answer(wanted)
    assert isinstance(answer, CheckedContent)
    assert answer.unanswered == 0
    return found_words(answer.findings)


def test_slips_and_spaces_are_found_in_reading_order_at_every_place(sample: Report) -> None:
    found = checked(CheckContent(in_pieces(with_slips(sample))))

    expected = ["mư", "168  người,", "tiệt", "truyền ,", "tryền", "hợp  chặt", "tryền"]
    assert [word for word in found if word in expected] == expected


def test_words_of_the_office_and_rules_that_are_off_are_passed_over(sample: Report) -> None:
    pieces = in_pieces(with_slips(sample))

    assert "tiệt" not in checked(CheckContent(pieces, known=("tiệt",)))
    assert "168  người," not in checked(CheckContent(pieces, rules_off=("spaces-doubled",)))
    assert set(checked(CheckContent(pieces, rules_off=("proof",)))) == {
        "168  người,",
        "truyền ,",
        "hợp  chặt",
    }


def test_what_the_office_has_issued_is_learned_once_and_weighs_against_a_suspicion() -> None:
    pieces = in_pieces(example_report("Các hộ làm nón, làm mành cùng tham gia."))
    handler = RequestHandler()
    unlearned = handler.answer(CheckContent(pieces))
    first = handler.answer(CheckContent(pieces, issued=(pieces, pieces)))
    again = handler.answer(CheckContent(pieces, issued=(pieces, pieces)))

    assert isinstance(unlearned, CheckedContent)
    assert isinstance(first, CheckedContent)
    assert isinstance(again, CheckedContent)
    assert first.findings == again.findings
    assert "mành" in suspected_words(unlearned)
    assert "mành" not in suspected_words(first)


def suspected_words(answer: CheckedContent) -> list[str]:
    return [finding.found for finding in answer.findings if finding.level == "misspelt"]


def test_a_citation_is_completed_from_what_the_office_has_issued() -> None:
    full = "Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ về tiếp tục đổi mới công tác dân vận"
    pieces = in_pieces(example_report("Thực hiện Chỉ thị số 33/CT-TTg, cơ quan đã triển khai."))
    earlier = in_pieces(replace(example_report(f"Thực hiện {full}, cơ quan đã triển khai."), year=2024))
    answer = RequestHandler().answer(CheckContent(pieces, issued=(earlier,)))

    assert isinstance(answer, CheckedContent)
    assert full in {finding.suggestion for finding in answer.findings}
