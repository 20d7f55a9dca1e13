"""Line 52: letter spacing."""

from danvan_desktop.inspection.line_definition import LineDefinition
from danvan_desktop.inspection.measuring.formatting import all_runs
from danvan_desktop.inspection.measuring.judgement import judge_custom, quoted
from danvan_desktop.inspection.recognition.anatomy import Anatomy
from danvan_desktop.inspection.sheet import Measurement, Requirement

_SCALE_SLACK = 1  # per cent: of a printer's rounding


def letter_spacing(anatomy: Anatomy) -> Measurement:
    """Whether no letters are spread, squeezed or scaled."""
    slack = _SCALE_SLACK if anatomy.file.printed else 0
    wrong = [
        run
        for run in all_runs(anatomy)
        if run.text.strip("_-–— ") and (run.format.spacing or abs(run.format.scale - 100) > slack)
    ]
    faults = [f"chữ bị co giãn: {quoted(wrong[0].text.strip())}"] if wrong else []
    return judge_custom("" if faults else "khoảng cách ký tự bình thường", faults)


LINES = (
    LineDefinition(
        Requirement(
            52,
            "Khoảng cách ký tự",
            ": chữ không bị co giãn (khoảng cách ký tự bình thường)",
            None,
        ),
        measure=letter_spacing,
    ),
)
