"""Maps and charts of a brief as SVG text, the same for paper, documents and web pages. Nothing here knows Qt."""

from models.briefs.drawing.chart import Series, chart
from models.briefs.drawing.ground import Ground, ground
from models.briefs.drawing.map import Drawn, Scene, Spot, Track, draw

__all__ = ["Drawn", "Ground", "Scene", "Series", "Spot", "Track", "chart", "draw", "ground"]
