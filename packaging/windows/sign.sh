#!/bin/bash
# Sign each FILE: called for every program and library of the frozen folder that has no signature, for the
# uninstaller, the setup and the MSI. The one place where signing goes in:
#
#     SIGN_COMMAND='signtool sign /fd SHA256 /tr … /td SHA256 /n …'   a certificate, on Windows
#     SIGN_COMMAND='osslsigncode-in-place'                           a script of yours, on Linux
#     SIGN_COMMAND='submit-to-signpath'                              a script that sends FILE to SignPath and waits
#
# The command is given one FILE at its end and signs it in place. Without it nothing is signed, and that is said:
# Windows 11's Smart App Control stops what has no signature.
set -euo pipefail
for file in "$@"; do
    if [ -n "${SIGN_COMMAND:-}" ]; then
        $SIGN_COMMAND "$file"
    else
        printf 'NOT SIGNED (no SIGN_COMMAND): %s\n' "${file##*/}" >&2
    fi
done
