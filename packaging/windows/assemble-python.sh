#!/bin/bash
# Assemble a Windows CPython in FOLDER, to freeze and to test the program under wine.
#     assemble-python.sh FOLDER
#
# The DLLs and .pyd files are python.org's own of 3.13.11: they come inside the panda3d wheel, whose hash is pinned
# below. (Their Authenticode signatures were verified against it once: Python Software Foundation, below the root
# F40042E2E5F7E8EF8189FED15519AECE42C3BFA2 of Microsoft.) Lib/*.py is Debian 13's Python 3.13. python.exe, pythonw.exe
# and python3.dll are shims compiled here: what is frozen with them is for tests and is never published.
set -euo pipefail
here=$(dirname "$(realpath "$0")")
target=$(realpath -m "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python=/usr/bin/python3.13
compiler=x86_64-w64-mingw32
carrier=panda3d==1.10.16
carrier_hash=0e505261bb58d8402d0099c291f1a3459acfdd38f3e7d666e72aa2e1ea5dc46f

"$python" -m venv "$work/venv"
printf '%s --hash=sha256:%s\n' "$carrier" "$carrier_hash" >"$work/carrier.txt"
"$work/venv/bin/pip" --disable-pip-version-check download --quiet --no-deps --require-hashes --only-binary=:all: \
    --platform win_amd64 --python-version 3.13 --dest "$work" --requirement "$work/carrier.txt"
unzip -qo "$work"/panda3d-*.whl 'deploy_libs/*' -d "$work"
libraries=$work/deploy_libs

rm -rf "$target"
mkdir -p "$target/DLLs" "$target/Lib/site-packages" "$target/Lib/venv/scripts/nt"
for file in "$libraries"/*.pyd "$libraries"/{libcrypto-3,libffi-8,libssl-3,sqlite3,zlib1}.dll; do
    case ${file##*/} in
        *.cp313t-* | _test* | _ctypes_test* | _tkinter*) ;; # the free-threaded build's; for tests of Python itself; Tk
        *) cp "$file" "$target/DLLs/" ;;
    esac
done
cp "$libraries/python313.dll" "$target/"
cp "$libraries/VCRUNTIME140.dll" "$target/vcruntime140.dll"
cp "$libraries/VCRUNTIME140_1.dll" "$target/vcruntime140_1.dll"

# Debian's own: sitecustomize.py (a link into /etc), EXTERNALLY-MANAGED.
tar cf - -C "$("$python" -c 'import sysconfig; print(sysconfig.get_path("stdlib"))')" \
    --exclude=__pycache__ --exclude='*.so' --exclude='./config-*' --exclude='_sysconfigdata*' \
    --exclude=./sitecustomize.py --exclude=./EXTERNALLY-MANAGED --exclude=./test --exclude=./idlelib \
    --exclude=./lib-dynload --exclude=./site-packages --exclude=./turtledemo . | tar xf - -C "$target/Lib"

# python3.dll forwards every name of the stable ABI (and all others) to python313.dll.
cd "$work"
{
    printf 'LIBRARY python3\nEXPORTS\n'
    "$compiler-objdump" -p "$target/python313.dll" |
        sed -n '/^\[Ordinal\/Name Pointer\] Table/,/^$/ s/^.*+base.* \([A-Za-z_]\w*\)$/  \1=python313.\1/p'
} >python3.def
echo 'int __stdcall DllMainCRTStartup(void *module, unsigned reason, void *reserved) { return 1; }' >entry.c
"$compiler-gcc" -shared -nostdlib -s -Wl,-e,DllMainCRTStartup -o "$target/python3.dll" entry.c python3.def

printf 'LIBRARY python313.dll\nEXPORTS\n Py_Main\n' >python313.def
"$compiler-dlltool" -d python313.def -l libpython313.a
compile() { "$compiler-gcc" -municode -O2 -s -o "$@"; }
compile "$target/python.exe" "$here/python-shim.c" libpython313.a
compile "$target/pythonw.exe" -mwindows -DWINDOWED "$here/python-shim.c" libpython313.a
compile "$target/Lib/venv/scripts/nt/venvlauncher.exe" "$here/venv-launcher.c"
compile "$target/Lib/venv/scripts/nt/venvwlauncher.exe" -mwindows -DWINDOWED "$here/venv-launcher.c"
