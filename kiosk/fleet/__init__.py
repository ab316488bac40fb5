"""Many booths and one organiser, who speak with each other through an MQTT broker; `README.md` says what they say."""
