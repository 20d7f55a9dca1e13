"""``python -m danvan_desktop``, ``danvan-desktop`` and the frozen program begin here."""

import multiprocessing
import sys


def main() -> int:
    """Run the program; the answer is the exit code."""
    # In the frozen program a worker process is this program started anew.
    multiprocessing.freeze_support()
    from danvan_desktop.app import main as run

    return run()


if __name__ == "__main__":
    sys.exit(main())
