"""What an unattended session consists of: each file of it, whole, as it is written."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

USER: Final = "kiosk"
HOME: Final = "/var/lib/kiosk"
"""Root's own: the list of what was written. The booth may only read it."""
STATE: Final = f"{HOME}/state"
"""The booth's own: its machine's settings, visits, leads, reports, locks."""
CACHE: Final = "/var/cache/kiosk"
DECKS: Final = f"{HOME}/decks"
"""The booth's own: the deck that is shown, and beside it the one before, so that an import can swap the two."""
DECK: Final = f"{DECKS}/deck"
SETTINGS: Final = f"{STATE}/kiosk.toml"
UNIT: Final = "/etc/systemd/system/kiosk.service"
ENABLED: Final = "/etc/systemd/system/multi-user.target.wants/kiosk.service"
USERS: Final = "/etc/sysusers.d/kiosk.conf"
LOGIND: Final = "/etc/systemd/logind.conf.d/50-kiosk.conf"
KERNEL: Final = "/etc/sysctl.d/50-kiosk.conf"
NO_REBOOT: Final = "/etc/systemd/system/ctrl-alt-del.target"
STICKS: Final = "/etc/udev/rules.d/90-kiosk.rules"
SWAY: Final = "/etc/kiosk/sway.conf"
COMMAND: Final = "/usr/local/bin/kiosk-booth"

GROUPS: Final = ("video", "render", "input", "audio")
"""Of the user: `seatd` answers those of `video`; the graphics card's nodes belong to `render`."""
FILES: Final = frozenset({UNIT, ENABLED, USERS, LOGIND, KERNEL, NO_REBOOT, STICKS, SWAY, COMMAND})
"""Everything that can be written outside `HOME`."""


@dataclass(frozen=True)
class File:
    """One file of the session, or a link where `link` says whereto."""

    path: str
    """From the machine's root."""
    text: str = ""
    mode: int = 0o644
    link: str = ""


@dataclass(frozen=True)
class Program:
    """How Kiosk is started on this machine."""

    python: str
    checkout: str = ""
    """The folder of the source code; "" where Kiosk is among Python's installed packages."""
    bundle: str = ""
    """The launcher of a bundle, which tells Python where its libraries are; "" where Kiosk is in none."""

    def arguments(self) -> list[str]:
        """The command's beginning. Isolated (`-I`): neither the environment nor the folder it is in adds any code."""
        if self.bundle:
            return [self.bundle]
        if not self.checkout:
            return [self.python, "-I", "-m", "kiosk"]
        start = f"import sys; sys.path.insert(0, {self.checkout!r}); from kiosk.cli import main; main()"
        return [self.python, "-I", "-c", start]


def files(program: Program, *, sway: bool, network: Iterable[str] = (), in_software: bool = False) -> Iterator[File]:
    """The session's files: with `cage` around the booth, or with `sway` where there are two screens.

    `network` has the addresses that the booth may reach, where there are any; `in_software` says that nothing in the
    machine can draw.
    """
    yield File(COMMAND, _command(program), mode=0o755)
    yield File(UNIT, _unit(sway=sway, network=sorted(network), in_software=in_software))
    yield File(ENABLED, link="../kiosk.service")
    yield File(USERS, _HEAD + _users())
    yield File(LOGIND, _HEAD + _LOGIND)
    yield File(KERNEL, _HEAD + _KERNEL)
    yield File(NO_REBOOT, link="/dev/null")
    yield File(STICKS, _HEAD + _STICKS)
    if sway:
        yield File(SWAY, _HEAD + _SWAY)


_HEAD: Final = "# Written by `kiosk install`; `kiosk uninstall` removes it.\n"


def _command(program: Program) -> str:
    return f"""\
#!/bin/sh
{_HEAD}# Kiosk as the booth's user, with its settings, state and cache: `sudo kiosk-booth pin`.
[ "$(id -u)" != 0 ] || exec runuser -u {USER} -- "$0" "$@"
export KIOSK_CONFIG={SETTINGS} KIOSK_STATE={STATE} KIOSK_CACHE={CACHE} PYTHONFAULTHANDLER=1
unset PYTHONPATH QML_IMPORT_PATH QML2_IMPORT_PATH QT_PLUGIN_PATH QT_QPA_PLATFORM_PLUGIN_PATH
if [ -z "$WAYLAND_DISPLAY" ]; then  # so that `doctor` sees the booth's screen: cage's is wayland-0, sway's wayland-1
  for screen in /run/kiosk/wayland-[0-9]; do
    [ ! -S "$screen" ] || export XDG_RUNTIME_DIR=/run/kiosk WAYLAND_DISPLAY="${{screen##*/}}"
  done
fi
exec {shlex.join(program.arguments())} "$@"
"""


def _unit(*, sway: bool, network: list[str], in_software: bool) -> str:
    # cage: without -s, so that Ctrl+Alt+F1 does nothing; without -m last, which crashes Debian 12's (cage issue 231)
    around = f"/usr/bin/sway --config {SWAY}" if sway else f"/usr/bin/cage -d -- {COMMAND} run"
    renderer = _IN_SOFTWARE if in_software else ""
    return _HEAD + _UNIT.format(around=around, renderer=renderer, network=_network(network))


def _network(addresses: list[str]) -> str:
    """What the booth may reach."""
    if not addresses:
        return _NO_NETWORK
    allowed = "".join(f"IPAddressAllow={address}\n" for address in addresses)
    return f"{_ONE_NETWORK}{allowed}"


_IN_SOFTWARE: Final = """\
# No graphics card was there at the installation: OpenGL in software ends Debian 12's wlroots (llvmpipe, SIGSEGV).
Environment=WLR_RENDERER=pixman
Environment=WLR_NO_HARDWARE_CURSORS=1
"""
_NO_NETWORK: Final = """\
# No network. AF_NETLINK tells what is plugged in, which is why there is no PrivateNetwork=.
RestrictAddressFamilies=AF_UNIX AF_NETLINK
IPAddressDeny=any
"""
_ONE_NETWORK: Final = """\
# No network but what `[broker]` in kiosk.toml names, as its hosts' addresses were when this was written, and the
# machine's own resolver, which tells the hosts' addresses. AF_NETLINK tells what is plugged in.
RestrictAddressFamilies=AF_UNIX AF_NETLINK AF_INET AF_INET6
IPAddressDeny=any
"""


_UNIT: Final = f"""\
# Changes: `systemctl edit kiosk` writes them into a file of their own, which `kiosk install` leaves alone.
[Unit]
Description=Kiosk, the booth's screen
Wants=seatd.service
After=seatd.service systemd-user-sessions.service plymouth-quit-wait.service
# The first console is the one that is seen: no login there, and nobody else's desktop.
Conflicts=getty@tty1.service display-manager.service
After=getty@tty1.service
ConditionPathExists=/dev/tty0
# It never gives up; systemd would after five starts.
StartLimitIntervalSec=0

[Service]
# The watch over the booth speaks to systemd, from within the compositor. There is no PAMName=: a session of logind's
# would take its processes out of this unit, so that neither their messages nor the limits below would count. seatd
# hands out the screen and the touchscreen instead.
Type=notify
NotifyAccess=all
WatchdogSec=15
# Not after the operator has quit it; the file goes with its folder, so that `systemctl start kiosk` starts it again.
ExecCondition=/usr/bin/test ! -e /run/kiosk/quit
RuntimeDirectoryPreserve=restart
ExecStart={{around}}
# Always: cage ends with 0 where what it shows was killed.
Restart=always
RestartSec=2
TimeoutStopSec=8
# Debian 12's cage ends so when it is stopped while the booth is still in it (wl_display_terminate).
SuccessExitStatus=SIGABRT

User={USER}
RuntimeDirectory=kiosk
RuntimeDirectoryMode=0700
StateDirectory=kiosk/state kiosk/decks
StateDirectoryMode=0700
CacheDirectory=kiosk
CacheDirectoryMode=0700
UMask=0077

TTYPath=/dev/tty1
TTYReset=yes
TTYVTDisallocate=yes
UtmpIdentifier=tty1
StandardInput=null
StandardOutput=journal
StandardError=journal
Environment=LIBSEAT_BACKEND=seatd
Environment=XDG_RUNTIME_DIR=/run/kiosk
# Qt takes Wayland, and where that fails X11.
Environment=XDG_SESSION_TYPE=wayland
# The booth has a keyboard of its own: no compositor's is asked for, over which Qt 6 would warn at each screen.
Environment=QT_IM_MODULE=compose
# It starts without a touchscreen too, and takes it when it comes.
Environment=WLR_LIBINPUT_NO_DEVICES=1
{{renderer}}
MemoryMax=2G
OOMPolicy=stop
TasksMax=512
LimitCORE=0

NoNewPrivileges=yes
CapabilityBoundingSet=
ProtectSystem=strict
ProtectHome=yes
PrivateTmp=yes
ProtectKernelTunables=yes
ProtectKernelModules=yes
ProtectKernelLogs=yes
ProtectControlGroups=yes
ProtectClock=yes
ProtectHostname=yes
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
LockPersonality=yes
SystemCallArchitectures=native
# The graphics card, touch and keys, sound: nothing else in /dev.
DevicePolicy=closed
DeviceAllow=char-drm rw
DeviceAllow=char-input rw
DeviceAllow=char-alsa rw
{{network}}
[Install]
WantedBy=multi-user.target
"""


def _users() -> str:
    joins = "".join(f"m {USER} {group}\n" for group in GROUPS)
    return f'u {USER} - "Kiosk booth" {STATE} -\n{joins}'


_LOGIND: Final = """\
[Login]
# No other console comes to be where somebody asks for it, and no key or lid switches the booth off.
NAutoVTs=0
ReserveVT=0
HandlePowerKey=ignore
HandleRebootKey=ignore
HandleSuspendKey=ignore
HandleHibernateKey=ignore
HandleLidSwitch=ignore
HandleLidSwitchExternalPower=ignore
HandleLidSwitchDocked=ignore
IdleAction=ignore
"""

_KERNEL: Final = """\
# No SysRq; ten seconds after the kernel itself has crashed the machine starts again.
kernel.sysrq = 0
kernel.panic = 10
"""

_STICKS: Final = f"""\
# A stick is mounted for the booth's user alone, for the panel's keys, decks and exports; no program on it runs.
ACTION=="add", SUBSYSTEM=="block", ENV{{ID_BUS}}=="usb", ENV{{ID_FS_TYPE}}=="vfat|exfat", \
RUN+="/usr/bin/systemd-mount --no-block --collect --bind-device \
--options=nosuid,nodev,noexec,flush,uid={USER},gid={USER},umask=0077 $devnode /media/{USER}/%k"
"""

_SWAY: Final = f"""\
# Two screens, and nothing to get out by: no key is bound, none switches consoles, there is no bar, nothing blanks.
xwayland disable
input * xkb_options srvrkeys:none
default_border none
default_floating_border none
focus_follows_mouse no
swaynag_command -
seat * hide_cursor 3000
output * background #000000 solid_color
for_window [app_id=".*"] fullscreen enable
exec "{COMMAND} run; swaymsg exit"
"""
