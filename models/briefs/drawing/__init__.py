"""Maps and charts of a brief as SVG text, the same for paper, documents and web pages. Nothing here knows Qt."""

from models.briefs.drawing.bars import bars, height_of
from models.briefs.drawing.chart import Series, chart, has_room
from models.briefs.drawing.ground import Ground, ground
from models.briefs.drawing.map import Drawn, draw
from models.briefs.drawing.scene import Chain, Scene, Spot, Track

__all__ = [
    "Chain",
    "Drawn",
    "Ground",
    "Scene",
    "Series",
    "Spot",
    "Track",
    "bars",
    "chart",
    "draw",
    "ground",
    "has_room",
    "height_of",
]
