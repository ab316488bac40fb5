"""Describes a booth to Home Assistant, so that it shows there without any programming; it cannot be commanded there."""

from __future__ import annotations

import json
from typing import Any, Final

import kiosk
from kiosk.fleet.connection import Kept
from kiosk.fleet.topics import Topic, topic

_SENSORS: Final[dict[str, tuple[str, str, dict[str, str]]]] = {
    "deck": ("Deck", "value_json.deck", {"icon": "mdi:presentation"}),
    "language": ("Language", "value_json.language", {"icon": "mdi:translate"}),
    "showing": ("Showing", "value_json.showing", {"icon": "mdi:monitor"}),
    "problems": ("Problems", "value_json.problems | count", {"icon": "mdi:alert-circle-outline"}),
    "last_touch": ("Last touch", "value_json.last_touch or None", {"device_class": "timestamp"}),
    "uptime": ("Uptime", "value_json.uptime_s", {"device_class": "duration", "unit_of_measurement": "s"}),
    "visits": ("Visits waiting", "value_json.waiting.visits", {"icon": "mdi:account-clock"}),
    "leads": ("Contacts waiting", "value_json.waiting.leads", {"icon": "mdi:card-account-mail-outline"}),
}
"""What is read from a status: what it is called, Home Assistant's template, and what else it is told."""


def discovery(booth: str) -> Kept:
    """What Home Assistant finds of a booth."""
    status = topic(booth, Topic.STATUS)
    there = {"topic": status, "value_template": "{{ 'online' if value_json.online else 'offline' }}"}
    online = {
        "platform": "binary_sensor",
        "unique_id": f"kiosk-{booth}-online",
        "name": "Online",
        "device_class": "connectivity",
        "state_topic": status,
        "value_template": "{{ 'ON' if value_json.online else 'OFF' }}",
    }
    components: dict[str, dict[str, Any]] = {"online": online}
    for name, (called, reads, more) in _SENSORS.items():
        components[name] = {
            "platform": "sensor",
            "unique_id": f"kiosk-{booth}-{name}",
            "name": called,
            "state_topic": status,
            "value_template": f"{{{{ {reads} }}}}",
            "availability": [there],
            **more,
        }
    said = {
        "device": {
            "identifiers": [f"kiosk-{booth}"],
            "name": f"Kiosk {booth}",
            "model": "Kiosk",
            "sw_version": kiosk.__version__,
        },
        "origin": {"name": "Kiosk", "sw_version": kiosk.__version__},
        "components": components,
    }
    return Kept(f"homeassistant/device/kiosk-{booth}/config", json.dumps(said).encode())
