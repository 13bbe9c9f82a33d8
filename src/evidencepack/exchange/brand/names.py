# SPDX-License-Identifier: MPL-2.0
"""Names of Word's own styles in other languages.

Word keeps them in English whatever language it speaks, but other programs write what the person saw: a style "Nagłówek
1" is Word's "heading 1" all the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

_KNOWN: Mapping[str, str] = MappingProxyType(
    {
        "Normal": "standard|normalny|normale|standaard|default paragraph style|arferol",
        "Body Text": "textkörper|tekst podstawowy|corps de texte|texto independiente|corpo de texto|corpo testo|"
        "corpo del testo|platte tekst|plattetekst|text body|tekst treści|corff testun",
        "Title": "titel|tytuł|titre|título|titolo|teitl|hauptüberschrift",
        "caption": "beschriftung|legenda|légende|epígrafe|didascalia|bijschrift|podpis|pennawd",
        "header": "kopfzeile|nagłówek|en-tête|encabezado|cabeçalho|intestazione|koptekst|pennyn",
        "footer": "fußzeile|stopka|pied de page|pie de página|rodapé|piè di pagina|voettekst|troedyn",
        "List Bullet": "aufzählungszeichen|lista punktowana|liste à puces|lista con viñetas|lista com marcas|"
        "punto elenco|lijst opsom.teken",
        "List Number": "listennummer|lista numerowana|liste à numéros|lista con números|lista numerada|"
        "numero elenco|lijstnummering",
        "Hyperlink": "hiperłącze|lien hypertexte|hipervínculo|hiperligação|collegamento ipertestuale|internetlink",
    }
)
_NUMBERED: Mapping[str, str] = MappingProxyType(
    {
        "heading": "überschrift|nagłówek|titre|título|titolo|kop|pennawd|rubrik",
        "toc": "verzeichnis|spis treści|tm|tdc|sommario|inhopg|índice",
    }
)
_NUMBER = re.compile(r"(.+?)\s*([1-9])")
_ENGLISH = {other.casefold(): name for name, others in _KNOWN.items() for other in others.split("|")}
_WORDS = {other.casefold(): name for name, others in _NUMBERED.items() for other in others.split("|")}


def english(name: str) -> str:
    """Return the name that Word itself has for a style; nothing if the name is none of its own in another language."""
    plain = " ".join(name.casefold().split())
    numbered = _NUMBER.fullmatch(plain)
    if numbered and numbered[1] in _WORDS:
        return f"{_WORDS[numbered[1]]} {numbered[2]}"
    return _ENGLISH.get(plain, "")
