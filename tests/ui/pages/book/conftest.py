from tests.ui.pages.acting import desk, outside

__all__ = ["desk", "outside"]
