#!/bin/sh
# Write the lock files anew: each holds for Linux and Windows and for Python 3.11 to 3.13 at once (by markers),
# with the hash of every file. Versions stay as they are locked unless UPGRADE=1.
set -eu
cd "$(dirname "$0")/.."

tools=build/lock-tools
[ -x "$tools/bin/uv" ] || { python3 -m venv "$tools" && "$tools/bin/pip" install --quiet uv; }

compile() {
    "$tools/bin/uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
        --custom-compile-command "make lock" ${UPGRADE:+--upgrade} "$@"
}
compile --extra build --extra dev --output-file requirements-dev.lock pyproject.toml
compile --extra build --constraints requirements-dev.lock --output-file requirements.lock pyproject.toml
compile --output-file packaging/windows/tools.lock packaging/windows/tools.in
compile --constraints requirements-dev.lock --output-file packaging/mutants.lock packaging/mutants.in
