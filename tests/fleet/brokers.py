"""A real Mosquitto on the loopback, with TLS by an authority of the tests' own, and a login."""

from __future__ import annotations

import datetime as dt
import ipaddress
import os
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from processes import ROOT

from kiosk.fleet.access import Access, access
from kiosk.machine.settings import Settings

OWN = ROOT / ".venv" / "broker"
"""Where the Makefile unpacks one where the system has none."""
PLACES = f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin:{OWN}/usr/sbin:{OWN}/usr/bin"
MOSQUITTO = shutil.which("mosquitto", path=PLACES)
PASSWD = shutil.which("mosquitto_passwd", path=PLACES)
LIBRARIES = {"LD_LIBRARY_PATH": ":".join(map(str, (OWN / "usr" / "lib").glob("*-linux-*")))} if OWN.is_dir() else {}
USER, PASSWORD = "booths", "a password"


class Broker:
    """A broker that can be killed and started again; what it keeps for those who are away survives that."""

    def __init__(self, folder: Path, rights: str = "", users: tuple[str, ...] = (USER,)) -> None:
        """With `rights` as Mosquitto's `acl_file` has them, each of the users may do only what stands there."""
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.port = _free_port()
        self.ca = folder / "ca.pem"
        _write_certificates(folder)
        for user in users:
            new = () if (folder / "passwords").exists() else ("-c",)
            passwords = [PASSWD, "-b", *new, str(folder / "passwords"), user, PASSWORD]
            subprocess.run(passwords, env=os.environ | LIBRARIES, check=True)
        (folder / "rights").write_text(rights)
        (folder / "mosquitto.conf").write_text(
            f"listener {self.port} 127.0.0.1\ncertfile {folder}/broker.pem\nkeyfile {folder}/broker.key\n"
            f"allow_anonymous false\npassword_file {folder}/passwords\n"
            f"persistence true\npersistence_location {folder}/\nautosave_interval 1\nautosave_on_changes true\n"
            "max_queued_messages 0\nmax_keepalive 60\n"
            + (f"acl_file {folder}/rights\n" if rights else "")
            + ("user root\n" if os.geteuid() == 0 else "")
        )
        self._child: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it, and wait until it listens."""
        with (self.folder / "log").open("ab") as log:
            command = [MOSQUITTO, "-c", self.folder / "mosquitto.conf"]
            self._child = subprocess.Popen(command, env=os.environ | LIBRARIES, stdout=log, stderr=log)
        end = time.monotonic() + 20
        while time.monotonic() < end:
            with socket.socket() as trial:
                if trial.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            assert self._child.poll() is None, (self.folder / "log").read_text()
        raise AssertionError("the broker does not listen")

    def stop(self, number: int = signal.SIGTERM) -> None:
        """End it, or kill it."""
        if self._child is not None:
            self._child.send_signal(number)
            self._child.wait(20)
            self._child = None

    def settings(self, booth: str = "", **more: object) -> Settings:
        """What `[broker]` has of it on a booth's machine."""
        return Settings(
            broker="localhost",
            broker_port=self.port,
            broker_user=USER,
            broker_password=PASSWORD,
            broker_ca=str(self.ca),
            booth=booth,
            **more,
        )

    def access(self, booth: str = "organiser") -> Access:
        """The way to it."""
        return access(self.settings(booth), self.folder)


def _free_port() -> int:
    with socket.socket() as any_:
        any_.bind(("127.0.0.1", 0))
        return any_.getsockname()[1]


def _write_certificates(folder: Path) -> None:
    now = dt.datetime.now(dt.UTC)

    def certificate(name, key, issuer, signer, *, is_authority):
        builder = (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(issuer)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - dt.timedelta(days=1))
            .not_valid_after(now + dt.timedelta(days=30))
            .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
            .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key()), critical=False)
        )
        if is_authority:
            usage = dict.fromkeys(
                ("digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement"),
                False,
            )
            builder = builder.add_extension(
                x509.KeyUsage(**usage, key_cert_sign=True, crl_sign=True, encipher_only=False, decipher_only=False),
                critical=True,
            )
        else:
            names = [x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
            builder = builder.add_extension(x509.SubjectAlternativeName(names), critical=False)
        return builder.sign(signer, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)

    def named(text):
        return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])

    authority, own = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    root, leaf = named("The tests' authority"), named("The tests' broker")
    (folder / "ca.pem").write_bytes(certificate(root, authority, root, authority, is_authority=True))
    (folder / "broker.pem").write_bytes(certificate(leaf, own, root, authority, is_authority=False))
    (folder / "broker.key").write_bytes(
        own.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
