"""What is to be said of a shift: its figures, and their words. Pure: no disk, no clock, no Qt."""
