"""The window: the only package that knows Qt. A folder for each screen; presenters without widgets beside them."""
