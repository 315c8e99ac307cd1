#!/bin/sh
# SalesMate Sync for this user alone, from the folder in which this file lies. No root needed.
#
#   ./install.sh                  installs it, or puts it in an older one's place; your data is not touched
#   ./install.sh --uninstall      removes it, and asks whether your data is to go as well
#   ./install.sh --uninstall --keep-data     (or --delete-data) without asking
set -eu

if [ -n "${SUDO_USER:-}" ] && [ "$(id -u)" = 0 ]; then
    printf '%s\n' "It is installed for one user: run it as $SUDO_USER, without sudo. Nothing was changed." >&2
    exit 1
fi

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
share=${XDG_DATA_HOME:-$HOME/.local/share}
program=$HOME/.local/lib/salesmate-sync
command=$HOME/.local/bin/salesmate-sync
entry=$share/applications/salesmate-sync.desktop
metainfo=$share/metainfo/com.salesmate.sync.metainfo.xml
autostart=${XDG_CONFIG_HOME:-$HOME/.config}/autostart/salesmate-sync.desktop
data=$share/salesmate-sync

say() { printf '%s\n' "$*"; }

fail() {
    say "$*" >&2
    exit 1
}

# A window that runs is asked to end; it has closed its data when this returns.
end_running() {
    if [ -x "$program/salesmate-sync" ]; then
        "$program/salesmate-sync" --quit || fail "Nothing was changed. Quit SalesMate Sync, then try again."
    fi
}

# Menus notice new files by themselves, but some only at the next login.
refresh() {
    update-desktop-database -q "$share/applications" 2>/dev/null || true
    gtk-update-icon-cache -qtf "$share/icons/hicolor" 2>/dev/null || true
}

install() {
    [ -x "$here/salesmate-sync" ] && [ -d "$here/_internal" ] || fail "The program does not lie beside this file."
    [ "$here" != "$program" ] || fail "It is installed already. Run install.sh of the version that you downloaded."
    mkdir -p "$(dirname "$program")" "$(dirname "$command")" "$(dirname "$entry")" "$(dirname "$metainfo")" "$share/icons"
    rm -rf "$program.new"
    cp -R "$here" "$program.new"
    end_running
    rm -rf "$program.old"
    [ ! -e "$program" ] || mv "$program" "$program.old"
    mv "$program.new" "$program"
    rm -rf "$program.old"
    ln -sfn "$program/salesmate-sync" "$command"
    cp -R "$program/share/icons/hicolor" "$share/icons/"
    cp "$program/share/metainfo/com.salesmate.sync.metainfo.xml" "$metainfo"
    # By its whole path: a session need not have ~/.local/bin in its PATH.
    escaped=$(printf '%s' "$command" | sed 's/%/%%/g; s/[\\&|]/\\&/g')
    sed "s|^Exec=salesmate-sync|Exec=\"$escaped\"|" "$program/share/applications/salesmate-sync.desktop" > "$entry"
    refresh
    say "SalesMate Sync $("$command" --version | cut -d' ' -f2) is installed. It is in your menu, and as $command."
}

uninstall() {
    end_running
    find "$share/icons/hicolor" -path '*/apps/salesmate-sync.*' -delete 2>/dev/null || true
    rm -f "$command" "$entry" "$metainfo" "$autostart"
    rm -rf "$program"
    refresh
    say "SalesMate Sync is removed."
    [ -d "$data" ] || return 0
    if [ "$1" = ask ] && [ -t 0 ]; then
        printf '%s' "Delete your data in $data as well, with its backups? It can't be brought back. [y/N] "
        read -r answer || answer=n
        case $answer in [yY]*) set -- delete ;; esac
    fi
    if [ "$1" = delete ]; then
        rm -rf "$data"
        say "Your data is deleted."
    else
        say "Your data is kept in $data."
    fi
}

case "${1:-} ${2:-}" in
    " ") install ;;
    "--uninstall ") uninstall ask ;;
    "--uninstall --keep-data") uninstall keep ;;
    "--uninstall --delete-data") uninstall delete ;;
    *) sed -n '2,6s/^# \{0,1\}//p' "$here/install.sh"; exit 2 ;;
esac
exit 0
