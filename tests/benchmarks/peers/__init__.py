"""What the engine is held against: each module gives one peer the same conditions."""
