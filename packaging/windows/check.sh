#!/bin/bash
# Try what build.sh has made, under wine, in Windows prefixes of their own; prints a table. wine is not Windows: what
# only a person on Windows can see stands in CHECKLIST.md.
#     check.sh [--no-tests] [NAME …]     only the checks whose name begins so; --no-tests: without pytest
#
# Every check may fail once and is then tried again after `wineserver -k`; the table tells.
set -uo pipefail
here=$(dirname "$(realpath "$0")")
cd "$here/../.." || exit 1
work=$PWD/build/windows
out=$PWD/dist/windows
payload=$out/danvan-desktop
pictures=$work/pictures
version=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' danvan_desktop/__init__.py)
setup=$out/danvan-desktop-$version-setup.exe
program=danvan-desktop.exe
console=danvan-desktop-cli.exe
tools=$work/tools/bin/python

# shellcheck source-path=SCRIPTDIR source=wine.sh
. "$here/wine.sh"
# shellcheck source-path=SCRIPTDIR source=check-setup.sh
. "$here/check-setup.sh"
# shellcheck source-path=SCRIPTDIR source=check-program.sh
. "$here/check-program.sh"

with_tests=yes
[ "${1:-}" != --no-tests ] || { with_tests=no && shift; }
chosen=("$@")
failed=0
table=$work/check.txt

is_chosen() {
    local name
    ((${#chosen[@]})) || return 0
    for name in "${chosen[@]}"; do
        case $1 in "$name"*) return 0 ;; esac
    done
    return 1
}

# check NAME FUNCTION …: the last line that the function prints is its figure in the table.
check() {
    local name=$1 detail result=passed log=$work/check-${1//[^[:alnum:]]/-}.log
    shift
    is_chosen "$name" || return 0
    wineserver -k 2>/dev/null
    if ! "$@" >"$log" 2>&1; then
        wineserver -k 2>/dev/null
        result=RETRIED
        cp "$log" "$log.first"
        "$@" >"$log" 2>&1 || { result=FAILED && failed=$((failed + 1)); }
    fi
    wineserver -k 2>/dev/null
    detail=$(tail -n 1 "$log" | tr -d '\r')
    printf '%-28s %-8s %s\n' "$name" "$result" "$detail" | tee -a "$table"
}

# shellcheck disable=SC2317  # called by the checks
# expect WANTED COMMAND …: the command's exit code is WANTED.
expect() {
    local wanted=$1 code
    shift
    "$@"
    code=$?
    [ "$code" = "$wanted" ] || { echo "exit code $code instead of $wanted: $*" && return 1; }
}

# shellcheck disable=SC2317
seconds() {
    date +%s.%N
}

# shellcheck disable=SC2317
since() {
    "$tools" -c "import time; print(f'{time.time() - $1:.2f}')"
}

[ -e "$setup" ] || { echo "first: $here/build.sh" && exit 1; }
make_locales
open_screen
trap close_screen EXIT
: >"$table"
rm -rf "$work/prefixes"/check-*

check "static" "$tools" "$here/static_check.py" "$payload"
run_setup_checks
run_program_checks
[ "$with_tests" = no ] || check "pytest tests" run_tests

((failed == 0)) && echo "all passed" || echo "$failed failed"
exit $((failed > 0))
