"""Builds verbs.json, the forms of every verb that a rule or words.toml names, with lemminflect (a development tool).

Run it in the project's environment after a rule gets a new verb: `python resources/rules/build_verbs.py`.
"""

import json
import re
import tomllib
from pathlib import Path

from lemminflect import getInflection

HERE = Path(__file__).parent
TAGS = {"base": ("VB", "VBP"), "finite": ("VBZ", "VBD"), "ed": ("VBN",), "ing": ("VBG",)}
# forms that lemminflect leaves out or that are spelled in two ways
EXTRA = {"be": {"base": ["be", "are", "am"], "finite": ["is", "was", "were", "are"], "ed": ["been"], "ing": ["being"]}}


def lemmas() -> list[str]:
    """Every lemma in angle brackets in the rules and every one of a class of verbs."""
    paths = sorted(HERE.rglob("*.toml"))
    found = re.findall(r"<([a-z@][^<>:]*)(?::\w+)?>", "\n".join(path.read_text("utf-8") for path in paths))
    named = {lemma.strip() for group in found for lemma in group.split("|")}
    tables = [tomllib.loads(path.read_text("utf-8")).get("verb_classes", {}) for path in paths]
    plain = {lemma for lemma in named if lemma[0] != "@"}
    return sorted(plain.union(*(words for table in tables for words in table.values())))


def forms(lemma: str) -> dict[str, list[str]]:
    """The forms of a verb, its particle or complement ("sit on", "be home to") kept behind it."""
    verb, _, rest = lemma.partition(" ")
    tail = f" {rest}" if rest else ""
    known = EXTRA.get(verb) or {
        name: list(dict.fromkeys(form for tag in tags for form in getInflection(verb, tag=tag)))
        for name, tags in TAGS.items()
    }
    return {name: [form + tail for form in words] for name, words in known.items()}


if __name__ == "__main__":
    table = {lemma: forms(lemma) for lemma in lemmas()}
    (HERE / "verbs.json").write_text(json.dumps(table, ensure_ascii=False, indent=1) + "\n", "utf-8")
