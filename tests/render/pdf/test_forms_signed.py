# SPDX-License-Identifier: MPL-2.0
"""Documents are signed in their own fields, without a byte of what was issued being changed."""

from __future__ import annotations

import io
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.signers import PdfSignatureMetadata, SimpleSigner, sign_pdf
from tests.render.pdf.filling import Tool, boxes, fields, filled_in_pdfium, printed, values

FERRYBANK, MAITREE = (f"TBN-MOU-01.{party}" for party in ("ferrybank", "maitree"))


@pytest.fixture(scope="module")
def signer() -> SimpleSigner:
    """Return somebody with a key and a certificate that nobody vouches for."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Rabeya Sultana")])
    usage = x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), 1)
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2120, 1, 1, tzinfo=UTC))
        .add_extension(usage, critical=True)
        .sign(key, hashes.SHA256())
    )
    bag = pkcs12.serialize_key_and_certificates(b"signer", key, certificate, None, serialization.NoEncryption())
    loaded: SimpleSigner = SimpleSigner.load_pkcs12_data(bag, other_certs=[])
    return loaded


@pytest.fixture(scope="module")
def issued() -> bytes:
    return printed(boxes("Ferrybank", "Maitree"))


def signed(data: bytes, field: str, signer: SimpleSigner) -> bytes:
    """Sign in a field that is there; none is made."""
    writer, target = IncrementalPdfFileWriter(io.BytesIO(data)), io.BytesIO()
    sign_pdf(writer, PdfSignatureMetadata(field_name=field), signer, existing_fields_only=True, output=target)
    return target.getvalue()


def said_by_pdfsig(data: bytes, folder: Path, tool: Tool) -> str:
    file = folder / "signed.pdf"
    file.write_bytes(data)
    command = [str(tool("pdfsig")), "-nocert", str(file)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_the_fields_to_sign_are_found_empty(issued: bytes) -> None:
    reader = PdfFileReader(io.BytesIO(issued))
    found = [(name, value) for name, value, _ in enumerate_sig_fields(reader)]
    assert found == [(f"{FERRYBANK}.signature", None), (f"{MAITREE}.signature", None)]


def test_a_signature_is_added_behind_the_issued_bytes_and_covers_all(
    issued: bytes, signer: SimpleSigner, tmp_path: Path, tool: Tool
) -> None:
    data = signed(issued, f"{MAITREE}.signature", signer)
    assert data.startswith(issued)
    said = said_by_pdfsig(data, tmp_path, tool)
    assert f"Signature Field Name: {MAITREE}.signature" in said
    assert "Signature Validation: Signature is Valid." in said
    assert "Total document signed" in said
    assert "Not total document signed" not in said


def test_the_signature_stands_in_its_box(issued: bytes, signer: SimpleSigner) -> None:
    with pikepdf.open(io.BytesIO(signed(issued, f"{MAITREE}.signature", signer))) as file:
        field = next(field for field in fields(file) if field.name == f"{MAITREE}.signature")
        assert "/V" in field.widget
        left, bottom, right, top = field.box
        assert (right - left, top - bottom) == pytest.approx((255, 52), abs=1)
        assert int(file.Root.AcroForm.SigFlags) == 3
        assert len(field.widget.AP.N.read_bytes()) > 0


def test_a_second_signatory_signs_what_the_first_one_signed(
    issued: bytes, signer: SimpleSigner, tmp_path: Path, tool: Tool
) -> None:
    once = signed(issued, f"{MAITREE}.signature", signer)
    twice = signed(once, f"{FERRYBANK}.signature", signer)
    assert twice.startswith(once)
    assert said_by_pdfsig(twice, tmp_path, tool).count("Signature is Valid.") == 2


def test_what_was_filled_in_before_is_signed_with_it(
    issued: bytes, signer: SimpleSigner, tmp_path: Path, tool: Tool
) -> None:
    filled = filled_in_pdfium(issued, {f"{MAITREE}.name": "ŁUKASZ ŚWIĘTOCHŁOWSKI"})
    data = signed(filled, f"{MAITREE}.signature", signer)
    assert data.startswith(filled)
    assert values(data)[f"{MAITREE}.name"] == "ŁUKASZ ŚWIĘTOCHŁOWSKI"
    assert "Signature is Valid." in said_by_pdfsig(data, tmp_path, tool)


def test_a_byte_that_is_changed_afterwards_breaks_the_signature(
    issued: bytes, signer: SimpleSigner, tmp_path: Path, tool: Tool
) -> None:
    data = bytearray(signed(issued, f"{MAITREE}.signature", signer))
    data[issued.index(b"endstream") - 3] ^= 1
    assert "Signature is Valid." not in said_by_pdfsig(bytes(data), tmp_path, tool)
