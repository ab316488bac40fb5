"""Keys have the forms that RFC 8410 gives them, so that openssl reads ours and we read openssl's."""

import subprocess
from base64 import b64encode
from shutil import which

import pytest

from kiosk.machine import keyform
from kiosk.packing.signing import key_in, make_keys, public_half

KEY = """-----BEGIN PRIVATE KEY-----
MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
-----END PRIVATE KEY-----
"""
PUBLIC = "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE="
"""The example of RFC 8410, section 10."""


def test_the_example_of_the_standard_is_read_and_written(tmp_path):
    file = tmp_path / "key"
    file.write_text(KEY)
    assert public_half(key_in(file)) == PUBLIC
    assert keyform.secret_file(keyform.of_secret_file(KEY)) == KEY
    assert keyform.public_line(keyform.of_line(PUBLIC)) == PUBLIC


def test_other_line_ends_and_space_around_are_no_matter():
    assert keyform.of_secret_file("\n" + KEY.replace("\n", "\r\n") + "\n") == keyform.of_secret_file(KEY)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC",
        KEY.replace("PRIVATE", "PUBLIC"),
        KEY.replace("K2Vw", "K2Vu"),
        KEY.replace("MC4C", "MC4C====MC4C"),
        KEY.replace("EdVhC", ""),
        "-----BEGIN PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----",
    ],
)
def test_what_is_no_key_is_told(text):
    with pytest.raises(ValueError, match=r"."):
        keyform.of_secret_file(text)


@pytest.mark.skipif(not which("openssl"), reason="there is no openssl on this machine")
def test_openssl_reads_a_key_that_was_made(tmp_path):
    file = tmp_path / "key"
    line = make_keys(file)
    asked = ["openssl", "pkey", "-in", file, "-pubout", "-outform", "DER"]
    assert b64encode(subprocess.run(asked, capture_output=True, check=True).stdout).decode() == line
    beside = ["openssl", "pkey", "-pubin", "-in", f"{file}.pub", "-outform", "DER"]
    assert b64encode(subprocess.run(beside, capture_output=True, check=True).stdout).decode() == line
