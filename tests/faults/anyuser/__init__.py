"""A user of whom nothing is known: what they write, what they do, and what must hold whatever it was."""
