"""Makes outlines.json, the country outlines of the map, from Natural Earth. Run by hand when map.toml changes:

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    .venv/bin/python resources/map/build.py package/countries-50m.json

The TopoJSON of world-atlas stores each border once, as an arc. Arcs are thinned one by one (Ramer, Douglas and
Peucker), so neighbours keep a common border, and written as whole hundredths of a degree, each point as the step from
the one before. Land, and waters that are holes in it, are lists of the same arcs. Countries without an ISO code in the
source (Kosovo, Northern Cyprus, Somaliland, the Siachen Glacier) are drawn as land without a name of their own.
"""

from __future__ import annotations

import itertools
import json
import math
import sys
import tomllib
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
UNIT = 100  # steps to a degree

Point = tuple[float, float]
Ring = list[int]
Polygon = list[Ring]


def main(source: Path) -> None:
    view = tomllib.loads((HERE / "map.toml").read_text(encoding="utf-8"))
    topology = json.loads(source.read_text(encoding="utf-8"))
    arcs = decode(topology)
    codes = numeric_codes(HERE.parent / "catalog")
    fine, coarse = view["window"], view["reach"]
    thin = [thinned(arc, fine, coarse) for arc in arcs]
    keep = Keeper(thin)
    countries = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        code = codes.get(geometry.get("id", ""))
        shape = [without_specks(p, thin) for p in polygons(geometry) if shown(p, thin, fine, coarse)]
        if code and shape:
            label = label_point([[keep.points(ring) for ring in p] for p in shape], fine, coarse)
            countries[code] = {"rings": [keep.ring(ring) for p in shape for ring in p], "label": label}
    dry = [p for geometry in topology["objects"]["land"]["geometries"] for p in polygons(geometry)]
    land = [without_specks(p, thin) for p in dry if shown(p, thin, fine, coarse)]
    waters = {name: water(place, land, keep) for name, place in view["waters"].items()}
    result = {
        "unit": UNIT,
        "projection": view["projection"],
        "window": {side: fine[side] for side in ("west", "south", "east", "north")},
        "credit": view["credit"],
        "waters": waters,
        "countries": dict(sorted(countries.items())),
        "land": [keep.ring(ring) for p in land for ring in p],
        "arcs": keep.arcs,
    }
    out = HERE / "outlines.json"
    out.write_text(json.dumps(result, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    points = sum(len(arc) // 2 for arc in keep.arcs)
    size = out.stat().st_size
    sys.stdout.write(f"{len(countries)} countries, {len(keep.arcs)} arcs, {points} points, {size} bytes\n")


class Keeper:
    """Arcs that are used, renumbered in the order of their first use."""

    def __init__(self, thin: list[list[Point]]) -> None:
        self.thin = thin
        self.numbers: dict[int, int] = {}
        self.arcs: list[list[int]] = []

    def ring(self, ring: Ring) -> Ring:
        return [self.number(arc) if arc >= 0 else ~self.number(~arc) for arc in ring]

    def number(self, arc: int) -> int:
        if arc not in self.numbers:
            self.numbers[arc] = len(self.arcs)
            self.arcs.append(steps(self.thin[arc]))
        return self.numbers[arc]

    def points(self, ring: Ring) -> list[Point]:
        return stitched(ring, self.thin)


def decode(topology: dict[str, Any]) -> list[list[Point]]:
    """Arcs in degrees."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)
    return arcs


def polygons(geometry: dict[str, Any]) -> list[Polygon]:
    if geometry["type"] == "Polygon":
        return [geometry["arcs"]]
    return geometry["arcs"] if geometry["type"] == "MultiPolygon" else []


def numeric_codes(folder: Path) -> dict[str, str]:
    """M49 number -> ISO alpha-3 code, from the catalog."""
    tables = [tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8")) for name in ("countries", "world")]
    return {entry["numeric"]: code for table in tables for code, entry in table.items()}


def inside(point: Point, box: dict[str, float]) -> bool:
    return box["west"] <= point[0] <= box["east"] and box["south"] <= point[1] <= box["north"]


def thinned(arc: list[Point], fine: dict[str, float], coarse: dict[str, float]) -> list[Point]:
    """The arc without points that the drawing does not need; closed arcs are thinned in two halves."""
    tolerance = (fine if any(inside(point, fine) for point in arc) else coarse)["tolerance"]
    if arc[0] != arc[-1]:
        return simplify(arc, tolerance)
    far = max(range(len(arc)), key=lambda i: math.dist(arc[0], arc[i]))
    return simplify(arc[: far + 1], tolerance)[:-1] + simplify(arc[far:], tolerance)


def simplify(points: list[Point], tolerance: float) -> list[Point]:
    """Ramer, Douglas and Peucker, with a stack instead of recursion."""
    kept = {0, len(points) - 1}
    stack = [(0, len(points) - 1)]
    while stack:
        first, last = stack.pop()
        far, distance = first, 0.0
        for i in range(first + 1, last):
            d = offset(points[i], points[first], points[last])
            if d > distance:
                far, distance = i, d
        if distance > tolerance:
            kept.add(far)
            stack += [(first, far), (far, last)]
    return [points[i] for i in sorted(kept)]


def offset(point: Point, a: Point, b: Point) -> float:
    """Distance of a point from the segment a-b, in degrees."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    t = 0.0 if length == 0 else max(0.0, min(1.0, ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / length))
    return math.dist(point, (a[0] + t * dx, a[1] + t * dy))


def stitched(ring: Ring, thin: list[list[Point]]) -> list[Point]:
    points: list[Point] = []
    for arc in ring:
        part = thin[arc] if arc >= 0 else thin[~arc][::-1]
        points += part[1:] if points else part
    return points


def area(points: list[Point]) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in itertools.pairwise(points))) / 2


def shown(polygon: Polygon, thin: list[list[Point]], fine: dict[str, float], coarse: dict[str, float]) -> bool:
    """Does the polygon reach into the map, and is it large enough to be seen there?"""
    outer = stitched(polygon[0], thin)
    if len(set(outer)) < 3:
        return False
    if any(inside(point, fine) for point in outer):
        return area(outer) > 0.01
    return any(inside(point, coarse) for point in outer) and area(outer) > 1.0


def without_specks(polygon: Polygon, thin: list[list[Point]]) -> Polygon:
    """The polygon without holes too small to be seen."""
    return [polygon[0], *(hole for hole in polygon[1:] if area(stitched(hole, thin)) > 0.01)]


def steps(points: list[Point]) -> list[int]:
    """Whole hundredths: the first point, then the step from each to the next; points that fall together become one."""
    flat: list[int] = []
    x = y = None
    for point in points:
        nx, ny = round(point[0] * UNIT), round(point[1] * UNIT)
        if x is None:
            flat += [nx, ny]
        elif (nx, ny) != (x, y):
            flat += [nx - x, ny - y]
        x, y = nx, ny
    return flat


def water(place: dict[str, Any], land: list[Polygon], keep: Keeper) -> dict[str, Any]:
    """The label point and, for a hole in the land, its ring."""
    found: dict[str, Any] = {"label": [place["longitude"], place["latitude"]]}
    if place["outline"]:
        point = (place["longitude"], place["latitude"])
        holes = [hole for polygon in land for hole in polygon[1:]]
        found["ring"] = keep.ring(next(hole for hole in holes if within(point, [keep.points(hole)])))
    return found


def within(point: Point, rings: list[list[Point]]) -> bool:
    """Even-odd rule over all rings."""
    x, y = point
    odd = False
    for ring in rings:
        for (ax, ay), (bx, by) in itertools.pairwise(ring):
            if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
                odd = not odd
    return odd


def label_point(shape: list[list[list[Point]]], fine: dict[str, float], coarse: dict[str, float]) -> list[float]:
    """A point well inside the largest part that the map shows: the best of a grid, refined twice.

    A country of which the window shows less than a seventh is labelled as if all of it were to be seen.
    """
    within_fine = sum(area([clamp(point, fine) for point in rings[0]]) for rings in shape)
    box = fine if 7 * within_fine > sum(area(rings[0]) for rings in shape) else coarse
    largest = max(shape, key=lambda rings: area([clamp(point, box) for point in rings[0]]))
    xs = [clamp(point, box)[0] for point in largest[0]]
    ys = [clamp(point, box)[1] for point in largest[0]]
    best, spread = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2), max(max(xs) - min(xs), max(ys) - min(ys))
    for _ in range(3):
        grid = [(best[0] + spread * i / 24, best[1] + spread * j / 24) for i in range(-12, 13) for j in range(-12, 13)]
        best = max([best, *grid], key=lambda point: clearance(point, largest, box))
        spread /= 6
    return [round(best[0], 2), round(best[1], 2)]


def clamp(point: Point, box: dict[str, float]) -> Point:
    return min(max(point[0], box["west"]), box["east"]), min(max(point[1], box["south"]), box["north"])


def clearance(point: Point, rings: list[list[Point]], box: dict[str, float]) -> float:
    """How far inside the point lies; negative outside. East-west counts half, since labels are wide."""
    if not within(point, rings):
        return -1.0
    edges = (box["east"] - point[0], point[0] - box["west"], box["north"] - point[1], point[1] - box["south"])
    flat = [[(x / 2, y) for x, y in ring] for ring in rings]
    near = min(offset((point[0] / 2, point[1]), a, b) for ring in flat for a, b in itertools.pairwise(ring))
    outside = min(edges) < 0 and any(inside(p, box) for p in rings[0])
    return -0.5 if outside else near


if __name__ == "__main__":
    main(Path(sys.argv[1]))
