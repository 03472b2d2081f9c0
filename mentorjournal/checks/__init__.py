"""Looks at text for what could name or hurt somebody, on this machine alone."""
