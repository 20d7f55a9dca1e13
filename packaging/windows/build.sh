#!/bin/bash
# Build Danvan Desktop for Windows: dist/windows/danvan-desktop and, from it, setup, portable ZIP, MSI, SBOM and
# SHA256SUMS. One command on a bare Debian 13 as root, where PyInstaller runs under wine: to try the program, never
# to publish it (python.exe and python3.dll are shims, see assemble-python.sh). A release is made by the same
# command on Windows, in Git Bash with Python 3.13, NSIS 3 and WiX 3 in PATH, and signed (see sign.sh).
set -euo pipefail
here=$(dirname "$(realpath "$0")")
cd "$here/../.."
work=$PWD/build/windows
mkdir -p "$work"

on_windows() { [ "${OS:-}" = Windows_NT ]; }

install_what_lacks() {
    local packages=(binutils fonts-liberation gcc-mingw-w64-x86-64 imagemagick locales nsis python3 python3-venv
        unzip wine wine64 wixl xauth xdotool xvfb)
    mapfile -t missing < <(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "${packages[@]}" 2>/dev/null |
        awk '$1 == "installed" {print $2}' | sort | comm -13 - <(printf '%s\n' "${packages[@]}" | sort))
    ((${#missing[@]})) || return 0
    echo "apt-get install ${missing[*]}"
    DEBIAN_FRONTEND=noninteractive
    export DEBIAN_FRONTEND
    apt-get -qq update
    apt-get -qq install -y --no-install-recommends "${missing[@]}" >"$work/apt.log"
}

# The tools of this folder: an environment of their own, as locked.
make_tools() {
    local base=python3 stamp=$work/tools/made-from
    tools=$work/tools/bin/python
    on_windows && base=python tools=$work/tools/Scripts/python
    cmp -s "$here/tools.lock" "$stamp" && return
    rm -rf "$work/tools"
    "$base" -m venv "$work/tools"
    "$tools" -m pip --disable-pip-version-check install --quiet --require-hashes --only-binary=:all: -r "$here/tools.lock"
    cp "$here/tools.lock" "$stamp"
}

# $python: a Windows Python with the locked packages.
make_python() {
    local stamp=$work/python/made-from
    if on_windows; then
        python=$work/python/Scripts/python
    else
        python=$work/python/python.exe
    fi
    cat requirements.lock "$here/assemble-python.sh" "$here"/*.c | cmp -s - "$stamp" && return
    if on_windows; then
        rm -rf "$work/python"
        python -m venv "$work/python"
        "$python" -m pip --disable-pip-version-check install --quiet --require-hashes --only-binary=:all: -r requirements.lock
    else
        "$here/assemble-python.sh" "$work/python"
        # uv, since pip would read the lock's markers for Linux and silently leave out what only Windows needs.
        "$tools" -m uv pip install --quiet --python-platform windows --python-version 3.13 --only-binary :all: \
            --require-hashes --target "$work/python/Lib/site-packages" -r requirements.lock
    fi
    cat requirements.lock "$here/assemble-python.sh" "$here"/*.c >"$stamp"
}

freeze() {
    local command=("$python" -m PyInstaller --noconfirm --clean --log-level ERROR
        --distpath dist/windows --workpath build/windows/pyinstaller build.spec)
    rm -rf dist/windows/danvan-desktop
    if on_windows; then
        "${command[@]}"
    else
        # shellcheck source-path=SCRIPTDIR source=wine.sh
        . "$here/wine.sh"
        trap close_screen EXIT
        make_locales
        open_screen
        use_prefix build
        in_wine 1800 "${command[@]}"
        wineserver -k || true
    fi
}

on_windows || install_what_lacks
make_tools
make_python
echo "freezing …"
freeze
"$here/package.sh" "$tools"
"$tools" "$here/static_check.py" dist/windows/danvan-desktop

[ -n "${SIGN_COMMAND:-}" ] || echo "NOTHING IS SIGNED: SIGN_COMMAND is not set (see sign.sh)."
on_windows || echo "FOR TRIALS ONLY, NEVER TO BE PUBLISHED: the folder holds a shim for python3.dll. A release is built on Windows."
