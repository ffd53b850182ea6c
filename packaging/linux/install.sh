#!/bin/sh
# Installs the program for the user who calls this, without root: below ~/.local. Calling it again brings it up to date.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
if [ "$(id -u)" -eq 0 ] && [ "${1:-}" != "--as-root" ]; then
    echo "This installs for one user, and you are root. For the whole machine take the Debian package;" >&2
    echo "to install for root all the same: install.sh --as-root" >&2
    exit 1
fi
if [ ! -x "$here/watchdoge" ] || [ ! -d "$here/share" ]; then
    echo "$here holds no program: unpack the whole archive and start install.sh inside it." >&2
    exit 1
fi
local="$HOME/.local"
share="${XDG_DATA_HOME:-$local/share}"
program="$local/lib/watchdoge"
if [ "$here" = "$program" ]; then
    echo "This is the installed program already: $program"
    exit 0
fi
for link in /proc/[0-9]*/exe; do
    if [ "$(readlink "$link" 2>/dev/null)" = "$program/watchdoge" ]; then
        echo "WatchDoge is running. End it, then start install.sh again." >&2
        exit 1
    fi
done

# The new program stands completely before the old one goes.
mkdir -p "$local/lib" "$local/bin" "$share/applications" "$share/metainfo" "$share/icons"
new=$(mktemp -d "$local/lib/.watchdoge-XXXXXX")
put_back() {
    if [ ! -e "$program" ] && [ -e "$new.old" ]; then
        mv "$new.old" "$program"
    fi
    rm -rf -- "$new" "$new.old"
}
trap put_back EXIT
trap 'exit 130' HUP INT TERM
cp -R "$here/." "$new/"
chmod 755 "$new"
if [ -e "$program" ]; then
    mv "$program" "$new.old"
fi
mv "$new" "$program"
ln -sfn "$program/watchdoge" "$local/bin/watchdoge"

# A desktop file names the program by its path, quoted as its specification asks; ~/.local/bin need not be in PATH.
quoted=$(printf '%s' "$program/watchdoge" | sed -e 's/[\\"`$]/\\&/g' -e 's/\\/\\\\/g' -e 's/%/%%/g')
plain=$(printf '%s' "$program/watchdoge" | sed -e 's/\\/\\\\/g')
QUOTED=$quoted PLAIN=$plain awk '
    /^Exec=watchdoge/ { print "Exec=\"" ENVIRON["QUOTED"] "\"" substr($0, length("Exec=watchdoge") + 1); next }
    /^TryExec=/ { print "TryExec=" ENVIRON["PLAIN"]; next }
    { print }
' "$program/share/applications/watchdoge.desktop" > "$share/applications/.watchdoge.desktop.new"
mv "$share/applications/.watchdoge.desktop.new" "$share/applications/watchdoge.desktop"
cp -R "$program/share/metainfo/." "$share/metainfo/"
cp -R "$program/share/icons/hicolor" "$share/icons/"

# A cache that is older than the icons would hide them.
if [ -f "$share/icons/hicolor/index.theme" ] && command -v gtk-update-icon-cache >/dev/null 2>&1; then
    gtk-update-icon-cache -q -t -f "$share/icons/hicolor" || true
fi

echo "WatchDoge Supercharged is installed in $program"
echo "It is in the desktop's menu. In a terminal: $local/bin/watchdoge"
echo "To remove it: $program/uninstall.sh"
