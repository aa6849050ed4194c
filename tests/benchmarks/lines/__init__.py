"""Each module of this folder holds one line of the benchmark, as LINE."""
