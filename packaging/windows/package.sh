#!/bin/bash
# From the frozen folder dist/windows/danvan-desktop to what is handed out, beside it: setup, portable ZIP, MSI,
# SBOM, SHA256SUMS. The same on Debian and, in Git Bash with NSIS, WiX 3 and Python, on Windows.
#     package.sh PYTHON      one with pefile, uv and cyclonedx-bom (tools.lock)
set -euo pipefail
here=$(dirname "$(realpath "$0")")
root=$(realpath "$here/../..")
python=$1
cd "$root"

out=dist/windows
payload=$out/danvan-desktop
version=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' danvan_desktop/__init__.py)
name=$out/danvan-desktop-$version
rm -f "$out"/danvan-desktop-* "$out"/SHA256SUMS

# A release is for 32-bit Windows too, to say there that it will not do. wine64 runs 64-bit programs only.
architecture=amd64-unicode
[ "${OS:-}" != Windows_NT ] || architecture=x86-unicode

mapfile -t unsigned < <("$python" "$here/static_check.py" "$payload" --unsigned)
"$here/sign.sh" "${unsigned[@]}"

echo "setup …"
makensis -V2 -WX -NOCD -INPUTCHARSET UTF8 "-DVERSION=$version" "-DARCHITECTURE=$architecture" \
    "-DPAYLOAD=$root/$payload" "-DSIZE_KB=$(du -sk "$payload" | cut -f1)" "-DOUTPUT=$root/$name-setup.exe" \
    "-DRESOURCES=$root/resources" "-DSIGN=$here/sign.sh" "$here/installer.nsi"

echo "portable ZIP …"
"$python" "$here/portable_zip.py" "$payload" "$name-portable.zip"

echo "MSI …"
mkdir -p build/windows
source=build/windows/danvan-desktop.wxs
if command -v wixl >/dev/null; then
    "$python" "$here/msi.py" "$version" "$payload" "$source" wixl
    wixl --arch x64 --output "$name.msi" "$source"
else
    "$python" "$here/msi.py" "$version" "$payload" "$source" wix3
    candle -nologo -arch x64 -out build/windows/danvan-desktop.wixobj "$source"
    light -nologo -sval -out "$name.msi" build/windows/danvan-desktop.wixobj
fi
"$here/sign.sh" "$name.msi"

echo "SBOM …"
"$python" -m uv pip compile --quiet --python-platform windows --python-version 3.13 --generate-hashes --no-header \
    --no-emit-index-url --constraints requirements.lock --output-file build/windows/shipped.txt pyproject.toml
"$python" -m cyclonedx_py requirements build/windows/shipped.txt --pyproject pyproject.toml --mc-type application \
    --output-reproducible --output-format JSON --output-file "$name.cdx.json"

(cd "$out" && sha256sum --binary danvan-desktop-* >SHA256SUMS)
