from tests.ui.pages.acting import outside  # noqa: F401
