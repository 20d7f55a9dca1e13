"""The deviations that are known: a list that may only get shorter."""

from pathlib import Path

from tests.papers.scoring import Score

KNOWN = Path(__file__).with_name("known_deviations.txt")


def known_deviations() -> set[str]:
    """Paper and field of each."""
    return set(KNOWN.read_text(encoding="utf-8").splitlines()) if KNOWN.exists() else set()


def settle(scores: list[Score]) -> None:
    """Write what deviates now; what was known of papers that were not looked at stays."""
    looked_at = {each.paper.name for each in scores}
    others = {key for key in known_deviations() if key.partition(" ")[0] not in looked_at}
    found = {deviation.key for each in scores for deviation in each.deviations}
    KNOWN.write_text("".join(f"{key}\n" for key in sorted(others | found)), encoding="utf-8")
