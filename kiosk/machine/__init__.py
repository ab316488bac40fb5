"""What this machine's operator has set for it: a TOML file in the platform's place, beside no deck."""
