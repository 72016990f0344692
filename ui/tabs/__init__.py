"""One module a tab; none knows another. Each has `refresh()`, `show_place(place)` and the same two signals."""
