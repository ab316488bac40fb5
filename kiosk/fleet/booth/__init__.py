"""The booth's side: tells the organiser how it is and who came, and hears what the organiser asks."""
