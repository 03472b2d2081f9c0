"""Speed and memory, each beside the plain thing in the same run: `python -m tests.bench`. Never a test."""
