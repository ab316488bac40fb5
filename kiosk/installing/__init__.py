"""Makes a Debian or Ubuntu machine an unattended booth, takes that back, and says what of it is missing."""
