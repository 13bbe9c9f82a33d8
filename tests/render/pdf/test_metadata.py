# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from uuid import NAMESPACE_URL, uuid5

import pytest
from lxml import etree

from evidencepack.render.pdf.metadata import information, xmp
from evidencepack.render.properties import Properties

PLAIN = Properties("Title & <more>", "Ferrybank “Home” Ltd", "TBN", "TBN-1", "1.0", date(2027, 2, 15))
DIGEST = "0123456789abcdef" * 2
_NAMES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
}


def said(properties: Properties, path: str, digest: str = DIGEST) -> list[str]:
    root = etree.fromstring(xmp(properties, digest))
    return ["".join(map(str, one.itertext())) for one in root.iterfind(f".//{path}", _NAMES)]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("dc:title/rdf:Alt/rdf:li", "Title & <more>"),
        ("dc:creator/rdf:Seq/rdf:li", "Ferrybank “Home” Ltd"),
        ("dc:description/rdf:Alt/rdf:li", "TBN"),
        ("dc:language/rdf:Bag/rdf:li", "en-GB"),
        ("dc:format", "application/pdf"),
        ("dc:identifier", "TBN-1@1.0"),
        ("pdf:Keywords", "TBN-1@1.0"),
        ("pdf:Producer", "evidencepack"),
        ("xmp:CreatorTool", "evidencepack"),
        ("xmp:CreateDate", "2027-02-15T00:00:00Z"),
        ("xmp:ModifyDate", "2027-02-15T00:00:00Z"),
    ],
)
def test_the_packet_says_what_the_properties_say(path: str, words: str) -> None:
    assert said(PLAIN, path) == [words]


def test_a_file_claims_nothing_unless_it_is_told_to() -> None:
    assert b"pdfaid" not in xmp(PLAIN, DIGEST)
    assert b"pdfuaid" not in xmp(PLAIN, DIGEST)


def test_a_claim_is_of_both_standards_and_describes_the_schema_that_pdfa_does_not_know() -> None:
    claiming = replace(PLAIN, claims=True)
    assert (said(claiming, "pdfaid:part"), said(claiming, "pdfaid:conformance")) == (["2"], ["A"])
    assert said(claiming, "pdfuaid:part") == ["1"]
    assert said(claiming, "pdfaSchema:namespaceURI") == [_NAMES["pdfuaid"]]
    assert said(claiming, "pdfaSchema:prefix") == ["pdfuaid"]


def test_a_claim_changes_nothing_else() -> None:
    with_claim, without = xmp(replace(PLAIN, claims=True), DIGEST).decode(), xmp(PLAIN, DIGEST).decode()
    assert with_claim.startswith(without[: without.index("</rdf:RDF>")])
    assert with_claim.endswith(without[without.index("</rdf:RDF>") :])


def test_a_version_keeps_its_identifier_and_every_print_of_other_bytes_has_its_own() -> None:
    document, file = said(PLAIN, "xmpMM:DocumentID"), said(PLAIN, "xmpMM:InstanceID")
    assert all(re.fullmatch("uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", one) for one in document + file)
    assert said(PLAIN, "xmpMM:DocumentID", "0" * 32) == document
    assert said(PLAIN, "xmpMM:InstanceID", "0" * 32) != file
    assert said(PLAIN, "xmpMM:InstanceID") == file


def test_identifiers_are_made_of_names_as_the_standard_says() -> None:
    about = f"{PLAIN.author}\n{PLAIN.subject}\n{PLAIN.reference}\n{PLAIN.version}"
    document = uuid5(NAMESPACE_URL, f"urn:evidencepack:{about}")
    assert said(PLAIN, "xmpMM:DocumentID") == [f"uuid:{document}"]
    assert said(PLAIN, "xmpMM:InstanceID", "0" * 32) == [f"uuid:{uuid5(document, '0' * 32)}"]


@pytest.mark.parametrize("other", [{"version": "1.1"}, {"reference": "TBN-2"}, {"author": "Maitree"}, {"subject": "T"}])
def test_another_version_is_another_document(other: dict[str, str]) -> None:
    changed = replace(PLAIN, **other)  # type: ignore[arg-type]
    assert said(changed, "xmpMM:DocumentID") != said(PLAIN, "xmpMM:DocumentID")


def test_nobody_is_invited_to_change_the_packet_in_its_place() -> None:
    assert xmp(PLAIN, DIGEST).endswith(b'<?xpacket end="r"?>')


def test_dates_of_early_years_have_four_digits_in_both_places() -> None:
    early = replace(PLAIN, as_of=date(987, 6, 5))
    assert "(D:09870605000000Z)" in information(early)
    assert said(early, "xmp:CreateDate") == ["0987-06-05T00:00:00Z"]


def test_every_entry_of_the_dictionary_has_its_twin_in_the_packet() -> None:
    # ISO 19005-1 table 1 pairs them; a ninth entry would need a twin of its own.
    entries = re.findall(r"/([A-Z][A-Za-z]+)(?=[(<])", information(PLAIN))
    assert entries == ["Title", "Author", "Subject", "Keywords", "Creator", "Producer", "CreationDate", "ModDate"]
