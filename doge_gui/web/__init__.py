"""The plant on any screen: a web view, an API and metrics, all read-only. Flask on waitress; no Qt."""
