"""The real report, where it is at hand: its slips are found, and repaired it is left alone."""

from datetime import UTC, datetime
from pathlib import Path

from danvan_desktop.checks.proof.proofreader import Slip, proofreader
from danvan_desktop.checks.running_texts import running_texts
from danvan_desktop.importers import read

SLIPS = {"bảo", "bĩ", "tiệt", "mư", "tinh", "bộ", "các"}


def slips(folder: Path, changes: dict[str, str]) -> tuple[Slip, ...]:
    report = read(folder / "bao-cao-dan-van-2025.txt", datetime(2026, 1, 5, tzinfo=UTC))
    texts = [placed.text for placed in running_texts(report)]
    for wrong, right in changes.items():
        assert any(wrong in text for text in texts)
        texts = [text.replace(wrong, right) for text in texts]
    return proofreader().read(texts)


def test_its_slips_are_found(real_samples: Path) -> None:
    likely = {slip.found for slip in slips(real_samples, {}) if slip.confidence == "likely"}
    assert likely >= SLIPS


def test_repaired_it_is_left_alone(real_samples: Path) -> None:
    repaired = {
        "báo các kết quả": "báo cáo kết quả",
        "đồng bảo bĩ lũ": "đồng bào bị lũ",
        "UBND tinh": "UBND tỉnh",
        "quán tiệt": "quán triệt",
        "Tham mư ": "Tham mưu ",
        "cán bộ bộ": "cán bộ, bộ phận",
    }
    assert [slip for slip in slips(real_samples, repaired) if slip.confidence == "likely"] == []
