"""``python -m danvan_desktop``, ``danvan-desktop`` and the frozen program begin here."""

import sys

PREVIEW_WORKER = "--preview-worker"
"""Said by the window to the program started anew: set and draw pages for it (gui/preview/link.py)."""


def main() -> int:
    """Run the program; the answer is the exit code."""
    if sys.argv[1:] == [PREVIEW_WORKER]:
        from danvan_desktop.gui.preview.worker import main as work

        return work()
    from danvan_desktop.app import main as run

    return run()


if __name__ == "__main__":
    sys.exit(main())
