"""Reviews: the facts first, then questions that each answers alone, then what is decided."""
