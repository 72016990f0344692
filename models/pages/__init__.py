"""Plain view-models, one module a tab: what the screen shows and a brief prints. Built from records, free of Qt."""
