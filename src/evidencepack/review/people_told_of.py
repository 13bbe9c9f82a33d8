# SPDX-License-Identifier: MPL-2.0
"""Names of people who are told of: with a title, whole, the first name alone, or an initial and a surname."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidencepack.review.first_names import FIRST_NAMES, WORDS_TOO
from evidencepack.review.numbers_of_people import Spot

_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? (?:[A-ZÀ-ÞĀ-Ž][\w'’]*\.?[ -])?[A-ZÀ-ÞĀ-Ž][\w'’-]*\w")
_PAIR = re.compile(
    r"(?<![\w’'-])([A-Z][a-zà-ÿ]+) ((?:Mc|Mac|O['’]|De )?[A-ZÀ-ÞĀ-Ž][a-zà-ÿā-ž]+(?:-[A-ZÀ-ÞĀ-Ž][a-zà-ÿā-ž]+)?)(?![\w-])"
)
_AGED = re.compile(
    r"(?<![\w.’'-])((?:[A-Z]\. ?){1,2}[A-Z]\.?|[A-Z][a-zà-ÿ]+)(?:,? (?:is |was )?(?:aged )?| \()(?:1[6-9]|[2-9]\d|10\d)"
    r"(?=[,;)]|\.(?!\d)| and (?:his|her|from|a)\b| (?:from|when|years old)\b)(?!, (?:19|20)\d\d)"
)
_NOT_SURNAMES = """
House Court Lodge Centre Road Street Lane Close Hospital Ward Trust Hall Care Home Homes Housing Council
College Foundation Charity School Park Place Project Hub Church Day Week Month Clinic Surgery Team Service
Services And The Gardens Green Fund Limited Ltd Group Society Association Award Community Training Bank
Trustees Estate Avenue Drive Wing Unit Room Rooms Suite Library Building Buildings Theatre Museum Club Prize
"""
_NO_SURNAME = frozenset(_NOT_SURNAMES.split())
_WORD = r"([A-ZÀ-Ý][a-zà-ÿ’'-]*[a-zà-ÿ])(?![\w-]| [A-Z])"
_ALONE = re.compile(
    r"(?<![\w’'-])(?<![A-Z][a-z] )(?<!St )(?<!Saint )(?<![Tt]he )([A-ZÀ-Ý][a-zà-ÿ]{1,})(?:[’']s)?(?![\w-]"
    r"| (?!I\b)[A-Z])"
)
_BEFORE = re.compile(r"([A-Z][\w’'-]*|\bSt\.?|&) $")
_BEGINS = re.compile(r"(?:^|[.!?:\n“\"‘(•–-]\s*)$")
_TELLS = re.compile(
    r"[’']s\b|,? (?:and \w+ )?(?:\d\d,? )?(?:said|says|tells?|told|explained|remembers?|lives?|lived"
    r"|fell|came|went|wanted|wants|felt"
    r"|feels|likes|loves|moved|lost|cried|refused|had|has|is|was|joined|met|could|can|now|used|would"
    r"|will|did|does|asked|asks"
    r"|began|started|gets?|got|found|needed|needs|knew|knows|made|saw|took|thanked|smiled|walked"
    r"|walks|goes|comes|visits"
    r"|stayed|spent|died|enjoys?|enjoyed|sings|cooks|rang|thought|liked|helped|who|, who)\b",
)
_CALLED_AFTER = re.compile(
    r"(?:[’']s)? (?:ward|house|wing|unit|centre|clinic|hall|room|suite|prize|lounge|garden|block|building"
    r"|theatre|theorem"
    r"|scale|score|index|model|method|standard|order|law|ruling|report|foundation|trust|hospital|school|college|society"
    r"|hospice|charity|fund|memorial|community|association|academy|primary|library|road|street|avenue"
    r"|close|court|lodge|park"
    r"|way|lane|nurses?|mandatory|training|protocol|rule|act|line|shield|award|home|lecture|day|bank|team|group|scheme"
    r"|and St)\b",
    re.IGNORECASE,
)
_FAMOUS = frozenset(
    {
        "Ada Lovelace",
        "Alan Turing",
        "Bobby Moore",
        "Charles Darwin",
        "Charles Dickens",
        "Edith Cavell",
        "Elizabeth Fry",
        "Emmeline Pankhurst",
        "Florence Nightingale",
        "Helen Keller",
        "Isaac Newton",
        "Jo Cox",
        "John Lewis",
        "Joseph Rowntree",
        "Marie Curie",
        "Mary Seacole",
        "Nelson Mandela",
        "Oliver McGowan",
        "Rosa Parks",
        "Stephen Lawrence",
        "Sue Ryder",
    }
)
"""Names that charities, wards and courses have: they point at nobody who is told of."""

_AT_WORK = re.compile(
    r"(?:,| is| was|, who is) (?:(?:our|the|its|their|an?) )?(?:[a-z]+[ -]){0,2}(?:solicitor|coordinator"
    r"|organiser|manager"
    r"|officer|director|nurse|advis[eo]r|broker|chair|lead|trainer|tutor|doctor|gp|social worker|connector|mentor|coach"
    r"|engineer|leader|secretary|treasurer|trustee|auditor|inspector|clerk|consultant|therapist|commissioner|councillor"
    r"|pharmacist|lecturer|teacher|chief executive|deputy|supervisor)\b| (?:runs|chairs|leads) the\b",
    re.IGNORECASE,
)
"""Behind a name: somebody who is told of for a job, and not for care."""

_JOB_BEFORE = re.compile(
    r"\b(?:nurse|driver|volunteer|manager|worker|connector|coordinator|mentor|coach|cook|tutor|trainer|officer|lead"
    r"|deputy|colleagues?|engineer|teacher|chair|director|adviser|pharmacist|therapist|councillor|clerk|leader|chef"
    r"|organiser|ward sister|matron|principal|founder|patron|chief executive|secretary|treasurer)[, ]{1,2}$",
    re.IGNORECASE,
)

_KIN = (
    r"(?:son|daughter|wife|husband|mother|father|mum|dad|sister|brother|nan|gran|grandson|granddaughter|grandmother"
    r"|grandfather|niece|nephew|cousin|aunt|auntie|uncle|neighbour|friend|carer|widow|widower"
    r"|fianc[eé]e?|girlfriend|boyfriend"
    r"|son-in-law|daughter-in-law|stepson|stepdaughter|twin)"
)
_PERSON = (
    r"(?:resident|patient|tenant|client|service user|customer|person|member|lady|gentleman|man|woman"
    r"|user|widow|widower"
    r"|neighbour|pensioner|learner|trainee|participant|boy|girl|carer|volunteer|citizen)"
)
_TOLD_OF = re.compile(
    rf"\b{_KIN}(?:,| is| was|, who is called| called| named)? {_WORD}"
    rf"|\b{_PERSON},? (?:called|named|known as|nicknamed|(?:whom |who )?we (?:shall |will )?call"
    rf"|by the name of) {_WORD}"
    rf"|\b(?:[Cc]all (?:him|her|them)|[Nn]ame (?:is|was)|goes by) {_WORD}"
    rf"|[”\"’],? (?:said|says|told us|added|explained|remembers?) {_WORD}"
)
_KIN_IN_FULL = re.compile(
    rf"\b(?!(?i:neighbour|friend|carer|twin)\b)(?i:{_KIN})(?:,| is| was| called| named)? "
    r"([A-ZÀ-Ý][a-zà-ÿ’'-]+[a-zà-ÿ] [A-ZÀ-ÞĀ-Ž][\w’'-]*\w)(?! [A-Z])"
)
"""Behind a word for kin two capitals are a name, whatever the name."""

_INITIAL = re.compile(
    rf"\b{_PERSON},?(?: \w+ (?:as|is))? \(?((?:[A-Z]\.? ?){{1,2}}(?!Ward\b|Wing\b|Block\b)[A-ZÀ-Ý][a-zà-ÿ'’-]{{2,}})"
    r"|(?<![\w.])((?:[A-Z]\. ?){1,2}[A-ZÀ-Ý][a-zà-ÿ'’-]{2,})(?=,? (?:who|was|is|had|has|lives|lived"
    r"|fell|came|went|said|says"
    r"|moved|needed|needs|told|felt|and (?:his|her)|a (?:tenant|resident|patient|member|client))\b|,)"
)
_MONTHS = frozenset({"April", "May", "June", "Jan"})
_OF_TIME = re.compile(
    r"(?:\d(?:st|nd|rd|th)?|\b(?:in|since|to|by|until|till|of|from|during|before|after|last|next|early"
    r"|late|mid|each|every"
    r"|and|or|on|for|between|through|around|about))[ -]$",
    re.IGNORECASE,
)
_NOT_NAMES = """
January February March April May June July August September October November December Monday Tuesday Wednesday Thursday
Friday Saturday Sunday In On At Since The This That These Those We They He She It Our Their His Her And But So Then When
If As For With From After Before Both All Each Every Some Many Most One Two No Not Nobody Care Home Support
"""
_NO_NAME = frozenset(_NOT_NAMES.split())
_AT_HEAD = _NO_NAME | {
    "Once",
    "While",
    "Because",
    "Until",
    "Though",
    "Although",
    "Today",
    "Now",
    "Here",
    "There",
    "Later",
    "Soon",
}
"""Words that begin a sentence, and are no part of the name behind them."""


def names(text: str) -> Iterator[Spot]:
    """Yield each name with Mr, Mrs or the like before it, and each first name with a surname."""
    yield from (found.span() for found in _TITLED.finditer(text))
    for found in _PAIR.finditer(text):
        first = found[1] in FIRST_NAMES or (found[1] in WORDS_TOO and not _begins(text, found.start()))
        other = found[2] in _NO_SURNAME or found[0] in _FAMOUS or _CALLED_AFTER.match(text, found.end())
        if first and not other and not _is_at_work(text, found.start(), found.end()):
            yield found.span()


def aged(text: str) -> Iterator[Spot]:
    """Yield each first name, and two or three initials, with an age behind it: “D.K., 91”."""
    for found in _AGED.finditer(text):
        if "." in found[1] or ((found[1] in FIRST_NAMES or found[1] in WORDS_TOO) and found[1] not in _MONTHS):
            yield found.span(1)


def first_names_alone(text: str) -> Iterator[Spot]:
    """Yield each first name alone of somebody who is told of, and each initial with a surname."""
    spots = {found.span(1) for found in _ALONE.finditer(text) if _is_somebody(text, found)}
    for found in _TOLD_OF.finditer(text):
        group = found.lastindex or 0
        if found[group] not in _NO_NAME:
            spots.add(found.span(group))
    spots.update(found.span(1) for found in _KIN_IN_FULL.finditer(text) if _is_of_kin(text, found))
    spots.update(found.span(found.lastindex or 0) for found in _INITIAL.finditer(text))
    spots.update(aged(text))
    yield from sorted(spots)


def _is_somebody(text: str, found: re.Match[str]) -> bool:
    """Whether a word with a capital is a first name that stands by itself, and not before a ward or a house."""
    word = found[1]
    if not (word in FIRST_NAMES or word in WORDS_TOO) or _is_month(text, found) or _is_part(text, found):
        return False
    if word in WORDS_TOO and _begins(text, found.start()):
        return word in FIRST_NAMES and _TELLS.match(text, found.end(1)) is not None
    return True


def _is_of_kin(text: str, found: re.Match[str]) -> bool:
    """Whether two words with capitals behind a word for kin name that person, and no place, body or job."""
    first, last = found[1].split()
    other = first in _NO_NAME or first in FIRST_NAMES or last in _NO_SURNAME or _CALLED_AFTER.match(text, found.end())
    return not other and not _is_at_work(text, found.start(1), found.end())


def _is_part(text: str, found: re.Match[str]) -> bool:
    """Whether a word is part of a longer name: of a place, a ward or a house."""
    before = _BEFORE.search(text[max(0, found.start() - 30) : found.start()])
    after = _CALLED_AFTER.match(text, found.end(1)) is not None or _is_at_work(text, found.start(1), found.end(1))
    return (before is not None and before[1] not in _AT_HEAD) or after


def _is_at_work(text: str, start: int, end: int) -> bool:
    """Whether a name has a job before or behind it."""
    before = _JOB_BEFORE.search(text[max(0, start - 20) : start])
    return before is not None or _AT_WORK.match(text, end) is not None


def _is_month(text: str, found: re.Match[str]) -> bool:
    """Whether a word is a month: with a day or a year beside it, or behind a word of time."""
    if found[1] not in _MONTHS:
        return False
    before = text[max(0, found.start() - 12) : found.start()]
    return _OF_TIME.search(before) is not None or not _TELLS.match(text, found.end(1))


def _begins(text: str, place: int) -> bool:
    """Whether a word stands where a sentence begins, so that its capital says nothing."""
    return _BEGINS.search(text[max(0, place - 4) : place]) is not None
