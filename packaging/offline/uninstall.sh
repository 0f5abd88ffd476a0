#!/bin/sh
# Removes the Evenkeel that this file lies in. Journals and settings of users stay.
set -eu
remove() {
    here=$(cd "$(dirname "$0")" && pwd)
    [ -f "$here/.evenkeel-offline" ] || {
        echo "$here was not made by install.sh, so nothing was removed." >&2
        exit 2
    }
    if [ "${1:-}" != --yes ]; then
        [ -t 0 ] || { echo "There is no terminal to ask in; add --yes to remove without being asked." >&2; exit 2; }
        printf 'Remove Evenkeel from %s? [y/N] ' "$here"
        read -r answer
        case $answer in [yY]*) ;; *) echo "Nothing was removed."; exit 2 ;; esac
    fi
    # Only what still belongs to this one: another installation may have taken its place.
    while read -r place; do
        if [ -L "$place" ]; then
            [ "$(readlink "$place")" != "$here/evenkeel" ] || rm -f "$place"
        elif [ -f "$place" ]; then
            ! grep -qF "$here/evenkeel" "$place" || rm -f "$place"
        fi
    done <"$here/.put-elsewhere"
    cd /
    rm -rf "$here"
    echo "Evenkeel is removed from $here. What is the user's stays: see the data folder that its doctor named."
    exit 0
}
remove "$@"
