#!/bin/bash
# Kills the program with signal 9 at random moments of its work, and looks whether anything that it reported as done is
# missing, and whether the register opens and is sound.
#
# tests/support/kills.sh XIAOAN ROUNDS [ROWS [OLD_REGISTER]]
#   XIAOAN        the program
#   ROUNDS        how many kills; jobs take turns: import, command, backup, migration
#   ROWS          of the file that is imported (20000)
#   OLD_REGISTER  a register of an older schema; without one migrations are left out
# RANDOM_SEED=N repeats the moments asked for; where they fall in the work depends on the machine.
set -u
xiaoan=$(realpath "$1") rounds=$2 rows=${3:-20000} old=${4:+$(realpath "$4")}
RANDOM=${RANDOM_SEED:-1}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
run() { "$xiaoan" --register "$1" --lang en --as-of 2026-11-23 "${@:2}"; }

# A register with ten buses, and a file with many.
mkdir base
run base/r init > /dev/null 2>&1 || { echo "init failed"; exit 1; }
{ echo registration_number,county,seats; for i in $(seq 10); do printf '吉A%05d,220802,30\n' "$i"; done; } > few.csv
{ echo registration_number,county,seats; seq -f '吉B%05.0f,220881,36' "$rows"; } > many.csv
run base/r import few.csv > /dev/null || { echo "import failed"; exit 1; }

failed=0 killed=0
fail() { echo "round $round ($job): $*"; failed=$((failed + 1)); }
# How long the work takes undisturbed, in milliseconds.
took() { local t0; t0=$(date +%s%N); "$@" > /dev/null 2>&1; echo $((($(date +%s%N) - t0) / 1000000)); }
fresh() { rm -rf now; cp -r "$1" now; }
buses() { run now/r export buses --out now/out.csv > /dev/null 2>&1 && tail -n +2 now/out.csv | grep -c .; }
sound() { run now/r verify > now/verify 2>&1 || fail "verify: $(cat now/verify)"; }
# Kills process $1 within $2 ms; gives its exit code, 137 where it was still at work.
kill_within()
{
    local wait=$(((RANDOM * 32768 + RANDOM) % ($2 + 1)))
    sleep "$((wait / 1000)).$(printf %03d $((wait % 1000)))"
    kill -9 "$1" 2> /dev/null
    wait "$1" 2> /dev/null
    local status=$?
    [ "$status" -eq 137 ] && killed=$((killed + 1))
    return "$status"
}

fresh base; import_ms=$(took run now/r import many.csv)
fresh base; put_ms=$(took run now/r put buses 吉C00000 county=220802)
fresh base; backup_ms=$(took run now/r backup now/copy)
if [ -n "$old" ]; then
    mkdir older && cp "$old" older/r && cp "$old.secret" older/r.secret
    fresh older; before_migration=$(buses)
    migrate_ms=$(took run now/r settings set notice_days 45 --source kills)
fi

kill_import()
{
    fresh base
    "$xiaoan" --register now/r --lang en import many.csv > now/said 2>&1 &
    kill_within $! "$import_ms"
    local done_before=$?
    sound
    local count; count=$(buses)
    if [ "$done_before" -eq 0 ]; then
        [ "$count" = $((10 + rows)) ] || fail "reported as done, but $count buses"
    elif [ "$count" != 10 ] && [ "$count" != $((10 + rows)) ]; then
        fail "neither before nor after: $count buses"
    fi
    run now/r import many.csv > now/said 2>&1 || fail "not imported afterwards: $(cat now/said)"
    [ "$(buses)" = $((10 + rows)) ] || fail "not whole afterwards"
}

kill_command()
{
    fresh base; : > now/done
    ( for i in $(seq 8); do
          "$xiaoan" --register now/r put buses "$(printf '吉C%05d' "$i")" county=220802 > /dev/null 2>&1 &
          echo $! > now/pid; wait $! && echo "$(printf '吉C%05d' "$i")" >> now/done
      done ) &
    local loop=$!
    local wait=$((RANDOM % (put_ms * 8)))
    sleep "$((wait / 1000)).$(printf %03d $((wait % 1000)))"
    kill -9 "$loop" 2> /dev/null
    kill -9 "$(cat now/pid 2> /dev/null)" 2> /dev/null && killed=$((killed + 1))
    wait "$loop" 2> /dev/null
    sound
    local count; count=$(buses)
    local acknowledged; acknowledged=$(grep -c . now/done)
    while read -r key; do grep -q "$key" now/out.csv || fail "$key was reported as done"; done < now/done
    [ "$count" -ge $((10 + acknowledged)) ] && [ "$count" -le $((11 + acknowledged)) ] ||
        fail "$acknowledged reported as done, $((count - 10)) there"
}

kill_backup()
{
    fresh base
    "$xiaoan" --register now/r --lang en backup now/copy > now/said 2>&1 &
    kill_within $! "$backup_ms"
    local done_before=$?
    sound
    [ "$(buses)" = 10 ] || fail "the register changed"
    if [ -e now/copy ] || [ "$done_before" -eq 0 ]; then
        run now/copy verify > now/verify 2>&1 || fail "a copy that is not sound: $(cat now/verify)"
    else
        run now/r backup now/copy > now/said 2>&1 || fail "no copy afterwards: $(cat now/said)"
    fi
}

kill_migration()
{
    fresh older
    "$xiaoan" --register now/r --lang en settings set notice_days 45 --source kills > now/said 2>&1 &
    kill_within $! "$migrate_ms"
    local done_before=$?
    if [ "$done_before" -eq 0 ]; then
        run now/r settings get notice_days 2>&1 | grep -q 45 || fail "what was set is not there"
    fi
    run now/r settings set notice_days 46 --source kills > now/said 2>&1 || fail "does not open: $(cat now/said)"
    sound
    [ "$(buses)" = "$before_migration" ] || fail "other buses than before"
    ls now/r.v*.backup > /dev/null 2>&1 || fail "no copy from before the migration"
}

jobs_there=(import command backup)
[ -n "$old" ] && jobs_there+=(migration)
for ((round = 1; round <= rounds; ++round)); do
    job=${jobs_there[round % ${#jobs_there[@]}]}
    "kill_$job"
done
echo "$rounds rounds, $killed killed at work, $failed failures (import ${import_ms} ms, put ${put_ms} ms, backup ${backup_ms} ms, migration ${migrate_ms:--} ms)"
[ "$failed" -eq 0 ]
