"""Pictures: map, chart, links, timeline and matrix. Only here is pyqtgraph imported, and only when a tab is built."""
