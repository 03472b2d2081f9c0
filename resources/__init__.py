"""Files only: fonts, icons, prompts. Reach them through `importlib.resources.files("resources")`."""
