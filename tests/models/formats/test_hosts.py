"""Hosts that only deliver files are nobody's publisher."""

from __future__ import annotations

import pytest

from models.formats.draft import Draft
from models.formats.hosts import delivers
from models.formats.plain import read


@pytest.mark.parametrize(
    ("host", "so"),
    [
        ("d1x2.cloudfront.net", True),
        ("CLOUDFRONT.NET", True),
        ("notcloudfront.net", False),
        ("astanatimes.com", False),
        ("cloudfront.net.example.org", False),
    ],
)
def test_a_host_below_one_that_delivers_delivers(host: str, so: bool) -> None:
    assert delivers(host) is so


@pytest.mark.parametrize(("host", "publisher"), [("d1x2.cloudfront.net", None), ("astanatimes.com", "astanatimes.com")])
def test_a_link_to_one_names_no_publisher(host: str, publisher: str | None) -> None:
    text = f"Uranium\n\nKazakhstan is the world's largest producer of uranium.\n\nLink: https://{host}/file.pdf"
    draft = read(text.encode(), "article.txt")
    assert isinstance(draft, Draft)
    assert draft.publisher == publisher
