#!/bin/bash
# Works on a disk that is full, and looks whether each refusal says so, whether anything is lost, and whether all goes on
# once there is room.
#
# tests/support/full_disk.sh XIAOAN     needs to be allowed to mount (as root, or where users may have namespaces)
set -u
if [ -z "${XIAOAN_OWN_MOUNTS:-}" ]; then
    XIAOAN_OWN_MOUNTS=yes exec unshare --map-root-user --mount "$0" "$@"
fi
xiaoan=$(realpath "$1")
disk=$(mktemp -d) outside=$(mktemp -d)
mount -t tmpfs -o size=24m tmpfs "$disk" || exit 2
trap 'cd /; umount "$disk"; rm -rf "$disk" "$outside"' EXIT
cd "$disk" || exit 2
failed=0
fail() { echo "$*"; failed=$((failed + 1)); }
run() { "$xiaoan" --register r --lang en --as-of 2026-11-23 "$@"; }
buses() { run export buses --out "$outside/out.csv" > /dev/null 2>&1 && tail -n +2 "$outside/out.csv" | grep -c .; }
# Expects exit code 1 and a sentence that says why; the register is as it was.
refused()
{
    local said; said=$(run "$@" 2>&1)
    local code=$?
    [ "$code" -eq 1 ] || fail "$1: exit $code, not 1: $said"
    case $said in *full*|*space*) ;; *) fail "$1 does not say that the disk is full: $said";; esac
    run verify > "$outside/verify" 2>&1 || fail "after $1: $(cat "$outside/verify")"
    [ "$(buses)" = 10 ] || fail "after $1: $(buses) buses"
}

run init > /dev/null 2>&1 || { echo "init failed"; exit 2; }
{ echo registration_number,county,seats; for i in $(seq 10); do printf '吉A%05d,220802,30\n' "$i"; done; } > "$outside/few.csv"
{ echo registration_number,county,seats; seq -f '吉B%05.0f,220881,36' 60000; } > "$outside/many.csv"
run import "$outside/few.csv" > /dev/null || { echo "import failed"; exit 2; }

dd if=/dev/zero of=filler bs=64k > /dev/null 2>&1
refused import "$outside/many.csv"
refused put buses 吉C00001 county=220802
refused backup copy
[ -e copy ] && fail "a part of a copy was left"
refused export buses --out out.csv
[ -e out.csv ] && fail "a part of an export was left"
rm filler
dd if=/dev/zero of=filler bs=64k count=$(($(df --output=avail -k . | tail -1) / 64 - 32)) > /dev/null 2>&1
refused import "$outside/many.csv"   # some room, not enough
rm filler
run put buses 吉C00001 county=220802 > /dev/null 2>&1 || fail "nothing can be written once there is room"
[ "$(buses)" = 11 ] || fail "$(buses) buses once there is room"
run verify > "$outside/verify" 2>&1 || fail "at the end: $(cat "$outside/verify")"
ls -A | grep -v -x -e r -e r.secret -e r-wal -e r-shm && fail "files were left behind"
echo "$failed failures"
[ "$failed" -eq 0 ]
