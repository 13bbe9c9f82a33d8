# SPDX-License-Identifier: MPL-2.0
"""Real digital signatures for tests, made by pyHanko with keys and certificates that are the same each time."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache

import pikepdf
from asn1crypto.keys import PrivateKeyInfo
from asn1crypto.x509 import Certificate
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.generic import NumberObject, TextStringObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko_certvalidator.registry import SimpleCertificateStore

_FIRST_DAY = datetime(2020, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Identity:
    """Who signs: their name, and who made their certificate."""

    name: str
    key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate

    @property
    def der(self) -> bytes:
        """The certificate as others get it."""
        return self.certificate.public_bytes(serialization.Encoding.DER)

    @property
    def pem(self) -> bytes:
        """The certificate as browsers save it."""
        return self.certificate.public_bytes(serialization.Encoding.PEM)


@cache
def identity(name: str, maker: Identity | None = None) -> Identity:
    """Return somebody with a certificate made by ``maker``, or by themselves; it holds for a hundred years."""
    number = int.from_bytes(name.encode()) % 2**150 + 2
    key = ec.derive_private_key(number, ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    issuer = maker.certificate.subject if maker else subject
    builder = (
        x509.CertificateBuilder(issuer, subject, key.public_key(), number)
        .not_valid_before(_FIRST_DAY)
        .not_valid_after(_FIRST_DAY + timedelta(days=36500))
        .add_extension(x509.BasicConstraints(ca=maker is None, path_length=None), critical=True)
        .add_extension(
            x509.KeyUsage(
                digital_signature=True, content_commitment=True, key_encipherment=False, data_encipherment=False,
                key_agreement=False, key_cert_sign=maker is None, crl_sign=False, encipher_only=False,
                decipher_only=False,
            ),
            critical=True,
        )
    )  # fmt: skip
    return Identity(name, key, builder.sign(maker.key if maker else key, hashes.SHA256()))


def signed(pdf: bytes, who: Identity, *makers: Identity, field: str = "") -> bytes:
    """Return a PDF with a digital signature added to it, in its first field to sign or in one of its own."""
    private = who.key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    store = SimpleCertificateStore()  # type: ignore[no-untyped-call]
    store.register_multiple([Certificate.load(one.der) for one in makers])
    signer = signers.SimpleSigner(
        signing_cert=Certificate.load(who.der), signing_key=PrivateKeyInfo.load(private), cert_registry=store
    )
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    empty = [name for name, value, _ in enumerate_sig_fields(writer.prev) if value is None]
    name = field or (empty[0] if empty else "Signature")
    how = signers.PdfSignatureMetadata(field_name=name, md_algorithm="sha256")
    return bytes(signers.sign_pdf(writer, how, signer=signer).getvalue())


def edited(pdf: bytes, words: str = "and twice the money") -> bytes:
    """Return a PDF to which somebody added words on the first page, behind all that was in it."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    page["/NewWords"] = TextStringObject(words)
    page["/Rotate"] = NumberObject(90)  # type: ignore[no-untyped-call]
    writer.update_container(page)
    into = io.BytesIO()
    writer.write(into)  # type: ignore[no-untyped-call]
    return into.getvalue()


def saved_anew(pdf: bytes, *, with_page: bool = False) -> bytes:
    """Return a PDF as another program writes it, all of it anew; with a page more behind the others, if so."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        if with_page:
            opened.add_blank_page()
        into = io.BytesIO()
        opened.save(into, deterministic_id=True)
    return into.getvalue()
