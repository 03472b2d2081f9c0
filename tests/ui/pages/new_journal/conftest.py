from tests.ui.pages.acting import desk

__all__ = ["desk"]
