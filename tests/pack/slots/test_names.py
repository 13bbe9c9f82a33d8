# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidencepack.domain.slots import Letters, NameRule
from evidencepack.pack.slots.names import MOST_BYTES, Wanted, keeps_rule, names_of, numbered, unknown_places
from evidencepack.pack.slots.renaming import why_other
from evidencepack.paths.names import is_legal_name

_ANY = NameRule("{title}", Letters.ANY, 150)
_PLAIN = NameRule("{title}")


def _wanted(rule: NameRule, title: str = "Risk register", **words: str) -> Wanted:
    said = {"tender": "ABC-1", "bidder": "Ferry & Co", "slot": "Quality", "letter": "B", "version": "v1.0", **words}
    return Wanted(rule, "pdf", {**said, "title": title}, ("REF-01", "SL-1"), "REF-01")


def _name(rule: NameRule, title: str = "Risk register", **words: str) -> str:
    (name,) = names_of([_wanted(rule, title, **words)])
    return name


@pytest.mark.parametrize(
    ("pattern", "letters", "name"),
    [
        ("", Letters.PLAIN, "B_Risk_register.pdf"),
        ("{tender}_{bidder}_App{letter}", Letters.PLAIN, "ABC-1_Ferry_Co_AppB.pdf"),
        ("{tender}_{bidder}_App{letter}", Letters.STRICT, "ABC1FerryCoAppB.pdf"),
        ("{title} ({version})", Letters.ANY, "Risk register (v1.0).pdf"),
        ("{title} ({version})", Letters.PLAIN, "Risk_register_v1-0.pdf"),
        ("Form of tender", Letters.PLAIN, "Form_of_tender.pdf"),
        ("{slot}: {title}?", Letters.ANY, "Quality- Risk register.pdf"),
        ("<b>&{{title}}", Letters.PLAIN, "b_Risk_register.pdf"),
        ("../../{letter}", Letters.ANY, "..-..-B.pdf"),
    ],
)
def test_a_pattern_is_filled_in_with_the_letters_that_are_allowed(pattern: str, letters: Letters, name: str) -> None:
    found = _name(NameRule(pattern, letters, 60))
    assert found == name.lstrip(".-")
    assert is_legal_name(found)


@pytest.mark.parametrize("pattern", ["{title}.pdf", "{title}.PDF ", "{title}.docx"])
def test_an_ending_that_is_typed_is_not_written_twice(pattern: str) -> None:
    assert _name(NameRule(pattern)) == "Risk_register.pdf"
    assert _name(NameRule("{title}"), "Risk register.pdf") == "Risk_register.pdf"


@pytest.mark.parametrize(
    ("rule", "title", "why"),
    [
        (_PLAIN, "Risk register", ""),
        (NameRule("{title}.pdf"), "Risk register", ""),
        (NameRule("{title}.docx"), "Risk register", "the rule writes “.docx”, and the file is PDF"),
        (_PLAIN, "aux", "Windows keeps “aux” for itself"),
        (_PLAIN, "aux.pdf", "Windows keeps “aux” for itself"),
        (_PLAIN, "মৈত্রী", "its title has no letter that the rule for names takes"),
        (NameRule("{letter}"), "মৈত্রী", ""),
        (NameRule("{title}", longest=12), "Risk register", "a name may have 12 characters here"),
        (NameRule("{title}", longest=17), "Risk register", ""),
    ],
)
def test_why_a_name_is_not_just_what_its_rule_gives_is_known(rule: NameRule, title: str, why: str) -> None:
    wanted = _wanted(rule, title)
    (name,) = names_of([wanted])
    assert why_other(wanted, name) == why


def test_a_name_that_another_file_has_already_is_said_to_be_taken() -> None:
    wanted = [_wanted(_PLAIN), _wanted(_PLAIN)]
    first, second = (why_other(one, name) for one, name in zip(wanted, names_of(wanted), strict=True))
    assert (first, second) == ("", "another file is called “Risk_register.pdf”")


@pytest.mark.parametrize(
    ("name", "rule", "found"),
    [
        ("Pack.pdf", _PLAIN, "Pack_1-of-3.pdf"),
        ("Our pack.pdf", _ANY, "Our pack 1-of-3.pdf"),
        ("Pack.pdf", NameRule("{title}", Letters.STRICT), "Pack1of3.pdf"),
        ("Pack_of_papers.pdf", NameRule("{title}", longest=14), "Pac_1-of-3.pdf"),
    ],
)
def test_one_of_several_files_says_which_it_is_within_the_rule(name: str, rule: NameRule, found: str) -> None:
    assert numbered(name, rule, 1, 3) == found
    assert keeps_rule(found, rule)


def test_places_that_stay_empty_leave_no_two_marks_between() -> None:
    assert _name(NameRule("{tender}_{letter}_{version}_{title}"), letter="", version="") == "ABC-1_Risk_register.pdf"


def test_what_nothing_fills_in_is_named_once_each() -> None:
    assert unknown_places("{tender}{lot}{Lot}{lot}{}") == ("lot", "Lot", "")
    assert unknown_places("{tender}{bidder}{slot}{letter}{title}{version}") == ()


@pytest.mark.parametrize("letters", Letters)
@pytest.mark.parametrize("device", ["CON", "nul", "COM1", "Lpt9", "AUX.x", "conin$"])
def test_no_name_is_one_of_a_device_of_windows(letters: Letters, device: str) -> None:
    found = _name(NameRule("{title}", letters, 60), device)
    assert is_legal_name(found)
    assert found.partition(".")[0].upper() not in {"CON", "NUL", "COM1", "LPT9", "AUX", "CONIN$"}


@pytest.mark.parametrize(
    ("title", "plain", "anything"),
    [
        ("Małgorzata’s Straße", "Malgorzatas_Strasse.pdf", "Małgorzata’s Straße.pdf"),
        ("মৈত্রী", "REF-01.pdf", "মৈত্রী.pdf"),
        ("😀 plan 😀", "plan.pdf", "😀 plan 😀.pdf"),
        ("abc\u202efdp.exe", "abcfdp-exe.pdf", "abcfdp.exe.pdf"),
        ("\u200f\u2066", "REF-01.pdf", "REF-01.pdf"),
        ("", "REF-01.pdf", "REF-01.pdf"),
        ("a\nb\tc\x00", "a_b_c.pdf", "a b c.pdf"),
    ],
)
def test_foreign_letters_emoji_and_marks_that_turn_writing_round(title: str, plain: str, anything: str) -> None:
    assert _name(_PLAIN, title) == plain
    assert _name(_ANY, title) == anything


def test_a_name_of_just_the_longest_length_stays_and_one_letter_more_is_cut() -> None:
    rule = NameRule("{title}", Letters.PLAIN, 30)
    assert _name(rule, "a" * 26) == "a" * 26 + ".pdf"
    assert _name(rule, "a" * 27) == "a" * 26 + ".pdf"
    assert keeps_rule("a" * 26 + ".pdf", rule)
    assert not keeps_rule("a" * 27 + ".pdf", rule)


def test_what_is_cut_is_the_title_not_what_the_buyer_wants_behind_it() -> None:
    assert _name(NameRule("{tender}_{title}_App{letter}", Letters.PLAIN, 30), "x" * 99).endswith("_AppB.pdf")
    assert len(_name(NameRule("{tender}_{title}_App{letter}", Letters.PLAIN, 30), "x" * 99)) == 30


def test_names_in_other_scripts_are_cut_by_bytes_between_letters() -> None:
    found = _name(_ANY, "ম" * 200)
    assert len(found.encode()) <= MOST_BYTES < 255
    assert found.removesuffix(".pdf") == "ম" * (len(found) - 4)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Straße", "STRASSE"),
        ("İlk", "i̇lk"),
        ("é", "e\u0301"),
        ("ﬁle", "FILE"),
        ("Ａ", "a"),
        ("ς", "Σ"),
        ("K", "\u212a"),
    ],
)
def test_names_that_some_disk_takes_for_one_are_told_apart(one: str, other: str) -> None:
    first, second = names_of([_wanted(_ANY, one), _wanted(_ANY, other)])
    assert (second.endswith(" REF-01.pdf"), first.endswith(" REF-01.pdf")) == (True, False)


@pytest.mark.parametrize(("one", "other"), [("ılık", "ilik"), ("Plan", "Plan\u0301")])
def test_names_that_every_disk_tells_apart_stay(one: str, other: str) -> None:
    assert not any("REF-01" in name for name in names_of([_wanted(_ANY, one), _wanted(_ANY, other)]))


def test_a_name_of_just_the_bytes_that_are_allowed_stays_and_one_more_is_cut() -> None:
    rule = NameRule("{title}", Letters.ANY, 255)
    assert _name(rule, "é" * 73) == "é" * 73 + ".pdf"
    assert len(_name(rule, "é" * 73).encode()) == MOST_BYTES
    assert _name(rule, "é" * 74) == "é" * 73 + ".pdf"


def test_no_two_files_share_a_name_in_any_slot_not_even_in_another_case() -> None:
    titles = ("Plan", "plan", "PLAN", "ｐｌａｎ", "Plan")
    names = names_of([_wanted(_ANY, title) for title in titles])
    assert len({name.casefold() for name in names}) == len(titles)
    assert names[:3] == ("Plan.pdf", "plan REF-01.pdf", "PLAN SL-1.pdf")


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("a_b-1.pdf", Letters.STRICT),
        ("a b.pdf", Letters.PLAIN),
        ("a:b.pdf", Letters.ANY),
        ("CON.pdf", Letters.STRICT),
        ("é.pdf", Letters.PLAIN),
        ("a.b.pdf", Letters.PLAIN),
    ],
)
def test_a_name_with_other_letters_than_its_rule_has_breaks_it(name: str, letters: Letters) -> None:
    assert not keeps_rule(name, NameRule("", letters, 50))


@pytest.mark.parametrize(
    ("name", "letters"), [("a_b-1.pdf", Letters.PLAIN), ("ab1.pdf", Letters.STRICT), ("é b.pdf", Letters.ANY)]
)
def test_a_name_with_the_letters_of_its_rule_keeps_it(name: str, letters: Letters) -> None:
    assert keeps_rule(name, NameRule("", letters, 50))


@given(
    st.lists(st.tuples(st.text(max_size=80), st.sampled_from(list(Letters)), st.integers(12, 150)), max_size=6),
    st.text("{}titlerscon/\\:. _-é", max_size=30),
)
def test_whatever_people_write_names_are_legal_apart_and_within_their_rule(
    asked: list[tuple[str, Letters, int]], pattern: str
) -> None:
    wanted = [_wanted(NameRule(pattern, letters, longest), title) for title, letters, longest in asked]
    names = names_of(wanted)
    assert len({name.casefold() for name in names}) == len(names)
    for name, one in zip(names, wanted, strict=True):
        assert is_legal_name(name)
        assert len(name) <= one.rule.longest
        assert "/" not in name
