# SPDX-License-Identifier: MPL-2.0
"""Places outside the United Kingdom, as people name them when they say where information is kept."""

from __future__ import annotations

import re

_COUNTRIES = """
America American Australia Austria Bahrain Bangladesh Belgium Brazil Bulgaria Canada China Croatia Cyprus Czechia
Denmark Dubai Egypt Eire Estonia Europe European Finland France Germany Ghana Gibraltar Greece Guernsey Hungary
Iceland India Indonesia Ireland Israel Italy Japan Jersey Kenya Korea Latvia Liechtenstein Lithuania Luxembourg
Malaysia Malta Mexico Morocco Netherlands Nigeria Norway Pakistan Philippines Poland Portugal Qatar Romania Russia
Scandinavia Serbia Singapore Slovakia Slovenia Spain Sweden Switzerland Taiwan Thailand Tunisia Turkey UAE Ukraine
USA Uruguay Vietnam
"""
_CITIES = """
Amsterdam Ashburn Athens Atlanta Bangalore Barcelona Beijing Belgrade Bengaluru Berlin Bratislava Brussels Bucharest
Budapest Chennai Chicago Copenhagen Dallas Delhi Denver Dublin Dusseldorf Düsseldorf Eindhoven Frankfurt Gdańsk
Geneva Gothenburg Groningen Hamburg Helsinki Houston Hyderabad Istanbul Johannesburg Karachi Kraków Krakow Lagos
Lahore Lisbon Ljubljana Lyon Madrid Manila Marseille Melbourne Miami Milan Montreal Montréal Moscow Mumbai Munich
Nairobi Oregon Osaka Oslo Ottawa Paris Phoenix Porto Prague Pune Riga Rotterdam Seattle Seoul Shanghai Sofia
Stockholm Sydney Tallinn Texas Tokyo Toronto Vancouver Vienna Vilnius Virginia Warsaw Wrocław Zagreb Zurich Zürich
"""
_OTHERS = (
    r"New York|Hong Kong|New Zealand|New Jersey|North America|South Africa|Saudi Arabia|Sri Lanka|Cape Town|Tel Aviv|"
    r"San Francisco|San Jose|Los Angeles|Silicon Valley|Isle of Man|Channel Islands|United States|Costa Rica|"
    r"the Republic|the US\b|EU\b|EEA\b|U\.S\.|overseas|abroad|offshore|worldwide|anywhere in the world|"
    r"(?:outside|beyond) (?:of )?(?:the )?(?:UK|United Kingdom|country|Britain)"
)
_SINGLE = "|".join(f"{_COUNTRIES} {_CITIES}".split())
_ABROAD = re.compile(rf"(?<![\w-])(?<!Northern )(?:{_SINGLE}|{_OTHERS})(?![\w-])")
_HOME = re.compile(
    r"\b(?:U\.?K\.?|United Kingdom|(?:Great )?Britain|GB|England|Wales|Scotland|Northern Ireland)(?![\w-])",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:not|never|no|none|nothing|nowhere|neither|nor|without|forbid\w*|exclud\w+|instead of|rather than|unless)\b"
    r"[^.;]*$",
    re.IGNORECASE,
)


def places_abroad(text: str) -> tuple[str, ...]:
    """Return the places outside the UK that a text names, each once, but for those that it rules out."""
    found = (one[0] for one in _ABROAD.finditer(text) if not _NOT.search(text[: one.start()]))
    return tuple(dict.fromkeys(found))


def is_abroad(country: str) -> bool:
    """Whether what stands in the place of a country is not, or not only, a part of the United Kingdom."""
    return bool(country.strip()) and (bool(places_abroad(country)) or not _HOME.search(country))
