"""Floor 2: what happens when, and on which thread. QtCore only; no widget is known here."""
