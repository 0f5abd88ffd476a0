#!/usr/bin/env bash
# Build dist/Evenkeel.app and a disk image of it on a Mac: packaging/macos/build.sh
# Needs macOS 15 on Apple silicon (moonshine-voice comes for no other), Python 3.11 (PYTHON names another) and the
# command line tools of Xcode. Without a network: WHEELS=FOLDER,
# which holds what requirements-dev.lock names. Not yet run on a real Mac.
#
# Signing: IDENTITY="Developer ID Application: ..." signs with the hardened runtime (evenkeel.spec reads it, too);
# without it the app is signed for this Mac only ("-"), which is enough for macOS to ask for the microphone. For
# other Macs the image is then to be notarised: xcrun notarytool submit IMAGE --keychain-profile PROFILE --wait, and
# xcrun stapler staple IMAGE.
# Models for a whole office go into the folder that the policy names, not into the app: its seal would break.
set -euo pipefail
cd "$(dirname "$0")/../.."
at=build/macos
python=$at/venv/bin/python
[ -x "$python" ] || "${PYTHON:-python3.11}" -m venv "$at/venv"
from=()
[ -z "${WHEELS:-}" ] || from=(--no-index --find-links "$WHEELS")
"$python" -m pip install -q --disable-pip-version-check --require-hashes ${from[@]+"${from[@]}"} -r requirements-dev.lock

export PYTHONHASHSEED=0 LC_ALL=C
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 1700000000)}
"$python" packaging/translations.py
PYTHONPATH=packaging "$python" -m papers.make dist/papers
rm -rf dist/evenkeel dist/Evenkeel.app
"$python" -m PyInstaller --noconfirm --clean --log-level WARN --distpath dist --workpath "$at/work" packaging/evenkeel.spec
rm -rf dist/evenkeel # the same once more, without what makes it an app

# PyInstaller has signed every library, those in frameworks, too, by the same identity. The seal of the whole
# comes last, and here once more: where PyInstaller fails at it, that is no more than a warning.
identity=${IDENTITY:--}
hardened=(--options runtime --timestamp)
[ "$identity" != - ] || hardened=()
codesign --force --sign "$identity" ${hardened[@]+"${hardened[@]}"} \
    --entitlements packaging/macos/entitlements.plist dist/Evenkeel.app
codesign --verify --deep --strict dist/Evenkeel.app

# What it must be able to do before it is packed: its parts are there, and it understands a call.
program=dist/Evenkeel.app/Contents/MacOS/evenkeel
"$program" doctor
"$program" review resources/sample_call/complaint.flac --json "$at/report.json" --no-transcript
grep -q '"text": ".*Friday' "$at/report.json" || { echo "The app did not understand the sample call." >&2; exit 1; }

packaging/macos/dmg
