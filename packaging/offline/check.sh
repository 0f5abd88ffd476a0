#!/bin/sh
# Checks an installed Evenkeel: what it needs is here, and it reviews the sample call. Touches nothing of the user's.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
[ -x "$here/evenkeel" ] || {
    echo "Evenkeel is not installed in $here; run install.sh, then the check.sh of that place." >&2
    exit 2
}
EVENKEEL_HOME=$(mktemp -d)
export EVENKEEL_HOME
trap 'rm -rf "$EVENKEEL_HOME"' EXIT
"$here/evenkeel" doctor
"$here/evenkeel" review "$here/resources/sample_call/complaint.flac" --call-type complaint --no-transcript \
    --json "$EVENKEEL_HOME/report.json" >/dev/null
"$here/python/bin/python" -I -c '
import json, sys
report = json.load(open(sys.argv[1], encoding="utf-8"))
if report["metrics"]["talk_ratio"] is None or not report["transcript"]:
    sys.exit("The sample call was reviewed, but not understood; install the bundle again.")
' "$EVENKEEL_HOME/report.json"
echo "Evenkeel works here: the sample call was reviewed, and understood."
