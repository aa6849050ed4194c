"""Turn life events into an ordered plan of public services."""
