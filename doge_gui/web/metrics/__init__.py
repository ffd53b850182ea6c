"""What the program tells Prometheus."""

from doge_gui.web.metrics.scrape import metrics as metrics
