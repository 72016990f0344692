"""Untold: stretches of a sentence that deny what others say, or that tell of nothing real.

A frame that begins in the first is denied ("denied reports that ..", "reports that .. are false"), one in the second
makes no claim ("suppose that ..", "in a novel, ..", "it is doubtful that ..", "had planned to ..").
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from models.reading.factuality.corrected import find_corrected, mistakes
from models.reading.factuality.retracted import find_retracted, retracting
from models.reading.grammar.branches import branches
from models.reading.grammar.called import Called, longest
from models.reading.grammar.tokens import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.reading.factuality.corrected import Corrected
    from models.reading.grammar.language import Language

_THAT = r"(?:; )?(?:that|of|_about) "
_BY_WHOM = r"(?:(?:by|in|from) (?:(?!that )[^ ;,]+ ){1,5}?)?"
_ADJECTIVES = r"(?:(?![A-Z]\d|that )[^ ;,]+ ){0,3}?"
_MARKED = r"(?:_\S+ )*"
_REST = r"[^;]*?"
_TO_SUM = r"(?:(?!and |but )[^ ;:,]+ ){0,12}?M\d+ "
# "said that C0 _had promised" is only told later, "C0 , C0 _had promised" what "which" goes on with
_BACKGROUND = re.compile(r"(?<![^ ])(?:(?:said|says|that|told|according) |[A-Z]\d+ , [A-Z]\d+ $)")
_NOW = re.compile(r" _?now ")  # what was planned before is set against what is planned today
_SUM = re.compile(r"M\d+ ")
_DOING = re.compile(r"(?:_?[a-z]+ly )?(?:[a-z]+ing|whether _to) ")
_DATE = re.compile(r"D\d+ ")
_BUT, _NO = "but", "no"
# "if C0 _had kept it , it _would _have earned M1": neither was
_UNMET = r"(?<![^ ])if (?:(?!_had )[^;]){0,80}?_had [^;,]*"
_HAVE = "_have"
_MISSED = re.compile(r"(?<![^ ])_(?:would|could|might) (?:_\S+ )*_have ")
# "if L1 did _not agree", "if C0 _is _to grow", "unless C0 signs": none of it is told to have been or to come
_GIVEN = re.compile(r"(?<![^ ])(if|unless) [^;,]*$")
_GIVEN_WORDS = ("if ", "unless ")
_NOT_YET = re.compile(r"(?<![^ ])(?:_not|_never|_(?:is|are) _to) ")
_NOT = r"(?<!_not )(?<!_never )(?<!nor )"  # who does not deny it lets it stand


class Stretch(Struct, frozen=True):
    """Where in the tagged text it stands, and whether what it holds is denied or no claim at all.

    Who denies it does what begins at `verb`, or is told behind a "by"; else who says what begins at `said`.
    """

    start: int
    end: int
    denied: bool
    verb: int = -1
    by: str = ""
    said: int = -1


class Untold(Struct, frozen=True, eq=False):
    """What opens or holds a stretch of each sort, and what closes one."""

    denied: Called
    refuted: Called
    unreal: Called
    passed_on: Called
    lapsed: Called
    sought: Called
    weighed: Called
    unsettled: Called
    habits: Called
    hanging: Called
    stopped: Called
    ended: Called
    failed: Called
    unmet: Called
    closes: re.Pattern[str]
    corrected: Corrected
    retracted: Called
    withdrawn: Called
    denying: frozenset[str]
    opening: frozenset[str]


def find_untold(language: Language) -> Untold:
    """The patterns made of the families of words of the language data."""
    families = language.tables["untold"]
    any_of = {name: _any(language, words) for name, words in families.items()}
    denying, hearsay, untrue = any_of["denying"], any_of["hearsay"], any_of["untrue"]
    reported = f"{_ADJECTIVES}{hearsay}{_BY_WHOM}{_THAT}"
    nobody = rf"(?:{any_of['disbelievers']}|{_NO} (?:[a-z]+ )?[UW]\d+ )"
    denied = (
        f"{denying}(?:as {_ADJECTIVES})?{reported}",
        f"{any_of['denying_that']}(?:D\\d+ )?(?:; )?that ",
        f"{nobody}{_MARKED}(?:[a-z]+ly )?{any_of['believing']}(?:(?:; )?that )?",
        f"{any_of['not_so']}(?:{reported})?",
        f"{any_of['wrongly']}{any_of['stating']}(?:[CHO]\\d+ )?(?:(?:; )?that |_to )?",
        f"{any_of['stating']}{any_of['wrongly']}(?:; )?that ",
        rf"(?:{any_of['calling']})(?:[a-z]+ )?(?:a |an )?{untrue}{reported}",
    )
    refuted = (
        rf"(?:^|[;,] |(?:and|but|the|all|these|such|that) )(?:(?!_)[a-z-]+ ){{0,2}}?{hearsay}{_THAT}"
        rf"({_REST}){any_of['being']}{_MARKED}(?:[a-z]+ly |largely |a |an |as )?{untrue}",
        rf"{any_of['calling']}{reported}({_REST})(?:a |an |as )?{untrue}",
        f"{any_of['contrary']}{reported}([^;,]*)",
    )
    unreal = (
        rf"(?:^|[;,:] )(?:[a-z]+ )?{any_of['imagined']}",
        rf"(?:^|[;,] )in {_ADJECTIVES}{any_of['fiction']}(?:[^ ;,]+ ){{0,8}}?, ",
        f"{any_of['fiction']}(?:[^ ;,]+ ){{0,4}}?{any_of['telling']}",
        f"^.*{any_of['in_jest']}",
    )
    passed_on = (
        f"{any_of['rumours']}{_THAT}",
        f"{any_of['despite']}{reported}",
        rf"(?:_not|_never) {_MARKED}{any_of['confirming']}(?:; )?that ",
        rf"(?:_not|_never|(?:declined|refused|unable) _to|neither) {_MARKED}{any_of['confirming']}(?:n?or [a-z]+ )?"
        rf"(?:(?!that )[^ ;,]+ ){{0,4}}?{hearsay}{_BY_WHOM}{_THAT}",
        rf"{any_of['inquiring']}(?:(?!whether |if |; )[^ ,]+ ){{0,4}}?(?:; )?(?:whether|if) ",
        rf"{any_of['doubting']}(?:; )?(?:that|whether|if|_to|[CH]\d+ _(?:will|would|can|could)) ",
    )
    lapsed = (
        f"_had {_MARKED}?{any_of['lapsed']}",
        any_of["overtaken"],
        rf"(?:_was|_were) _to (?={_REST} {_BUT} )",
    )

    def called(by: str, *options: str, also: str = "", behind: str = "") -> Called:
        phrases = (language.literal(phrase) for name in by.split() for phrase in families[name])
        words = longest(phrases).union((also,) if also else ())
        return Called(behind + _whole(options), words)

    opening = (
        called("denying denying_that disbelievers not_so wrongly untrue", *denied, also=_NO, behind=_NOT),
        called("untrue contrary", *refuted),
        called("imagined fiction in_jest", *unreal),
        called("rumours despite doubting inquiring confirming", *passed_on),
        called("lapsed overtaken", *lapsed, also=_BUT),
    )
    corrected, (retracted, withdrawn) = find_corrected(language), find_retracted(language)
    return Untold(
        *opening,
        called("asking wanting", f"{any_of['asking']}{_TO_SUM}", f"{any_of['wanting']}(?!_to ){_TO_SUM}"),
        called("weighing", any_of["weighing"]),
        called(
            "unsettled undone open_on",
            rf"M\d+ (?:[^ ;,]+ ){{0,12}}?(?:_\S+ )+?{any_of['unsettled']}",
            rf"M\d+ (?:[^ ;,]+ ){{0,12}}?(?:_\S+ )+?_not (?:yet |_\S+ )*{any_of['undone']}",
            rf"{any_of['open_on']}(?:[CHJLO]\d+ (?:on |over |_over |about |_about ))?{_TO_SUM}",
        ),
        called("habits", any_of["habits"]),
        called("hanging", any_of["hanging"]),
        called("stopping", rf"{any_of['stopping']}(?=[a-z]+ing |(?:its |_?all |the |any )?{any_of['dealings']})"),
        called("ending", rf"{any_of['ending']}(?:(?:_?all|[CJO]\d+ 's|(?!and |but |that |when )[a-z-]+) ){{0,3}}$"),
        Called(rf"[^;]*(?<![^ ]){any_of['failing']}", longest(map(language.literal, families["failing"]))),
        Called(_UNMET, frozenset({"if"})),
        re.compile(rf" ; (?!that )| but |(?: and|,) (?={any_of['resuming']})|, (?=[CHOW]\d+ (?!and |or |, |'s ))"),
        corrected,
        retracted,
        withdrawn,
        _deniers(language),
        corrected.opened.words.union(*(item.words for item in (*opening, retracted, withdrawn))),
    )


@lru_cache(maxsize=2)  # every frame of a sentence asks the same
def stretches(tags: str, untold: Untold) -> tuple[Stretch, ...]:
    """The stretches of the tagged text, in no order."""
    words = words_of(tags)
    found = () if untold.opening.isdisjoint(words) else tuple(_found(tags, untold))
    if _HAVE in words and untold.unmet.is_called(tags) and _MISSED.search(tags):
        return (*found, *(Stretch(*held.span(), denied=False) for held in untold.unmet.finditer(tags)))
    return found


def _deniers(language: Language) -> frozenset[str]:
    """The first words of what opens a stretch that whoever does it denies."""
    families = language.tables["untold"]
    phrases = (phrase for name in ("denying", "denying_that", "calling") for phrase in families[name])
    return retracting(language) | {language.tokens(phrase)[0] for phrase in phrases}


def _denied(tags: str, untold: Untold) -> Iterator[Stretch]:
    for sort in (untold.denied, untold.retracted):
        for opened in sort.finditer(tags):
            verb = opened.start() if opened[0].split(" ", 1)[0] in untold.denying else -1
            yield Stretch(opened.end(), _close(tags, opened.end(), untold), denied=True, verb=verb)
    for held in untold.refuted.finditer(tags):
        verb = held.start() if held[0].split(" ", 1)[0] in untold.denying else -1
        yield Stretch(*held.span(held.lastindex or 0), denied=True, verb=verb)
    for held in untold.withdrawn.finditer(tags):
        yield Stretch(*held.span("held"), denied=True, by=held["by"] or "", said=held.start())


def _found(tags: str, untold: Untold) -> Iterator[Stretch]:
    yield from _denied(tags, untold)
    for opened in untold.unreal.finditer(tags):
        yield Stretch(opened.start(), len(tags), denied=False)
    for opened in untold.passed_on.finditer(tags):
        yield Stretch(opened.start(), _close(tags, opened.end(), untold), denied=False)
    for start, end in mistakes(tags, untold.corrected):
        yield Stretch(start, end, denied=False)
    for opened in untold.lapsed.finditer(tags):
        now = _NOW.search(tags, opened.end())
        if now is not None or not _BACKGROUND.search(tags, 0, opened.start()):
            end = _close(tags, opened.end(), untold)
            yield Stretch(opened.start(), min(end, now.start()) if now is not None else end, denied=False)


def _close(tags: str, start: int, untold: Untold) -> int:
    """Where what was opened there ends: at the next clause, or where somebody else has the word."""
    closed = untold.closes.search(tags, start)
    return closed.start() + 1 if closed is not None else len(tags)


def is_repeated_to_deny(tags: str, start: int, untold: Untold) -> bool:
    """Whether what begins there is told as what is not so."""
    known = stretches(tags, untold)
    return bool(known) and any(stretch.denied and stretch.start <= start < stretch.end for stretch in known)


def denied_there(tags: str, start: int, untold: Untold) -> Stretch | None:
    """The stretch that tells what begins there as what is not so, best one that tells who denies it."""
    held = [stretch for stretch in stretches(tags, untold) if stretch.denied and stretch.start <= start < stretch.end]
    return max(held, key=lambda stretch: (bool(stretch.by), stretch.verb >= 0, -stretch.verb), default=None)


def is_told_denied(tags: str, start: int, untold: Untold) -> bool:
    """Whether what begins there only tells by whom what stands before is denied ("that C0 left _was denied by H1")."""
    return any(stretch.by and stretch.end <= start for stretch in stretches(tags, untold))


def is_unreal(tags: str, span: tuple[int, int], untold: Untold) -> bool:
    """Whether tags[span] reaches into what is made up, in doubt or left behind."""
    start, end = span
    known = stretches(tags, untold)
    reached = known and any(not stretch.denied and start < stretch.end and stretch.start < end for stretch in known)
    return bool(reached) and not is_repeated_to_deny(tags, start, untold)


def is_only_sought(tags: str, span: tuple[int, int], untold: Untold) -> bool:
    """Whether the last sum in tags[span] is only what somebody asks for ("asked C1 for a loan of M2")."""
    if not untold.sought.is_called(tags):
        return False
    sums = {found.end() for found in _SUM.finditer(tags, *span)}
    return bool(sums) and any(found.end() == max(sums) for found in untold.sought.finditer(tags))


def is_weighed(tags: str, span: tuple[int, int], untold: Untold, *, money: bool) -> bool:
    """Whether tags[span] reaches into what is only considered: a sum of money, or doing something."""
    if not untold.weighed.is_called(tags):
        return False
    start, end = span
    opened = (found.end() for found in untold.weighed.finditer(tags, 0, end))
    ahead = (at for at in opened if money or _DOING.match(tags, at))
    return any(start < min(_close(tags, at, untold), _comma(tags, at)) for at in ahead)


def is_unsettled(tags: str, span: tuple[int, int], untold: Untold) -> bool:
    """Whether a sum in tags[span] is not settled ("a loan of M1 _is under discussion", "no decision on M1")."""
    if not untold.unsettled.is_called(tags):
        return False
    sums = [found.start() for found in _SUM.finditer(tags, *span)]
    held = [found.span() for found in untold.unsettled.finditer(tags)]
    return any(start <= at < end for at in sums for start, end in held)


def is_habit(tags: str, span: tuple[int, int], untold: Untold) -> bool:
    """Whether the clause of tags[span] tells what is done over and over, and no date in it on which it was done."""
    if not untold.habits.is_called(tags):
        return False
    start, end = tags.rfind(" ; ", 0, span[0]) + 1, tags.find(" ; ", span[1])
    end = end if end >= 0 else len(tags)
    found = untold.habits.search(tags, start, end)
    return found is not None and not _is_beside(tags, start, found.start(), span) and not _DATE.search(tags, start, end)


def _is_beside(tags: str, start: int, at: int, span: tuple[int, int]) -> bool:
    """Whether a word of the clause that begins at `start` belongs to an aside before tags[span], or stands behind the
    opening phrase that tags[span] is ("visiting P0 , H1 offered _to buy it each year")."""
    first, comma = tags.find(" , ", start), tags.find(" , ", at)
    if at < span[0]:
        return first >= 0 and first < at and 0 <= comma < span[0]
    return (
        0 <= span[1] - 1 <= first < at
        and _DOING.match(tags, span[0]) is not None
        and not tags[start : span[0]].strip("; ")
    )


def hangs_on(tags: str, span: tuple[int, int], untold: Untold) -> bool:
    """Whether the last words of tags[span] tell on what something hangs ("C0 _will build it if L1 sign the treaty")."""
    found = untold.hanging.search(tags, *span)
    return found is not None and found.start() > span[0]


def is_barred(tags: str, span: tuple[int, int]) -> bool:
    """Whether tags[span] begins in a condition under which something is not done, or only aimed at."""
    start, end = span
    if not any(map(tags.__contains__, _GIVEN_WORDS)) or (given := _GIVEN.search(tags, 0, start)) is None:
        return False
    return given[1] == "unless" or _NOT_YET.search(tags, given.start(), end) is not None


def is_ended(tags: str, span: tuple[int, int], untold: Untold, *, talks: bool) -> bool:
    """Whether the noun of tags[span] tells of a deed that is over, or of talks that failed."""
    start, end = span
    found = untold.failed.match(tags, end) if talks else untold.ended.search(tags, 0, start)
    return found is not None


def is_stopped(tags: str, span: tuple[int, int], untold: Untold) -> bool:
    """Whether tags[span] tells that something is done no more ("stopped buying", "halted its exports")."""
    return untold.stopped.search(tags, *span) is not None


def _comma(tags: str, start: int) -> int:
    """Where the next comma stands, or the end."""
    at = tags.find(" , ", start)
    return at if at >= 0 else len(tags)


def _any(language: Language, words: list[str]) -> str:
    """Any word of the list as it stands in tagged text."""
    return f"(?:{branches(_form(language.literal(word)) for word in sorted(words, key=len, reverse=True))})"


def _form(words: str) -> str:
    """The words as a pattern; a clause may begin before "that"."""
    return re.escape(words).replace(r"\ that", r"\ (?:;\ )?that")


def _whole(options: tuple[str, ...]) -> str:
    """Any of the options, from the beginning of a word."""
    return rf"(?<![^ ])(?:{'|'.join(options)})"
