"""What the workers' template imports. No file stays open for it: forked processes would share its position."""

import signal
import sys
from types import TracebackType

from kiosk.charts import worker
from kiosk.places import cache_folder


def _tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """A worker whose crew has ended amid its start finds the crew's locks gone, of which there is nothing to tell."""
    innermost = trace
    while innermost and innermost.tb_next:
        innermost = innermost.tb_next
    where = innermost.tb_frame.f_globals.get("__name__") if innermost else None
    if (kind, where) != (FileNotFoundError, "multiprocessing.synchronize"):
        sys.__excepthook__(kind, error, trace)


sys.excepthook = _tell
signal.signal(signal.SIGINT, signal.SIG_IGN)  # a Ctrl+C is for the booth, which ends its workers
worker.prepare(cache_folder() / "charts")
