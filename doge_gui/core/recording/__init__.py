"""What the history keeps of a cycle, and what comes back of it. Pure: no disk, no clock."""
