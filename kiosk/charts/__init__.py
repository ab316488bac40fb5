"""Charts and the background as pictures, drawn by matplotlib in processes of their own; this one imports none of it."""

from kiosk.charts.job import ChartJob, Job, MotifJob
from kiosk.charts.picture import ChartError, Picture, Spot
from kiosk.charts.pool import UNATTENDED, Charts
from kiosk.charts.prepare import chart_job
from kiosk.charts.rivers import svg_path

__all__ = [
    "UNATTENDED",
    "ChartError",
    "ChartJob",
    "Charts",
    "Job",
    "MotifJob",
    "Picture",
    "Spot",
    "chart_job",
    "svg_path",
]
