"""What the workers' template imports. No file stays open for it: forked processes would share its position."""

import signal

from kiosk.charts import worker
from kiosk.places import cache_folder

signal.signal(signal.SIGINT, signal.SIG_IGN)  # a Ctrl+C is for the booth, which ends its workers
worker.prepare(cache_folder() / "charts")
