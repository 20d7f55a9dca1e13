# shellcheck shell=bash
# shellcheck disable=SC2154  # $payload, $work and others are check.sh's
# What check.sh tries of the frozen program, and the tests on the Windows Python. Windows are known by their titles
# (xdotool search), keys are sent with XTest: nothing in the program knows of it.

run_program_checks() {
    check "selftest" selftest
    check "convert, cp1252" same_files_as_on_linux en_US cp1252
    check "convert, cp1258" same_files_as_on_linux vi_VN cp1258
    check "convert, target held" target_held
    check "start" start_beside_a_bare_window
    check "a .danvan file opens" open_a_file
    check "log-off after a key" end_of_session
    check "kill -9 and resume" kill_and_resume
    check "portable" portable
    check "pictures" take_pictures
}

sample=resources/samples/bao-cao-mau.danvan
readonly TITLE=' – Danvan Desktop'

data_folder() {
    printf '%s/AppData/Local/DanvanDesktop' "$(home)"
}

# wait_for_title REGEX SECONDS: a window with that title is shown; prints the title.
wait_for_title() {
    local end=$((SECONDS + $2)) title
    while ((SECONDS < end)); do
        title=$(xdotool search --onlyvisible --name "$1" getwindowname 2>/dev/null | tail -n 1)
        [ -z "$title" ] || { echo "$title" && return 0; }
        sleep 0.03
    done
    echo "no window: $1" && return 1
}

# open_program FOLDER FILE …: started, with its window shown. $process is its id: wine's loader becomes the program.
open_program() {
    local folder=$1
    shift
    wine "$folder/$program" "$@" &
    process=$!
    wait_for_title 'Danvan Desktop' 60
}

kill_program() {
    kill -9 "$process" 2>/dev/null
    wait "$process" 2>/dev/null
    wineserver -k
    return 0
}

selftest() {
    use_prefix check-program
    expect 0 in_wine 120 "$payload/$console" --selftest
}

# Three reports, from a folder with Vietnamese letters and spaces.
same_files_as_on_linux() {
    local code_page=$2 folder="$work/Báo cáo của phòng Đảng ủy" name count=0
    local LC_ALL # the caller's comes back
    use_locale "$1"
    use_prefix check-program
    in_wine 60 "$work/python/python.exe" -c 'import locale; print(locale.getencoding())' | tr -d '\r' |
        grep -x "$code_page" || { echo "the code page is not $code_page" && return 1; }
    rm -rf "$folder"
    mkdir -p "$folder/Linux" "$folder/Windows"
    cp "$sample" "$folder/Báo cáo mẫu.danvan"
    # Two more reports, as they come from a Word file and a PDF: read once, since their date is that of the import.
    on_linux convert "$sample" "$folder/cũ.docx" "$folder/cũ.pdf" || return 1
    on_linux convert "$folder/cũ.docx" "$folder/Từ tệp Word.danvan" || return 1
    on_linux convert "$folder/cũ.pdf" "$folder/Từ tệp PDF.danvan" || return 1
    for name in "Báo cáo mẫu" "Từ tệp Word" "Từ tệp PDF"; do
        on_linux convert "$folder/$name.danvan" "$folder/Linux/$name – kết quả."{docx,pdf,txt} || return 1
        (cd "$folder" && expect 0 in_wine 120 "$payload/$console" convert "$name.danvan" \
            "Windows/$name – kết quả."{docx,pdf,txt}) || return 1
        count=$((count + 3))
    done
    diff <(cd "$folder/Linux" && sha256sum ./*) <(cd "$folder/Windows" && sha256sum ./*) || return 1
    echo "$count files of three reports with the same SHA-256 as on Linux"
}

on_linux() {
    LOCPATH='' LC_ALL=C.UTF-8 .venv/bin/python -m danvan_desktop "$@"
}

target_held() {
    local folder=$work/held before
    use_prefix check-program
    rm -rf "$folder"
    mkdir -p "$folder"
    cp "$sample" "$folder/mau.danvan"
    (cd "$folder" && expect 0 in_wine 120 "$payload/$console" convert mau.danvan mau.docx) || return 1
    before=$(sha256sum "$folder/mau.docx")
    in_wine 60 "$work/python/python.exe" -c \
        'import sys, time; held = open(sys.argv[1], "rb"); print("held", flush=True); time.sleep(40)' \
        "$(windows_path "$folder/mau.docx")" >"$folder/held.txt" &
    until grep -q held "$folder/held.txt"; do sleep 0.2; done
    (cd "$folder" && expect 2 in_wine 60 "$payload/$console" convert --force mau.danvan mau.docx) || return 1
    [ "$before" = "$(sha256sum "$folder/mau.docx")" ] || { echo "the held file changed" && return 1; }
    [ "$(ls "$folder")" = "$(printf '%s\n' held.txt mau.danvan mau.docx)" ] || { ls "$folder" && return 1; }
    echo "refused with 2 and a sentence; the file is as it was, nothing is left beside it"
}

# Frozen as the program is, so that only what the program adds is measured.
freeze_bare_window() {
    [ -e "$work/bare/bare/bare.exe" ] && return
    in_wine 900 "$work/python/python.exe" -m PyInstaller --noconfirm --log-level ERROR --windowed --name bare \
        --exclude-module PySide6.QtNetwork --distpath "$(windows_path "$work/bare")" \
        --workpath "$(windows_path "$work/bare-work")" --specpath "$(windows_path "$work/bare-work")" \
        "$(windows_path "$here/bare_window.py")"
}

# start_time PROGRAM TITLE: seconds to the window, of a process that is ended at once.
start_time() {
    local begin took
    begin=$(seconds)
    wine "$1" &
    process=$!
    wait_for_title "$2" 60 >/dev/null || return 1
    took=$(since "$begin")
    kill -9 "$process" 2>/dev/null
    wait "$process" 2>/dev/null
    echo "$took"
}

start_beside_a_bare_window() {
    local round ours=() bare=()
    use_prefix check-program
    freeze_bare_window || { echo "the bare window is not frozen" && return 1; }
    rm -rf "$(data_folder)"
    wine cmd /c exit # the wineserver is there, as Windows is when a person logs in
    start_time "$payload/$program" 'Danvan Desktop' && start_time "$work/bare/bare/bare.exe" 'Bare window'
    for round in 1 2 3 4 5 6 7 8 9 10; do
        ours+=("$(start_time "$payload/$program" 'Danvan Desktop')")
        bare+=("$(start_time "$work/bare/bare/bare.exe" 'Bare window')")
        echo "$round: ${ours[-1]} ${bare[-1]}"
    done
    "$tools" - "${ours[*]}" "${bare[*]}" <<'P'
import statistics, sys
ours, bare = (statistics.median(map(float, words.split())) for words in sys.argv[1:])
print(f"{ours:.2f} s, a bare frozen window {bare:.2f} s: {ours - bare:+.2f} s (medians of ten, in turn)")
sys.exit(ours - bare > 0.3)
P
}

open_a_file() {
    use_prefix check-program
    rm -rf "$(data_folder)"
    mkdir -p "$work/Tệp gửi đến"
    cp "$sample" "$work/Tệp gửi đến/Báo cáo năm 2025.danvan"
    open_program "$payload" "$(windows_path "$work/Tệp gửi đến/Báo cáo năm 2025.danvan")" || return 1
    wait_for_title "Kết quả thực hiện.*$TITLE" 30 || return 1
    kill_program
    echo "its subject is the window's title"
}

# The report is open and its subject, which is the window's title, has the focus.
open_sample() {
    rm -rf "$(data_folder)"
    open_program "$payload" "$(windows_path "$PWD/$sample")" || return 1
    wait_for_title "Kết quả thực hiện.*$TITLE" 30 || return 1
    sleep 2
    xdotool mousemove 683 16 click 1 # on its title: nobody else makes a window active here
    sleep 1
}

end_of_session() {
    use_prefix check-program
    open_sample || return 1
    xdotool type --delay 30 qzjx
    in_wine 60 wineboot --end-session || return 1
    wait "$process"
    wineserver -w
    open_program "$payload" || return 1
    wait_for_title "qzjx.*$TITLE" 30 || { wait_for_title 'Danvan Desktop' 1; return 1; }
    kill_program
    echo "typed, logged off at once, there at the next start"
}

kill_and_resume() {
    use_prefix check-program
    open_sample || return 1
    xdotool type --delay 30 qzjx
    sleep 4
    kill_program
    open_program "$payload" || return 1
    wait_for_title "qzjx.*$TITLE" 30 || { wait_for_title 'Danvan Desktop' 1; return 1; }
    kill_program
    echo "typed, killed 4 s later, there at the next start"
}

portable() {
    local folder=$work/portable
    use_prefix check-portable
    rm -rf "$folder"
    unzip -q "$out/danvan-desktop-$version-portable.zip" -d "$folder" || return 1
    open_program "$folder/danvan-desktop" || return 1
    sleep 2
    kill_program
    [ -e "$folder/danvan-desktop/data/drafts.sqlite3" ] || { echo "no data beside the program" && return 1; }
    [ ! -e "$(data_folder)" ] || { echo "data in the user's folder" && return 1; }
    echo "data beside the program, none in the user's folder"
}

picture() {
    sleep "${2:-2}"
    import -window root "$pictures/$1.png"
}

take_pictures() {
    rm -rf "$pictures"
    mkdir -p "$pictures"
    use_prefix check-program
    rm -rf "$(data_folder)"
    open_program "$payload" || return 1
    picture trang-dau 4
    kill_program
    open_sample || return 1
    picture soan-thao 3
    xdotool key F11
    picture xem-trang-in 8
    xdotool key F11
    sleep 1
    xdotool key F12
    picture xuat-ban 4
    xdotool key Escape
    sleep 1
    xdotool key ctrl+F7
    picture phieu-kiem-tra 25
    kill_program
    echo "in ${pictures#"$PWD/"}: look at them"
}

run_tests() {
    local site=$work/tests-site
    use_prefix check-tests
    if ! cmp -s requirements-dev.lock "$site/made-from"; then
        rm -rf "$site"
        "$tools" -m uv pip install --quiet --python-platform windows --python-version 3.13 --only-binary :all: \
            --require-hashes --target "$site" -r requirements-dev.lock || return 1
        cp requirements-dev.lock "$site/made-from"
    fi
    PYTHONPATH=$(windows_path "$site") in_wine 5400 "$work/python/python.exe" -m pytest -q -p no:cacheprovider \
        -n 2 --dist worksteal tests
    local code=$?
    return $code
}
