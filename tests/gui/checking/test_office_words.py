"""What an office makes known to the check of its reports: its words and names, and what it has issued."""

from dataclasses import replace

from danvan_desktop.gui.checking.office_words import add_word, profile_of
from danvan_desktop.report.model import Report
from danvan_desktop.report.office.office import Office, office_of
from danvan_desktop.store.drafts import Store


def test_words_names_and_rules_of_the_office_are_known(store: Store, sample: Report) -> None:
    office = replace(office_of(sample), words=("Pờ Sì Ngài",), rules_off=("spaces-doubled",))
    store.keep_offices((Office(agency="SỞ KHÁC", words=("khác",)), office))

    profile = profile_of(store, sample)
    assert profile.known[0] == "Pờ Sì Ngài"
    assert sample.signature.signer in profile.known
    assert "khác" not in profile.known
    assert profile.rules_off == ("spaces-doubled",)


def test_names_in_the_report_are_known_where_its_office_is_not_kept(store: Store, sample: Report) -> None:
    assert sample.signature.signer in profile_of(store, sample).known


def test_it_learns_from_what_the_office_has_issued_alone(store: Store, sample: Report) -> None:
    head = replace(sample.letterhead, agency="SỞ KHÁC")
    issued = replace(sample, id="issued", year=2024, state="issued")
    for report in (
        issued,
        replace(sample, id="draft", year=2023),
        replace(sample, id="other", state="issued", letterhead=head),
    ):
        store.create(report)
    gone = store.create(replace(sample, id="gone", year=2022, state="issued"))
    store.delete(gone.id)

    assert [report.id for report in profile_of(store, sample).issued] == ["issued"]
    assert profile_of(store, issued).issued == ()


def test_a_word_is_added_once_and_to_its_office_alone(store: Store, sample: Report) -> None:
    other = Office(agency="SỞ KHÁC", words=("khác",))
    store.keep_offices((other,))
    add_word(store, sample, "tiệt")
    add_word(store, sample, "tiệt")

    assert store.offices() == (other, replace(office_of(sample), words=("tiệt",)))
