# SPDX-License-Identifier: MPL-2.0
"""Random words of the scripts that names and answers are written in, signs, emoji, and texts of all of them."""

from __future__ import annotations

import re

from hypothesis import strategies as st

_LATIN = {
    "English": "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789",
    "Welsh": "aâbcdeêëfghiîïjlmnoôprstuûwŵẁẃẅyŷỳýÿÂÊÎÔÛŴŶ",
    "Polish": "aąbcćdeęfghijklłmnńoóprsśtuwyzźżĄĆĘŁŃÓŚŹŻ",
    "Czech": "aábcčdďeéěfghiíjklmnňoópqrřsštťuúůvwxyýzžČĎĚŇŘŠŤŮŽ",
    "Irish": "aábḃcċdḋeéfḟgġhiílmṁnoópṗrsṡtṫuúḂĊḊḞĠṀṖṠṪ",
    "Vietnamese": "aăâbcdđeêghiklmnoôơpqrstuưvxyạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹĐƠƯ",
    "Turkish": "abcçdefgğhıijklmnoöprsştuüvyzÇĞİÖŞÜ",
    "Cyrillic": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяыэёъАБВГҐДЕЄЖЗИІЇЙЮЯ",
    "Greek": "αάβγδεέζηήθιίϊΐκλμνξοόπρσςτυύϋΰφχψωώΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ",
    "polytonic Greek": "ἀἁἄἅἆἐἑἔἠἡἤἥἦἰἱἴἶὀὁὄὐὑὔὖὠὡὦὰὲὴὶὸὺὼᾠᾧᾷῃῇῳῷῥῬ",
}
# Letters that Unicode has only with a mark of their own.
_MARKED = {
    "Yoruba": ["ẹ́", "ẹ̀", "ọ́", "ọ̀", "ṣ", "ń", "ǹ", "m̀", "Ẹ̀", "Ọ̀", *"abdefghijklmnoprstuwyáàéèíìóòúù"],
    "Igbo": ["ị́", "ị̀", "ọ̀", "ụ̀", "ụ́", "Ụ̀", *"ṅịọụabcdeghijklmnoprstuvwyz"],
    "taken apart": [f"{letter}{mark}" for letter in "aeinouywc" for mark in "\u0300\u0301\u0302\u0308\u030c\u0323"],
}
_BENGALI = [
    f"{letter}{sign}"
    for letter in (*"কখগঘচছজটডতথদধনপফবভমযরলশষসহ", "ক্ষ", "জ্ঞ", "ত্র", "স্ত্র", "ন্ধ", "স্থ", "র্ম", "ম্ব")
    for sign in ("", "া", "ি", "ী", "ু", "ে", "ো", "ৌ", "ং")
]
_SIGNED = (
    "✓ ✔ ✗ ✘ ☐ ☑ ☒ ★ ☆ ● ○ ■ □ ◆ ◇ ⚠ → ← ↑ ↓ ↔ ⇒ ⇐ ➔ ➜ ► ▶ • ▪ ‣ Ⅰ Ⅳ Ⅻ ① ② ⚖ ☎ ✉ ♿ ⚡ ☀ ❤ ≤ ≥ × ÷ ≠ ≈ ± − ∞ √ ∑ "
    "½ ⅓ ¾ ² ³ ₂ ′ ″ € £ ₦ ₹ ¥ № ™ © ® ° µ ‰ † ‡ § ¶ « » „ ‚ ‘ ’ “ ” … – — ― ‑ ‐ ‒ ﬁ ﬂ ﬀ ﬃ ℃ ℓ ∴ ∈ ∅"
)
_PICTURED = (
    "😀 😊 🎉 👍 👍🏽 👋🏿 🤝 🙏🏾 👩‍🦽 👨‍👩‍👧‍👦 🧑‍⚕️ 👩🏽‍⚕️ 👨‍🦯 🏠 🚗 💊 📅 📈 🔒 🔑 📞 ❤️ ❤️‍🔥 ✔️ ⚠️ ✅ ❌ ❓ ❗ ➕ ⭐ 1️⃣"
    " 9️⃣ #️⃣ *️⃣ 🇬🇧 🇧🇩 🇳🇬 🏴󠁧󠁢󠁷󠁬󠁳󠁿 🏴󠁧󠁢󠁳󠁣󠁴󠁿 🏳️‍🌈 ☎️ ©️ 😀🏽 👩‍🔑"
)
_SIGNS, _EMOJI = _SIGNED.split(), _PICTURED.split()
# pdfium tells soft hyphens from those at a line's end by where they stand, at times wrongly: they are not among these.
_UNSEEN = ["\u200b", "\u200c", "\u200d", "\u2060"]
_WHITE = [" ", "  ", "\t", "\u00a0", "\u2009", "\u2007", "\u202f", "\u2002", " \n "]

_PLAIN = "0-9A-Za-z\u00c0-\u036f\u0370-\u04ff\u1e00-\u1fff"
_FIXED = "\u2002\u2007\u2009\u202f"
_FIXED_ALONE = re.compile(f"(?<=[^{_PLAIN}])[{_FIXED}]|[{_FIXED}](?=[^{_PLAIN}])")

_LETTERS: list[list[str]] = [*map(list, _LATIN.values()), *_MARKED.values(), _BENGALI]


def _words() -> st.SearchStrategy[str]:
    word = st.sampled_from(_LETTERS).flatmap(lambda letters: st.lists(st.sampled_from(letters), min_size=1, max_size=9))
    return st.one_of(
        word.map("".join),
        word.map("".join),
        st.sampled_from(_SIGNS),
        st.lists(st.sampled_from(_EMOJI), min_size=1, max_size=3).map("".join),
        st.tuples(word.map("".join), st.sampled_from([*_SIGNS, *_EMOJI, *_UNSEEN]), word.map("".join)).map("".join),
    )


def texts() -> st.SearchStrategy[str]:
    """Give texts of one to eight words, each of any script, with any white space between them.

    Fixed spaces stand between words of the text face alone: beside others they are painted alone, where pdfium passes
    over them.
    """
    pieces = st.lists(st.tuples(_words(), st.sampled_from([" ", " ", *_WHITE])), min_size=1, max_size=8)
    return pieces.map(lambda found: "".join(f"{word}{white}" for word, white in found)).map(_fixed_among_letters)


def _fixed_among_letters(text: str) -> str:
    return _FIXED_ALONE.sub(" ", text)
