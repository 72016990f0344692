"""What Qt leaves out of a PDF: its language, an outline, and what its glyphs stand for where they stand for several.

An incremental update (ISO 32000-1, 7.5.6) leaves every byte where it is and appends a newer catalog. For a glyph Qt
takes the first character that the font draws by it, even if that is a radical and the text has the ideograph: such a
character is put right in its place, since both are equally long there.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.printing.template import Heading

_TRAILER = re.compile(rb"trailer\s*<<(.*?)>>\s*startxref\s+(\d+)\s+%%EOF\s*$", re.DOTALL)
_MAP = re.compile(rb"begincmap.*?endcmap", re.DOTALL)
_RANGE = re.compile(rb"^(<\w{4}> <\w{4}> )(.*)$", re.MULTILINE)
_CHARACTER = re.compile(rb"<\w{4}>")
_KANGXI = "".join(map(chr, range(0x2F00, 0x2FD6)))
# Of the supplement NFKC knows two; the others are as Unicode's table of equivalent unified ideographs has them.
_SUPPLEMENT = (
    "⺁⺂⺃⺄⺅⺆⺈⺉⺊⺋⺌⺍⺎⺏⺐⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺫⺬⺭⺯⺰⺱⺲⺳⺴⺶⺹⺺⺻⺼⺾⺿⻀⻁⻂⻃⻄⻅⻆⻈⻉⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
    "厂乛乚乙亻冂刀刂卜㔾小小兀尣尢巳幺彑彐忄心扌攵旡日月歺母民氵氺灬爫爫丬牛犭王目示礻糹纟罓罒㓁冗羊耂肀聿肉艹艹艹虎衤覀西见角讠贝车辶辶辶邑钅長镸长门阝雨青韦页风飞食飠饣马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟",
)
_TWINS = str.maketrans(
    "\t‒‧〜" + _KANGXI + _SUPPLEMENT[0], " –・～" + unicodedata.normalize("NFKC", _KANGXI) + _SUPPLEMENT[1]
)
_MEANT = {b"<%04X>" % drawn: b"<%04X>" % meant for drawn, meant in _TWINS.items()}
"""What a text means by characters that fonts draw as another, in the writing of a map from glyphs to characters."""


def finished(pdf: bytes, language: str, headings: Sequence[Heading] = ()) -> bytes:
    """The PDF with its language (a BCP 47 tag), its title in the window's, and its headings as an outline.

    Headings are found by their ids, which are the names of places that Qt has written. Unchanged where it is not built
    as expected.
    """
    trailer = _TRAILER.search(pdf)
    root = re.search(rb"/Root (\d+) 0 R", trailer[1]) if trailer else None
    size = re.search(rb"/Size (\d+)", trailer[1]) if trailer else None
    if trailer is None or root is None or size is None:
        return pdf
    catalog = re.search(rb"(?<=\n)" + root[1] + rb" 0 obj\s*<<(.*?)>>\s*endobj", pdf, re.DOTALL)
    if catalog is None:
        return pdf
    number = int(size[1])
    outline = _outline([heading for heading in headings if heading.id], number)
    fields = b"/Lang (%s)\n/ViewerPreferences << /DisplayDocTitle true >>" % language.encode("ascii")
    fields += b"\n/Outlines %d 0 R" % number if outline else b""
    newer = [(int(root[1]), b"<<\n%s%s>>" % (fields, catalog[1])), *enumerate(outline, number)]
    ends = re.sub(rb"/Prev \d+|/Size \d+", b"", trailer[1])
    ends = b"/Size %d%s/Prev %s\n" % (number + len(outline), ends, trailer[2])
    return _MAP.sub(_lettered, pdf) + _appended(newer, len(pdf), ends)


def _appended(objects: Sequence[tuple[int, bytes]], end: int, trailer: bytes) -> bytes:
    """What is to be written behind a PDF of that length: objects by number, their table, and the trailer."""
    written, table = b"\n", b"xref\n"
    for number, body in objects:
        table += b"%d 1\n%010d 00000 n \n" % (number, end + len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    return b"%s%strailer\n<<\n%s>>\nstartxref\n%d\n%%%%EOF\n" % (written, table, trailer, end + len(written))


def _outline(headings: Sequence[Heading], number: int) -> list[bytes]:
    """The outline and an item for each heading, as objects that are numbered from here on."""
    if not headings:
        return []
    path = [(0, 0)]
    below: list[list[int]] = [[] for _ in range(len(headings) + 1)]
    fields: list[list[bytes]] = [[b"/Type /Outlines"], *([] for _ in headings)]
    for place, heading in enumerate(headings, 1):
        while path[-1][0] >= heading.level:
            path.pop()
        parent = path[-1][1]
        below[parent].append(place)
        path.append((heading.level, place))
        parted = b"/Parent %d 0 R" % (number + parent)
        fields[place] += [b"/Title " + _text(heading.title), parted, b"/Dest " + _text(heading.id)]
    for place, items in enumerate(below):
        if items:
            count = len(items) if place == 0 else -len(items)  # less than 0 is folded
            ends = number + items[0], number + items[-1], count
            fields[place].append(b"/First %d 0 R /Last %d 0 R /Count %d" % ends)
        for one, other in pairwise(items):
            fields[one].append(b"/Next %d 0 R" % (number + other))
            fields[other].append(b"/Prev %d 0 R" % (number + one))
    return [b"<< %s >>" % b" ".join(each) for each in fields]


def _text(words: str) -> bytes:
    return b"<FEFF%s>" % words.encode("utf-16-be").hex().upper().encode()


def _lettered(glyphs: re.Match[bytes]) -> bytes:
    """A map from glyphs to characters with those that are meant; equally long."""
    return _RANGE.sub(
        lambda line: line[1] + _CHARACTER.sub(lambda found: _MEANT.get(found[0], found[0]), line[2]), glyphs[0]
    )
