#!/bin/sh
# Installs Evenkeel from this folder, without any network. See READ-ME-FIRST.txt.
set -eu
umask 022
cd "$(dirname "$0")"

python=python@PYTHON@
yes=
if [ "$(id -u)" -eq 0 ]; then
    prefix=/usr/local/lib/evenkeel bin=/usr/local/bin applications=/usr/local/share/applications
else
    prefix=$HOME/.local/lib/evenkeel bin=$HOME/.local/bin
    applications=${XDG_DATA_HOME:-$HOME/.local/share}/applications
fi

usage() {
    echo "usage: ./install.sh [--yes] [--prefix FOLDER] [--python PROGRAM]"
    echo "  --yes      ask nothing"
    echo "  --prefix   where it goes; otherwise $prefix"
    echo "  --python   a Python @PYTHON@; otherwise $python of this computer"
}
stop() {
    echo "$*" >&2
    exit 2
}

while [ $# -gt 0 ]; do
    case $1 in
    --yes) yes=yes ;;
    --prefix | --python)
        [ $# -ge 2 ] || stop "$1 needs a value; see ./install.sh --help."
        [ "$1" = --prefix ] && prefix=$2 || python=$2
        shift
        ;;
    --help | -h)
        usage
        exit 0
        ;;
    *) stop "$1 is not known; see ./install.sh --help." ;;
    esac
    shift
done
case $prefix in /*) ;; *) prefix=$OLDPWD/$prefix ;; esac

# 1. The bundle is whole.
[ -f SHA256SUMS ] || stop "SHA256SUMS is missing, so the bundle can't be checked; copy all of it again. Nothing was installed."
if command -v sha256sum >/dev/null; then
    sums="sha256sum -c"
elif command -v shasum >/dev/null; then
    sums="shasum -a 256 -c"
else
    stop "The bundle can't be checked, for this computer has neither sha256sum nor shasum; install one of them. Nothing was installed."
fi
# In English whatever the user's language is: the names of files are taken from what it says.
if ! told=$(LC_ALL=C $sums SHA256SUMS 2>/dev/null); then
    broken=$(printf '%s\n' "$told" | sed -n 's/: FAILED.*//p')
    [ -n "$broken" ] ||
        stop "The bundle can't be checked, for SHA256SUMS is damaged; copy all of it again. Nothing was installed."
    first=$(printf '%s\n' "$broken" | head -n 1)
    number=$(printf '%s\n' "$broken" | wc -l | tr -d ' ')
    [ "$number" -eq 1 ] || first="$first and $((number - 1)) more"
    stop "Damaged or missing: $first; copy the bundle again from where you got it. Nothing was installed."
fi

# 2. Everything it needs of this computer is there.
command -v "$python" >/dev/null ||
    stop "Python @PYTHON@ was not found; install it, or name it with --python. Nothing was installed."
"$python" -c 'import sys, venv; sys.exit(sys.version_info[:2] != tuple(map(int, "@PYTHON@".split("."))))' 2>/dev/null ||
    stop "$python is not a whole Python @PYTHON@, which this bundle is made for; name one with --python. Nothing was installed."
# Without "..", doubled slashes and one at the end: its neighbours are named by it, and uninstall.sh compares it.
prefix=$("$python" -I -c 'import os, sys; print(os.path.abspath(sys.argv[1]))' "$prefix")
[ ! -e "$prefix" ] || [ -f "$prefix/.evenkeel-offline" ] || [ -z "$(ls -A "$prefix" 2>/dev/null || echo other)" ] ||
    stop "$prefix holds something else; name another folder with --prefix. Nothing was installed."
if [ -f system-packages.txt ] && command -v dpkg-query >/dev/null; then
    missing=
    while read -r package; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q "ok installed" || missing="$missing $package"
    done <system-packages.txt
    [ -z "$missing" ] ||
        echo "The window and live calls need packages of this system that are missing; install them, too:$missing" >&2
fi

if [ -z "$yes" ]; then
    [ -t 0 ] || stop "There is no terminal to ask in; add --yes to install without being asked."
    printf 'Install Evenkeel into %s? [y/N] ' "$prefix"
    read -r answer
    case $answer in [yY]*) ;; *) stop "Nothing was installed." ;; esac
fi

# 3. Beside its place first, so that what is there now stays until the new one is whole.
new=$prefix.new
rm -rf "$new"
mkdir -p "$new"
trap 'rm -rf "$new"' EXIT
cp -R program/. "$new/"
cp -R papers check.sh uninstall.sh "$new/"
sed 's/currentColor/#2a8f8b/' program/resources/icons/keel.svg >"$new/evenkeel.svg"
"$python" -m venv --without-pip "$new/python"
inner=$new/python/bin/python
"$inner" -I "$(echo wheels/pip-*.whl)/pip" install -q --disable-pip-version-check --no-warn-script-location \
    --no-index --find-links wheels --no-deps --require-hashes -r requirements.lock ||
    stop "The packages can't be installed by $python; this bundle is made for another system. Nothing was installed."
find "$new/python/bin" ! -name 'python*' -type f -exec rm -f {} +
"$inner" -I -m compileall -q "$new/app" "$new/main.py"
cat >"$new/evenkeel" <<'LAUNCHER'
#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
exec "$here/python/bin/python" -E -s "$here/main.py" "$@"
LAUNCHER
chmod 755 "$new/evenkeel"
: >"$new/.evenkeel-offline"

# 4. In place of the old one; models that somebody put beside that one stay.
if [ -d "$prefix/speech_models" ]; then
    for model in "$prefix"/speech_models/*/; do
        [ ! -d "$model" ] || [ -e "$new/speech_models/$(basename "$model")" ] || cp -R "$model" "$new/speech_models/"
    done
fi
rm -rf "$prefix.old"
[ ! -e "$prefix" ] || mv "$prefix" "$prefix.old"
mv "$new" "$prefix"
trap - EXIT
rm -rf "$prefix.old"

# 5. Where people and desktops look.
mkdir -p "$bin"
if [ -e "$bin/evenkeel" ] && [ ! -L "$bin/evenkeel" ]; then
    echo "$bin/evenkeel is something else and was left; start $prefix/evenkeel." >&2
else
    ln -sfn "$prefix/evenkeel" "$bin/evenkeel"
    echo "$bin/evenkeel" >"$prefix/.put-elsewhere"
fi
if [ -f evenkeel.desktop ]; then
    mkdir -p "$applications"
    "$prefix/python/bin/python" -I -c '
import sys
prefix, text = sys.argv[1], sys.stdin.read()
quoted = prefix.replace("%", "%%").replace("\\", "\\\\\\\\").replace("\"", "\\\\\"").replace("`", "\\\\`").replace("$", "\\\\$")
text = text.replace("Exec=evenkeel\n", f"Exec=\"{quoted}/evenkeel\"\n")
sys.stdout.write(text.replace("Icon=evenkeel\n", f"Icon={prefix}/evenkeel.svg\n"))
' "$prefix" <evenkeel.desktop >"$applications/evenkeel.desktop"
    echo "$applications/evenkeel.desktop" >>"$prefix/.put-elsewhere"
fi
echo "Evenkeel is installed in $prefix; start it with $bin/evenkeel, remove it with $prefix/uninstall.sh."

# 6. It works here.
exec "$prefix/check.sh"
