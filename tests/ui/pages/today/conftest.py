from tests.ui.pages.today.stage import stage

__all__ = ["stage"]
