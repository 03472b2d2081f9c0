"""The whole journal as a book: what goes in, for which time, on which paper, and saving it."""
