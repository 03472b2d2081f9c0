from tests.ui.pages.acting import desk as desk
from tests.ui.pages.acting import outside as outside
