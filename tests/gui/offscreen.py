"""Qt's platform "offscreen", on which the tests run."""

_REMARK = "This plugin does not support propagateSizeHints()\n"


def without_offscreen_remarks(complaints: str) -> str:
    """Leave out what Qt says where a shown window changes its least size; no screen's platform says so."""
    return complaints.replace(_REMARK, "")
