"""What an operator wants told."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class ReportOrder:
    """Which shift, and where to."""

    begin: datetime
    """UTC."""
    end: datetime
    path: str
    """Ends in .pdf or .html."""
