"""Find what is wrong in a catalog before anybody relies on it."""

def check_catalog(catalog, places, today=None):
    return ()
