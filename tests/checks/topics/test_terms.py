"""The facts of law that rules rest on: each with a source, in force on a day, and looked up on a day."""

import json
from datetime import date

import pytest

from danvan_desktop.checks import RULES, check
from danvan_desktop.paths import resource
from tests.builders.example_reports import example_report

FILES = ["abbreviations.json", "names.json", "terms.json", "words.json"]


@pytest.mark.parametrize("name", FILES)
def test_each_file_says_when_it_was_looked_up(name: str) -> None:
    assert {path.name for path in resource("checks").iterdir()} == set(FILES)
    facts = json.loads(resource("checks", name).read_text("utf-8"))
    assert date(2025, 7, 1) < date.fromisoformat(facts["checked"])


def test_each_term_has_a_rule_a_day_and_a_source() -> None:
    facts = json.loads(resource("checks", "terms.json").read_text("utf-8"))
    ids = {rule.id for rule in RULES}
    for term in facts["terms"]:
        assert term["rule"] in ids
        assert term["words"]
        assert term["source"]
        assert date.fromisoformat(term["since"]) < date.fromisoformat(facts["checked"])
    symbols = [document["symbol"] for document in facts["documents"]]
    assert len(set(symbols)) == len(symbols)
    assert all(document["now"] and document["source"] for document in facts["documents"])


def test_what_replaced_a_document_is_told_only_where_it_was_found() -> None:
    facts = json.loads(resource("checks", "terms.json").read_text("utf-8"))
    for document in facts["documents"]:
        report = example_report(f"Ngày: 24/11/2026\ntheo văn bản số {document['symbol']}")
        told = check(report, [rule for rule in RULES if rule.id == "document-replaced"])
        is_told = document.get("flagged", True)
        assert len(told) == is_told
        assert bool(document["found_in" if is_told else "note"])
