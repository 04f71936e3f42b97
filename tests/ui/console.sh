#!/bin/sh
# The real window, driven as a person would: opens the demonstration register, filters, selects, changes the date,
# imports a file, opens a case, undoes it; then the command line says that the register holds just that.
#   console.sh XIAOAN FOLDER_OF_THIS_SCRIPT
set -eu
xiaoan=$1
here=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
say() { printf 'console.sh: %s\n' "$*"; }

"$xiaoan" --register demo.xiaoan init --demo
before=$("$xiaoan" --register demo.xiaoan --format json history --most 1 | sed 's/.*"change":\([0-9]*\).*/\1/')
cp "$here/one-bus.csv" .

"$xiaoan" --register demo.xiaoan --as-of 2026-11-23 --scale 1 --script "$here/console.script"

cases=$("$xiaoan" --register demo.xiaoan --as-of 2026-11-23 --format json cases list)
[ "$cases" = '{"cases":[]}' ] || { say "the case should have been undone: $cases"; exit 1; }
"$xiaoan" --register demo.xiaoan --format json findings | grep -q '"key":"吉G88888"' ||
    { say "the imported bus is not judged"; exit 1; }
after=$("$xiaoan" --register demo.xiaoan --format json history --most 1 | sed 's/.*"change":\([0-9]*\).*/\1/')
[ "$after" -eq $((before + 3)) ] || { say "import, case and undo make three changes, not $((after - before))"; exit 1; }
"$xiaoan" --register demo.xiaoan verify
say "1 passed, 0 failed"
