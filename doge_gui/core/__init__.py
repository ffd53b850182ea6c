"""Floor 0, pure: values and rules. No Qt, file, socket, clock or thread is known here."""
