"""The one door to an open journal, and the shelf on which a vault's journals stand."""
