#!/bin/sh
# Removes what install.sh installed for this user. What the program recorded and was told stays, and is named.
set -eu

local="$HOME/.local"
share="${XDG_DATA_HOME:-$local/share}"
program="$local/lib/watchdoge"
for link in /proc/[0-9]*/exe; do
    if [ "$(readlink "$link" 2>/dev/null)" = "$program/watchdoge" ]; then
        echo "WatchDoge is running. End it, then start uninstall.sh again." >&2
        exit 1
    fi
done

if [ "$(readlink "$local/bin/watchdoge" 2>/dev/null)" = "$program/watchdoge" ]; then
    rm -f -- "$local/bin/watchdoge"
fi
rm -f -- "$share/applications/watchdoge.desktop" "$share/metainfo/org.watchdoge.WatchDoge.metainfo.xml"
for icon in "$share"/icons/hicolor/*/apps/watchdoge.png "$share/icons/hicolor/scalable/apps/watchdoge.svg"; do
    rm -f -- "$icon"
done
autostart="${XDG_CONFIG_HOME:-$HOME/.config}/autostart/watchdoge.desktop"
if grep -qsF "lib/watchdoge/watchdoge" "$autostart"; then
    rm -f -- "$autostart"
fi
if [ -f "$share/icons/hicolor/icon-theme.cache" ] && command -v gtk-update-icon-cache >/dev/null 2>&1; then
    gtk-update-icon-cache -q -t -f "$share/icons/hicolor" || true
fi
# This script lies in the folder: the shell has read it to its end by then.
{
    rm -rf -- "$program"
    echo "WatchDoge Supercharged is removed."
    for kept in "$share/watchdoge" "${XDG_CONFIG_HOME:-$HOME/.config}/watchdoge" \
        "${XDG_STATE_HOME:-$local/state}/watchdoge"; do
        if [ -e "$kept" ]; then
            echo "Kept, yours: $kept"
        fi
    done
    exit 0
}
