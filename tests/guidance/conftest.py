from tests.guidance.desk import desk

__all__ = ["desk"]
