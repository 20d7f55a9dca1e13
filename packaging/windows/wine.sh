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
    export LOCPATH=$work/locales LC_ALL=en_US.UTF-8
}

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
    timeout -k 5 180 wineboot -i >"$work/wineboot.log" 2>&1
    wineserver -w
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
