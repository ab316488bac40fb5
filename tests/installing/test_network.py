"""What an installed booth may reach: nothing, or the broker and the decks' host of its settings and no more."""

from __future__ import annotations

import pytest

from kiosk.cli.install import Wishes, install
from kiosk.installing.network import UnknownHostError, allowed

UNIT = "etc/systemd/system/kiosk.service"
SETTINGS = "var/lib/kiosk/state/kiosk.toml"
HOSTS = {"broker.example": ["192.0.2.7", "2001:db8::7"], "decks.example": ["192.0.2.8"]}


@pytest.fixture
def root(tmp_path):
    root = tmp_path / "machine"
    (root / "etc/systemd/system").mkdir(parents=True)
    (root / "etc/resolv.conf").write_text("# ours\nsearch example\nnameserver 192.0.2.53\n")
    (root / SETTINGS).parent.mkdir(parents=True)
    return root


def settings(root, text: str) -> None:
    (root / SETTINGS).write_text(f'[broker]\n{text}\nuser = "u"\npassword = "p"\n')
    (root / SETTINGS).chmod(0o600)


def resolve(host: str) -> list[str]:
    if host not in HOSTS:
        raise OSError(-2, "Name or service not known")
    return HOSTS[host]


def network(root) -> list[str]:
    """The lines of the unit that say what it may reach."""
    names = ("RestrictAddressFamilies=", "IPAddress")
    return [line for line in (root / UNIT).read_text().splitlines() if line.startswith(names)]


def test_without_a_broker_there_is_no_network(root, tiny_folder):
    assert install(Wishes(tiny_folder, root, sway=False)) == 0
    assert network(root) == ["RestrictAddressFamilies=AF_UNIX AF_NETLINK", "IPAddressDeny=any"]


def test_with_a_broker_there_is_that_one_alone(root, tiny_folder):
    settings(root, 'host = "192.0.2.7"\nfetch = "https://192.0.2.8/decks/"')
    assert install(Wishes(tiny_folder, root, sway=False)) == 0
    assert network(root) == [
        "RestrictAddressFamilies=AF_UNIX AF_NETLINK AF_INET AF_INET6",
        "IPAddressDeny=any",
        "IPAddressAllow=192.0.2.7",
        "IPAddressAllow=192.0.2.8",
    ]
    (root / SETTINGS).unlink()
    assert install(Wishes(tiny_folder, root, sway=False)) == 0
    assert network(root) == ["RestrictAddressFamilies=AF_UNIX AF_NETLINK", "IPAddressDeny=any"]


def test_names_are_resolved_when_it_is_installed_and_the_resolver_may_be_asked(root):
    settings(root, 'host = "broker.example"\nfetch = "https://decks.example:8443/a/"')
    assert allowed(root, resolve) == {"192.0.2.7", "2001:db8::7", "192.0.2.8", "192.0.2.53"}


def test_a_host_that_cannot_be_found_is_told_and_nothing_is_written(root, tiny_folder, capsys):
    settings(root, 'host = "no.such.host.invalid"')
    with pytest.raises(UnknownHostError):
        allowed(root, resolve)
    assert install(Wishes(tiny_folder, root, sway=False)) == 2
    assert "no.such.host.invalid" in capsys.readouterr().err
    assert not (root / UNIT).exists()
