"""The whole journal as a book for its writer alone: what goes in, in which order, and the paper it becomes.

A room of its own beside `sharing`, which cannot see it: reflections and ratings are read here and nowhere
that makes papers for others.
"""
