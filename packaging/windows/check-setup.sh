# shellcheck shell=bash
# shellcheck disable=SC2154,SC2119,SC2120  # $out, $setup and others are check.sh's
# What check.sh tries of the setup and the MSI.

run_setup_checks() {
    check "setup, silent" silent_setup
    check "setup, an older one below it" setup_over_older
    check "setup, program running" setup_while_running
    check "setup, disk full" setup_on_a_full_disk
    check "setup, files of others" setup_into_foreign_folder
    check "setup, Windows 7" setup_on_old_windows
    check "setup, /NOASSOC=1 and /D=" setup_without_association
    check "setup, uninstall" uninstall
    check "MSI" msi_in_and_out
}

installed() {
    printf '%s/AppData/Local/Programs/DanvanDesktop' "$(home)"
}

run_setup() {
    in_wine 60 "$setup" /S "$@"
}

# The names of the files in a folder and what is in them.
digests() {
    (cd "$1" && find . -type f ! -name uninstall.exe -exec sha256sum {} + | sort)
}

same_as_payload() {
    diff <(digests "$payload") <(digests "$1")
}

registry() {
    in_wine 30 reg query "$@" 2>&1 | tr -d '\r'
}

# The uninstaller goes on as a copy of its own; with _?= it does not, gives its exit code, and cannot remove itself.
run_uninstaller() {
    in_wine 60 "$(installed)/uninstall.exe" /S
    wineserver -w
}

readonly UNINSTALL_KEY='HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\DanvanDesktop'
readonly CLASSES='HKCU\Software\Classes'

link() {
    find "$(home)/AppData/Roaming/Microsoft/Windows/Start Menu" -name 'Danvan Desktop.lnk' | grep -q .
}

silent_setup() {
    local begin took
    use_prefix check-setup
    rm -rf "$(installed)"
    begin=$(seconds)
    expect 0 run_setup || return 1
    took=$(since "$begin")
    same_as_payload "$(installed)" || return 1
    link || { echo "no link in the Start menu" && return 1; }
    registry "$UNINSTALL_KEY" | grep "$version" || { echo "no entry of the installed program" && return 1; }
    registry "$CLASSES\\DanvanDesktop.Report\\shell\\open\\command" | grep -F "$program" || return 1
    registry "$CLASSES\\.danvan" | grep DanvanDesktop.Report || { echo ".danvan is not ours" && return 1; }
    echo "rc 0 in $took s"
    "$tools" -c "raise SystemExit($took > 10)"
}

# An older version: the same program with one file more, so that a stale one would be seen.
older_setup() {
    local older=$work/older
    [ -e "$work/older-setup.exe" ] && return
    rm -rf "$older"
    cp -a "$payload" "$older"
    echo stale >"$older/_internal/of-an-older-version.dll"
    mkdir "$older/_internal/older"
    echo stale >"$older/_internal/older/stale.txt"
    makensis -V1 -NOCD -INPUTCHARSET UTF8 -DFAST -DVERSION=0.0.9 -DARCHITECTURE=amd64-unicode "-DPAYLOAD=$older" \
        -DSIZE_KB=1 "-DRESOURCES=$PWD/resources" "-DOUTPUT=$work/older-setup.exe" "$here/installer.nsi"
}

setup_over_older() {
    use_prefix check-setup
    older_setup || return 1
    rm -rf "$(installed)"
    expect 0 in_wine 60 "$work/older-setup.exe" /S || return 1
    [ -e "$(installed)/_internal/older/stale.txt" ] || { echo "0.0.9 did not install" && return 1; }
    expect 0 run_setup || return 1
    same_as_payload "$(installed)" || return 1
    registry "$UNINSTALL_KEY" | grep "$version" || return 1
    echo "no stale file"
}

setup_while_running() {
    local before after
    use_prefix check-setup
    [ -e "$(installed)/$program" ] || run_setup || return 1
    open_program "$(installed)" || return 1
    before=$(find "$(installed)" -printf '%p %s %T@\n' | sort)
    expect 4 run_setup || return 1
    after=$(find "$(installed)" -printf '%p %s %T@\n' | sort)
    [ "$before" = "$after" ] || { echo "something changed" && return 1; }
    expect 4 in_wine 60 "$(installed)/uninstall.exe" /S "_?=$(windows_path "$(installed)")" || return 1
    after=$(find "$(installed)" -printf '%p %s %T@\n' | sort)
    [ "$before" = "$after" ] || { echo "the uninstaller changed something" && return 1; }
    kill_program
    echo "refused with 4, nothing changed; the uninstaller too"
}

# A drive on which an older version lies and a second one does not fit beside it.
setup_on_a_full_disk() {
    local disk=$work/small-disk before code=0
    use_prefix check-disk
    older_setup || return 1
    mkdir -p "$disk"
    mount -t tmpfs -o size=110m tmpfs "$disk" || return 1
    ln -sfn "$disk" "$WINEPREFIX/dosdevices/d:"
    {
        expect 0 in_wine 60 "$work/older-setup.exe" /S '/D=D:\Danvan' &&
            before=$(digests "$disk") &&
            expect 6 run_setup '/D=D:\Danvan' &&
            [ "$before" = "$(digests "$disk")" ] &&
            rm -r "$disk/Danvan" && dd if=/dev/zero of="$disk/full" bs=1M count=80 status=none &&
            expect 6 run_setup '/D=D:\Danvan' && [ ! -e "$disk/Danvan" ]
    } || code=1
    wineserver -k
    umount "$disk" || umount -l "$disk"
    ((code)) || echo "refused with 6; the older version is as it was, a first one leaves nothing"
    return $code
}

setup_into_foreign_folder() {
    local foreign
    use_prefix check-setup
    foreign=$WINEPREFIX/drive_c/others
    mkdir -p "$foreign"
    echo text >"$foreign/of-others.txt"
    expect 5 run_setup '/D=C:\others' || return 1
    [ "$(ls "$foreign")" = of-others.txt ] || { echo "something was written" && return 1; }
    echo "refused with 5, nothing written"
}

setup_on_old_windows() {
    use_prefix check-old
    in_wine 60 winecfg /v win7 || return 1
    wineserver -w
    expect 3 run_setup || return 1
    [ ! -e "$(installed)" ] || { echo "something was written" && return 1; }
    echo "refused with 3, nothing written"
}

setup_without_association() {
    use_prefix check-noassoc
    # Without a space: wine would put the argument into quotes, and /D= takes none.
    expect 0 run_setup /NOASSOC=1 '/D=C:\Chương-trình\Danvan' || return 1
    same_as_payload "$WINEPREFIX/drive_c/Chương-trình/Danvan" || return 1
    ! registry "$CLASSES\\.danvan" | grep DanvanDesktop.Report || return 1
    echo "in C:\\Chương-trình\\Danvan, .danvan left alone"
}

uninstall() {
    local data
    use_prefix check-setup
    data=$(home)/AppData/Local/DanvanDesktop
    mkdir -p "$data"
    echo kept >"$data/report-of-the-user.txt"
    run_setup || return 1
    echo text >"$(installed)/of-the-user.txt"
    run_uninstaller
    [ "$(ls "$(installed)")" = of-the-user.txt ] || { ls "$(installed)" && return 1; }
    rm -r "$(installed)"
    run_setup || return 1
    run_uninstaller
    [ ! -e "$(installed)" ] || { echo "the folder is still there" && return 1; }
    ! link || { echo "the link is still there" && return 1; }
    for key in "$UNINSTALL_KEY" "$CLASSES\\.danvan" "$CLASSES\\DanvanDesktop.Report" 'HKCU\Software\DanvanDesktop'; do
        ! registry "$key" | grep HKEY_ || { echo "$key is still there" && return 1; }
    done
    [ -e "$data/report-of-the-user.txt" ] || { echo "the user's data is gone" && return 1; }
    echo "files, link and keys gone; reports and files of others left"
}

msi_in_and_out() {
    local msi folder
    use_prefix check-msi
    msi=$(windows_path "$out/danvan-desktop-$version.msi")
    folder="$WINEPREFIX/drive_c/Program Files/Danvan Desktop"
    expect 0 in_wine 120 msiexec /i "$msi" /qn ALLUSERS=1 || return 1
    same_as_payload "$folder" || return 1
    registry 'HKLM\Software\Classes\.danvan' | grep DanvanDesktop.Report || { echo "no association" && return 1; }
    expect 0 in_wine 120 msiexec /x "$msi" /qn ALLUSERS=1 || return 1
    ! find "$folder" -type f 2>/dev/null | grep . || { echo "files are left" && return 1; }
    ! registry 'HKLM\Software\Classes\.danvan' | grep DanvanDesktop.Report || return 1
    echo "in and out"
}
