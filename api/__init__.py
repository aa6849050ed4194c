"""The web face of the engine: pages and calls, wired together in `app` alone."""
