# SPDX-License-Identifier: MPL-2.0
"""Details in words by which somebody can be found: days of birth, addresses, telephones, e-mails, illnesses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidencepack.review.numbers_of_people import Spot, folded, has_digits

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_NTH = (
    r"(?:(?:twenty-|thirty-)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth"
    r"|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth)"
)
_DAY = (
    rf"(?:(?:the )?{_NTH}(?: of)? {_MONTH},? (?:19|20)\d{{2}}|"
    rf"\d{{1,2}}[/.\-]\d{{1,2}}[/.\-](?:19|20)?\d{{2}}|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? "
    rf"{_MONTH}\.?,? (?:19|20)\d{{2}}|"
    rf"{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? (?:19|20)\d{{2}}|(?:19|20)\d{{2}}-\d{{2}}-\d{{2}})"
)
_BIRTH = re.compile(
    rf"\b(?:d\.?o\.?b\b\.?|date of birth|birth ?date|birth certificate|born|birthday"
    rf"|(?:came into|entered) (?:the|this) world|birth (?:on|was))(?:[^.;\n]|(?<=\bb)\.){{0,25}}?({_DAY})|"
    rf"\b(?:aged?|turned) \d{{1,3}}(?:,| on|, on)? (?:the )?({_DAY})|"
    rf"[(,] ?(?:b|d\.? ?o\.? ?b)\.?:? ?(?:on )?({_DAY})|"
    r"\b(?:d\.?o\.?b\b\.?|date of birth)[ :,-]{1,3}\d{6}(?:\d{2})?(?!\d)|"
    r"\b(?:d\.?o\.?b\b\.?|date of birth)[ :,-]{1,3}\d{1,2} \d{1,2} (?:19|20)?\d{2}(?!\d)",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"\b(?:idea|project|service|partnership|scheme|charity|organisation|group|company|team"
    r"|programme)\b\W+(?:\w+\W+){0,3}$",
    re.IGNORECASE,
)
_POSTCODE = re.compile(
    r"(?<![\w-])(?:[A-PR-UWYZ](?:\d[\dA-HJKPSTUW]?|[A-HK-Y]\d[\dABEHMNPRVWXY]?)) ?"
    r"(?!\d(?:ST|ND|RD|TH)\b)\d[ABD-HJLNP-UW-Z]{2}(?![\w-])",
    re.IGNORECASE,
)
_PHONE = re.compile(r"(?<![\d+£])(?:\+44 ?\(?0?\)?|0)(?:[ \-()]?\d){9,10}(?!\d)")
_NUMBER = 10
"""The digits of a telephone number, at the least."""

_FOR_ALL = re.compile(r"(?:0|44)(?:3|80|808|500)")
_ON_DUTY = re.compile(
    r"[,;:]? \(?(?:\w+ ){0,2}(?:on[- ]call|duty|switchboard|helpline|out[- ]of[- ]hours)\b", re.IGNORECASE
)
_EMAIL = re.compile(r"[\w.+'’\-]+@[\w\-]+(?:\.[\w\-]+)+")
_BOXES = re.compile(
    r"(?:info|office|enquir(?:y|ies)|hello|contact|admin|mail|referrals?|safeguarding|complaints?|feedback|dpo|"
    r"privacy|data\w*|help\w*|support|team|hub)\b",
    re.IGNORECASE,
)
_ROAD = (
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Close|Drive|Court|Crescent|Gardens|Terrace|Grove|Square|Mews|Row|Walk|Way|Wharf"
    r"|Quay|Parade|Place|Rise|Hill|View)"
)
_OF_ROAD = re.compile(rf"\b{_ROAD}$")
_HOME = re.compile(
    rf"(?<![\w£./-])\d{{1,3}}[a-z]?,? (?:[A-Z][\w'’]+ ){{1,3}}{_ROAD}\b|\b(?:[Ff]lat|[Aa]partment|[Bb]edsit|[Rr]oom)"
    r" (?:[Nn]o\.? ?)?\d{1,4}[A-Za-z]?\b"
    r"|(?<=\bat )(?<=[a-z] at )\d{1,3}[a-z]? (?!\w+day\b|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))"
    r"[A-Z][a-z]{2,}(?![\w’'-]| [A-Z])"
)
_NOT_AT_HOME = re.compile(
    r"\b(?:meeting|training|board|committee|seminar|week|month|phase|level|step|in|page|of|and|from"
    r"|meets?(?: \w+){0,4}? (?:at|in)|(?:group|session|class|club|caf[eé]|lunch"
    r"|office)s?(?: \w+){0,3}? (?:at|in))\W*$",
    re.IGNORECASE,
)
_MEETS = re.compile(
    r"\b(?:meets?|met|gathers?|sessions?|groups?|class(?:es)?|clubs?|caf[eé]|lunch(?:es)?|drop-in"
    r"|held|hall|library|church"
    r"|mosque|temple|office|centre|hub|events?|workshops?|open days?|advice|branch|depot|stores?|premises)\b",
    re.IGNORECASE,
)
_LIVES = re.compile(
    r"\b(?:li(?:ves?|ved|ving)|homes?|moved|resid\w+|tenants?|found|fell|bedroom|visit(?:s"
    r"|ed)? (?:her|him)|his|her|hers|he"
    r"|she|him|Mr|Mrs|Ms|Miss|man|woman|lady|gentleman|widow(?:er)?|pensioner|neighbour)\b",
    re.IGNORECASE,
)
_SMALL_PLACE = (
    r"(?:village|hamlet|island|street|town|close|estate|block|parish|building|road|here|borough|ward"
    r"|area|group|lane|square"
    r"|terrace|house|scheme|valley|county)"
)
_POST = (
    r"(?:head|head ?(?:teacher|master|mistress)|teacher|mayor|vicar|rector|doctor|gp|postmaster|postmistress|postman"
    r"|police officer|policeman|councillor|magistrate|station ?master|harbour ?master"
    r"|lollipop (?:lady|man)|organist|butcher"
    r"|baker|landlord|landlady|midwife|priest|imam|rabbi|pastor|caretaker|bus driver|ferryman"
    r"|fire(?:man| chief)|librarian"
    r"|matron|sexton|lifeboat coxswain|coxswain|lighthouse keeper|publican|blacksmith|choirmaster"
    r"|captain|chemist|pharmacist"
    r"|dentist|solicitor|judge|sheriff|alderman|bishop|curate|sister|goalkeeper|footballer)"
)
_OLD = re.compile(
    rf"\b{_SMALL_PLACE}[’']s only (?:[\w-]+ ){{0,3}}(?:speaker|(?:wo)?man|person|family|resident|member|couple|lady"
    r"|gentleman)\b|"
    rf"\b(?:(?:the|[a-z]+[’']s) )?only (?:[\w-]+ ){{0,3}}(?:speaker|speaking|speaks|(?:wo)?man|person"
    rf"|family|resident|tenant"
    rf"|member|household|couple|lady|gentleman|one|widow|muslim|hindu|sikh|jew\w*"
    rf"|buddhist)\b[^.;\n]{{0,40}}\b{_SMALL_PLACE}\b"
    rf"|\b(?:no other|nobody else"
    rf"|no one else)\b[^.;\n]{{0,40}}\b{_SMALL_PLACE}\b[^.;\n]{{0,30}}\b(?:speaks|language|faith)\b"
    rf"|\b(?:no other|nobody else|no one else) [^.;\n]{{0,20}}\b(?:speaks|from)\b[^.;\n]{{0,40}}\b{_SMALL_PLACE}\b"
    rf"|\b(?:formerly|former|retired|once|used to be|was for years|had been|ex-|served as|for years"
    rf"|was head|long-serving)\W?"
    rf" ?(?:the |a |an )?(?:\w+ )?{_POST},? (?:of|at|in|for|on) (?:the )?[A-Z][\w’']+"
    rf"|\b(?:used to run|ran|kept|once ran|had run|once kept) (?:the|a) (?:\w+ )?(?:post office|pub"
    rf"|shop|bakery|school|chapel|farm"
    rf"|surgery|garage|butcher\w*)[^.;\n]{{0,12}}\b(?:of|at|in) (?:the )?[A-Z][\w’']+"
    rf"|\bonly (?:[\w-]+ )?(?:[\w-]+-speaking (?:\w+ )?\w+|{_POST})\b[^.;\n]{{0,40}}\b{_SMALL_PLACE}\b"
    r"|\b(?:aged? |turned )(?:9\d|1[01]\d)\b|\b(?:9\d|1[01]\d)[ -](?:years?[ -]old|year-old)\b"
    r"|\bat (?:the age of )?(?:9\d|1[01]\d),? (?:s?he|they|his|her|mr|mrs|ms|miss)\b"
    r"|\b(?:s?he|who|man|woman|lady|gentleman|mother|father|mum|dad) (?:is|was|is now|was then|turns) (?:9\d|10\d)"
    r"(?=[.,;)]|$| (?:and|when|but|now|then|years)\b)"
    r"|\b(?:aged? |turned |at (?:the age of )?)ninety(?:[- ]\w+)?\b|\bninety(?:-\w+)? years old\b"
    r"|\b(?:hundredth|ninetieth|ninety-\w+|(?:9\d|1[01]\d)(?:st|nd|rd|th)) birthday\b"
    r"|\bin (?:his|her|their) (?:nineties|90s)\b|\b(?:oldest|eldest) (?:wo)?(?:man|member|resident|tenant|person)\b"
    r"(?! (?:of|in) the \w+ (?:(?:is|has|gets?) )?(?:always|usually|each|every)\b)",
    re.IGNORECASE,
)
_STAY = re.compile(
    rf"\b(?:admitted|admission|discharged|went into hospital|moved in|died|had a fall|fell|broke \w+ \w+)"
    rf"\b[^.;\n]{{0,30}}?({_DAY})",
    re.IGNORECASE,
)
_RARE = re.compile(
    r"\b(?:motor neurone disease|Huntington[’']?s|Creutzfeldt\S*|progressive supranuclear palsy|"
    r"multiple system atrophy|"
    r"locked-in syndrome|Prader[- ]Willi|Korsakoff\S*|Guillain[- ]Barr\S+|cystic fibrosis|muscular dystrophy)",
    re.IGNORECASE,
)
_ONE_PERSON = re.compile(
    r"\b(?:he|she|his|her|him|Mr|Mrs|Ms|Miss|"
    r"(?:a|one|the) (?:man|woman|lady|gentleman|person|tenant|resident|patient))\b",
    re.IGNORECASE,
)
_ABUSE = re.compile(
    r"\b(?:hit|hits|hitting|slapped|slapping|stole|stealing|steals|abused|abusing|abuses|assaulted|neglected|bullied"
    r"|shouted at"
    r"|shouting at|threatened|took (?:\w+ )?(?:money|savings|pension|card)|taking (?:\w+ )?(?:money|savings|pension"
    r"|card)"
    r"|allegations?|alleged|accused|accusation|suspected of)\b",
    re.IGNORECASE,
)
_ONE_OF_FEW = re.compile(
    r"\b(?:(?:a|one|the|her|his|their) (?:\w+ )?(?:son|daughter|nephew|niece|husband|wife|brother|sister|grandson"
    r"|granddaughter"
    r"|neighbour|worker|carer|care worker|driver|nurse|volunteer|cleaner|relative|resident|tenant|man|woman|lady"
    r"|gentleman))\b",
    re.IGNORECASE,
)
_TELLS_WHO = re.compile(
    r"\b(?:in|on|since|last|during) (?:\d{1,2} )?(?:January|February|March|April|May|June|July|August"
    r"|September|October"
    r"|November|December)\b|\b(?:flat|bed|room|bay|house|apartment|bungalow) (?:[Nn]o\.? ?)?\d",
    re.IGNORECASE,
)
_SHORT_FORMS = "GP IT HR IG AI PA UK EU QA TB PD NI ID TV UN MP PM AM PR DV LA SW"
_SHORT = frozenset(_SHORT_FORMS.split())
_INITIALS = re.compile(
    r"\b(?:[A-Z]\.(?:O[’'])?[A-Z]\.|(?!O[T])[A-Z]{2}"
    r"(?= (?:has|had|fell|was|is|needs|refused|developed|suffers|suffered|who|with)\b))"
)
_HEALTH = re.compile(
    r"\b(?:dementia|diabet\w+|stroke|cancer|fell|fall|depress\w+|psycho\w+|overdos\w+|self-harm\w*|incontinen\w+"
    r"|insulin|"
    r"pressure (?:sore|ulcer)|medication|epilep\w+|seizure|hospital|sepsis|parkinson\S*|alcohol\w*|suicid\w+"
    r"|schizo\w+|bipolar|psychiatric|hepatitis|HIV|MRSA|COPD|autis\w+|asthma\w*|arthriti\w+|catheter\w*)\b",
    re.IGNORECASE,
)


def births(text: str) -> Iterator[Spot]:
    """Yield each day of birth: a whole date close behind words about birth, or behind an age."""
    for found in _BIRTH.finditer(folded(text)) if has_digits(text, 2) else ():
        if not _NOBODY.search(text[: found.start()]):
            yield found.span()


def postcodes(text: str) -> Iterator[Spot]:
    """Yield each whole postcode; half of one finds nobody."""
    return (found.span() for found in _POSTCODE.finditer(folded(text))) if has_digits(text, 2) else iter(())


def telephones(text: str) -> Iterator[Spot]:
    """Yield each telephone number that may be somebody’s own: not 03 or 080, and not that of a duty."""
    for found in _PHONE.finditer(folded(text)) if has_digits(text, _NUMBER) else ():
        if not _FOR_ALL.match(digits_of(found[0])) and not _ON_DUTY.match(text, found.end()):
            yield found.span()


def mailboxes(text: str) -> Iterator[Spot]:
    """Yield each e-mail address that may be somebody's own, and not the box of an office."""
    return (found.span() for found in _EMAIL.finditer(text) if not _BOXES.match(found[0])) if "@" in text else iter(())


def homes(text: str) -> Iterator[Spot]:
    """Yield each number of a house with its road, and each flat or room; not where a group meets."""
    for found in _HOME.finditer(text) if has_digits(text, 1) else ():
        start, end = _sentence(text, found.start())
        lives = _LIVES.search(text, start, end)
        public = _MEETS.search(text, start, end) and not lives
        house = lives and _OF_ROAD.search(found[0])
        if not public and (house or not _NOT_AT_HOME.search(text[: found.start()])):
            yield found.span()


def rare_details(text: str) -> Iterator[Spot]:
    """Yield each great age, each day of a stay, and each rare illness of one person."""
    yield from (found.span() for pattern in (_OLD, _STAY) for found in pattern.finditer(folded(text)))
    for found in _RARE.finditer(text):
        start, end = _sentence(text, found.start())
        if _ONE_PERSON.search(text, start, end):
            yield found.span()


def initials_with_illness(text: str) -> Iterator[Spot]:
    """Yield initials in whose sentence something is said of health."""
    for found in _INITIALS.finditer(text):
        start, end = _sentence(text, found.start())
        if found[0] not in _SHORT and _HEALTH.search(text, start, end):
            yield found.span()


def allegations(text: str) -> Iterator[Spot]:
    """Yield what is said of one person's abuse, where a month, a flat or a bed tells who it is."""
    for found in _ABUSE.finditer(text):
        start, end = _sentence(text, found.start())
        if _ONE_OF_FEW.search(text, start, end) and _TELLS_WHO.search(text, start, end):
            yield found.span()


def digits_of(text: str) -> str:
    """Return the digits of a telephone number, with 44 and 0 before it made one."""
    digits = re.sub(r"\D", "", text)
    return re.sub(r"^44\s*0?", "0", digits) if text.lstrip().startswith("+44") else digits


def _sentence(text: str, at: int) -> Spot:
    """Return the sentence in which a character stands; dots between initials do not end one."""
    start = max((found.end() for found in re.finditer(r"(?<![A-Z])[.!?]\s|\n", text[:at])), default=0)
    end = re.search(r"(?<![A-Z])[.!?](?:\s|$)|\n", text[at:])
    return start, at + end.start() if end else len(text)
