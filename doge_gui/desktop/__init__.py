"""What makes the program a citizen of the desktop: one instance, crash reports, diagnostics, autostart."""
