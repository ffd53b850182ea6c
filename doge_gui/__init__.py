"""WatchDoge Supercharged: supervision of a fleet of PLC gateways that roll marbles through a plant."""

__version__ = "0.1.0"
