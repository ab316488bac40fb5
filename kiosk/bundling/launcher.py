"""The program with which a bundle is started."""

from __future__ import annotations

from typing import Final

LAUNCHER: Final = """\
#!/bin/sh
# Starts Kiosk with the Python and the libraries beside this file. Nothing is written here: what was drawn ahead is
# copied once to where this user's cache is.
here=$(dirname "$(readlink -f "$0")")
unset PYTHONHOME PYTHONPATH QML_IMPORT_PATH QML2_IMPORT_PATH QT_PLUGIN_PATH QT_QPA_PLATFORM_PLUGIN_PATH
if [ -z "$HOME" ]; then
  while IFS=: read -r _ _ uid _ _ home _; do
    [ "$uid" = "$(id -u)" ] && HOME=$home
  done </etc/passwd
  export HOME
fi

libraries=$here/lib
[ -n "$(echo /usr/lib*/libEGL.so.1 /usr/lib/*/libEGL.so.1 | sed 's/[^ ]*[*][^ ]*//g' | tr -d ' ')" ] ||
  libraries=$libraries:$here/lib/graphics  # there is no graphics driver, nor what it shares with Kiosk
export LD_LIBRARY_PATH="$libraries${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
[ -d /usr/share/X11/xkb ] || export XKB_CONFIG_ROOT="$here/share/X11/xkb"
[ -d /usr/share/X11/locale ] || export XLOCALEDIR="$here/share/X11/locale"

cache=${KIOSK_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/kiosk}
if [ -d "$here/cache" ] && [ ! -d "$cache/charts" ]; then
  mkdir -p "$cache" && cp -R "$here/cache/." "$cache/" 2>/dev/null
fi

export KIOSK_BUNDLE="$here/kiosk"
exec "$here/python/bin/python3" -I -m kiosk "$@"
"""
