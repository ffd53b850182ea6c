"""What the program remembers, on disk: one SQLite file, written through one connection."""
