# shellcheck shell=bash
# Running Windows programs on Debian: sourced by build.sh and check.sh, with $work set to a folder of theirs.

export WINEDEBUG=${WINEDEBUG:--all} WINEARCH=win64
unset WAYLAND_DISPLAY QT_QPA_PLATFORM
mkdir -p "${work:?}"

# A locale is Windows' code page: en_US is cp1252, vi_VN is cp1258. Made below $work, not in the system.
make_locales() {
    local name
    mkdir -p "$work/locales"
    for name in en_US vi_VN; do
        [ -d "$work/locales/$name.UTF-8" ] || localedef -i "$name" -f UTF-8 "$work/locales/$name.UTF-8"
    done
    export LOCPATH=$work/locales
    use_locale en_US
}

# bash itself looks for the locale where the system's are, and complains; what it starts finds it.
use_locale() {
    export LC_ALL=$1.UTF-8
} 2>/dev/null

# One virtual screen for the whole run; wine's programs lose theirs when it goes.
open_screen() {
    exec {screen}> >(exec cat >"$work/display")
    Xvfb -displayfd "$screen" -noreset -nolisten tcp -screen 0 1366x768x24 >"$work/xvfb.log" 2>&1 &
    screen_process=$!
    exec {screen}>&-
    until [ -s "$work/display" ]; do
        kill -0 "$screen_process" || return 1
        sleep 0.1
    done
    DISPLAY=:$(<"$work/display")
    export DISPLAY
}

close_screen() {
    [ -z "${screen_process:-}" ] || kill "$screen_process" 2>/dev/null || true
}

# use_prefix NAME: a Windows of its own, made where it is not there yet.
use_prefix() {
    export WINEPREFIX=$work/prefixes/$1
    [ -e "$WINEPREFIX/system.reg" ] && return
    mkdir -p "$WINEPREFIX"
    timeout -k 5 300 wineboot -i >"$work/wineboot.log" 2>&1
    set_up_prefix
    wineserver -w
}

# Debian's Liberation fonts, in the folder of fonts for who reads files and in the registry for DirectWrite, under
# their own names and for the interface's.
set_up_prefix() {
    local folder=$WINEPREFIX/drive_c/windows/Fonts file name
    mkdir -p "$folder"
    cp /usr/share/fonts/truetype/liberation/Liberation{Mono,Sans,Serif}-*.ttf "$folder/"
    {
        printf 'REGEDIT4\n\n[HKEY_LOCAL_MACHINE\\Software\\Microsoft\\Windows NT\\CurrentVersion\\Fonts]\n'
        for file in "$folder"/Liberation*.ttf; do
            name=$(basename "$file")
            printf '"%s (TrueType)"="%s"\n' "${name%.ttf}" "$name"
        done
        printf '\n[HKEY_CURRENT_USER\\Software\\Wine\\Fonts\\Replacements]\n'
        for name in "Segoe UI" "MS Shell Dlg" "MS Shell Dlg 2" Tahoma; do
            printf '"%s"="Liberation Sans"\n' "$name"
        done
        # There is no window manager: wine draws frames and maximises by itself.
        printf '\n[HKEY_CURRENT_USER\\Software\\Wine\\X11 Driver]\n"Managed"="N"\n'
    } >"$work/prefix.reg"
    timeout -k 5 60 wine regedit /S "$(windows_path "$work/prefix.reg")"
}

# The user's folder of Windows in the prefix.
home() {
    printf '%s/drive_c/users/%s' "$WINEPREFIX" "$(id -un)"
}

# in_wine SECONDS COMMAND …: with a limit. 124 where it was reached.
in_wine() {
    local limit=$1
    shift
    timeout -k 5 "$limit" wine "$@"
}

windows_path() {
    printf 'Z:%s' "${1//\//\\}"
}
