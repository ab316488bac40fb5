"""The unattended session: one booth a screen, watched, brought back when it falls over. No Qt in here."""
