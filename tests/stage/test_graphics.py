"""What counts as something that draws, from the kernel's own files."""

from __future__ import annotations

import pytest

from kiosk.stage.graphics import has_gpu


@pytest.mark.parametrize(
    ("driver", "features", "draws"),
    [
        ("i915", None, True),
        ("vgem", None, False),
        ("virtio-pci", "1100", True),
        ("virtio-pci", "0100", False),
    ],
    ids=["graphics card", "display alone", "virtual, drawn by the host", "virtual, drawn by nobody"],
)
def test_a_graphics_card_is_told_from_a_display_that_cannot_draw(tmp_path, driver, features, draws):
    assert not has_gpu(tmp_path)
    device = tmp_path / "renderD128" / "device"
    device.mkdir(parents=True)
    (device / "driver").symlink_to(f"/nowhere/{driver}")
    if features:
        (device / "virtio0").mkdir()
        (device / "virtio0" / "features").write_text(f"{features}\n")
    assert has_gpu(tmp_path) == draws
