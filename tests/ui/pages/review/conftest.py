from tests.ui.pages.acting import desk, outside
from tests.ui.pages.review.stage import page

__all__ = ["desk", "outside", "page"]
