# SPDX-License-Identifier: MPL-2.0
"""PDFs made by code: sound ones of every shape, and hostile ones."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream

WORDS = "Public liability insurance"
CANARY = "written by nobody outside"
"""What must never be in a file that came through."""


def font() -> Dictionary:
    return Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)


def text(words: str = WORDS, matrix: str = "1 0 0 1 72 700") -> bytes:
    """Return a content of one line."""
    return f"BT /F 20 Tf {matrix} Tm ({words}) Tj ET".encode("latin-1")


def document(*contents: bytes, size: tuple[float, float] = (595, 842)) -> Pdf:
    """Return a PDF with a page for each content, one with words if there is none."""
    pdf = Pdf.new()
    for content in contents or (text(),):
        page = pdf.add_blank_page(page_size=size)
        page.obj.Contents = pdf.make_stream(content)
        page.obj.Resources = Dictionary(Font=Dictionary(F=font()))
    return pdf


def saved(pdf: Pdf, **options: object) -> bytes:
    into = io.BytesIO()
    pdf.save(into, **options)  # type: ignore[arg-type]
    return into.getvalue()


def changed(change: Callable[[Pdf, pikepdf.Object], object], *contents: bytes) -> bytes:
    """Return a PDF of which the first page was changed."""
    pdf = document(*contents)
    change(pdf, pdf.pages[0].obj)
    return saved(pdf)


def script(words: str = f"app.alert('{CANARY}')") -> Dictionary:
    return Dictionary(S=Name.JavaScript, JS=words)


def square(pdf: Pdf, colour: str = "1 0 0", size: float = 100, **more: object) -> Stream:
    """Return a form that is one square."""
    content = f"{colour} rg 0 0 {size} {size} re f".encode()
    return pdf.make_stream(content, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, size, size], **more)


def mark(kind: str, rectangle: tuple[int, ...] = (100, 100, 200, 200), **more: object) -> Dictionary:
    """Return something that lies on a page."""
    return Dictionary(Type=Name.Annot, Subtype=Name(kind), Rect=Array(rectangle), F=4, **more)  # type: ignore[arg-type]


def armed() -> bytes:
    """Return a PDF that tries to act in every place where one can, and describes itself in every place."""
    pdf = document(text(), text("Second"))
    first = pdf.pages[0].obj
    page_actions = Dictionary(O=script(), C=script())
    first.AA = page_actions
    first.PieceInfo = Dictionary(Prog=Dictionary(Private=CANARY))
    first.Metadata = pdf.make_stream(CANARY.encode(), Type=Name.Metadata)
    first.Thumb = pdf.make_stream(b"\0" * 3, Width=1, Height=1)
    attached = pdf.make_indirect(
        Dictionary(Type=Name.Filespec, F="x.exe", EF=Dictionary(F=pdf.make_stream(CANARY.encode())))
    )
    actions = (
        script(),
        Dictionary(S=Name.Launch, F="cmd.exe", Next=script()),
        Dictionary(S=Name.URI, URI=f"https://example.org/{CANARY}"),
        Dictionary(S=Name.GoToR, F="other.pdf", D=Array([0, Name.Fit])),
        Dictionary(S=Name.SubmitForm, F="https://example.org/"),
        Dictionary(S=Name.ImportData, F="data.fdf"),
        Dictionary(S=Name.Rendition, JS=CANARY),
        Dictionary(S=Name.Named, N=Name.Print),
        Dictionary(S=Name.GoTo, D=Array([pdf.pages[1].obj, Name.Fit])),
    )
    shapes = ("/RichMedia", "/3D", "/Sound", "/Movie", "/Screen", "/FileAttachment", "/Text", "/Popup")
    first.Annots = Array(
        [mark("/Link", A=action) for action in actions]
        + [mark(shape, Contents=CANARY, FS=attached, A=script()) for shape in shapes]
        + [mark("/Link", Dest=Array([pdf.pages[1].obj, Name.Fit]))]
    )
    resources = first.Resources
    resources.XObject = Dictionary(
        A=square(
            pdf, OPI=Dictionary(V=CANARY), Ref=Dictionary(F=attached), PieceInfo=Dictionary(P=CANARY), AF=attached
        ),
        P=pdf.make_stream(CANARY.encode(), Type=Name.XObject, Subtype=Name.PS),
        O=pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 1, 1], F=attached),
    )
    resources.Odd = Dictionary(JS=CANARY)
    resources.ExtGState = Dictionary(G=Dictionary(ca=1, JS=script(), Font=Array([font(), 12]), HTP=script()))
    resources.Font.F = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, AA=page_actions)
    resources.Properties = Dictionary(M=Dictionary(AF=attached, MCAF=Array([attached]), ActualText="seen"))
    first.Contents = Array([first.Contents, pdf.make_stream(b"/A Do /P Do /O Do /G gs")])
    root = pdf.Root
    root.OpenAction = script()
    root.AA = Dictionary(WC=script(), DP=script())
    root.Names = Dictionary(
        JavaScript=Dictionary(Names=Array(["one", script(), "two", script()])),
        EmbeddedFiles=Dictionary(Names=Array(["x.exe", attached])),
    )
    root.AF = Array([attached])
    root.URI = Dictionary(Base="https://example.org")
    root.PageLabels = Dictionary(Nums=Array([0, Dictionary(P=CANARY)]))
    root.StructTreeRoot = Dictionary(Type=Name.StructTreeRoot, T=CANARY)
    root.AcroForm = Dictionary(Fields=Array([]), XFA=pdf.make_stream(CANARY.encode()), CO=Array([]))
    root.Metadata = pdf.make_stream(CANARY.encode(), Type=Name.Metadata, Subtype=Name.XML)
    pdf.docinfo["/Author"] = CANARY
    return saved(pdf)


def form(answer: str) -> bytes:
    """Return a PDF with a field that somebody filled in, without the answer being drawn."""
    pdf = document(b"")
    field = pdf.make_indirect(mark("/Widget", FT=Name.Tx, T="name", V=answer, DA="/F 12 Tf 0 g"))
    field.Rect = Array([100, 100, 400, 130])
    pdf.pages[0].obj.Annots = Array([field])
    fonts = Dictionary(Font=Dictionary(F=pdf.make_indirect(font())))
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]), DR=fonts, NeedAppearances=True, DA="/F 12 Tf 0 g")
    return saved(pdf)


def signed() -> bytes:
    """Return a PDF that says it is signed, in a field below another one."""
    pdf = document()
    value = Dictionary(Type=Name.Sig, Filter=Name("/Adobe.PPKLite"), ByteRange=Array([0, 1, 2, 3]), Contents=b"\0" * 8)
    below = pdf.make_indirect(Dictionary(FT=Name.Sig, T="sign", V=pdf.make_indirect(value)))
    pdf.Root.AcroForm = Dictionary(Fields=Array([Dictionary(T="part", Kids=Array([below]))]), SigFlags=3)
    return saved(pdf)


def layered(*, by: str = "OFF", policy: str = "") -> bytes:
    """Return a PDF of red on a hidden layer, in a content, a form and a mark, and of green on one that is seen."""
    pdf = document()
    off, on = (pdf.make_indirect(Dictionary(Type=Name.OCG, Name=name)) for name in ("off", "on"))
    chosen = Dictionary(OFF=Array([off])) if by == "OFF" else Dictionary(BaseState=Name.OFF, ON=Array([on]))
    if by == "View":
        off.Usage = Dictionary(View=Dictionary(ViewState=Name.OFF))
        chosen = Dictionary(AS=Array([Dictionary(Event=Name.View, OCGs=Array([off]), Category=Array([Name.View]))]))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([off, on]), D=chosen)
    one = pdf.make_indirect(Dictionary(Type=Name.OCMD, OCGs=Array([off, on]), P=Name(policy))) if policy else off
    page = pdf.pages[0].obj
    inner = square(pdf, Resources=Dictionary(Properties=Dictionary(L=one)))
    inner.write(b"/OC /L BDC 1 0 0 rg 0 0 90 90 re f EMC")
    page.Resources = Dictionary(
        Properties=Dictionary(L=one, S=on), XObject=Dictionary(F=square(pdf, OC=one), I=inner, G=square(pdf, "0 1 0"))
    )
    page.Contents = pdf.make_stream(
        b"/OC /L BDC q 1 0 0 rg 0 300 90 90 re f Q 1 0 0 1 0 500 cm EMC /F Do /I Do "
        b"/OC /S BDC 0 1 0 rg 0 0 90 90 re f EMC q 1 0 0 1 200 0 cm /G Do Q"
    )
    page.Annots = Array([mark("/Stamp", (300, 300, 400, 400), OC=one, AP=Dictionary(N=square(pdf)))])
    return saved(pdf)


def bomb(megabytes: int, *, where: str = "content", twice: bool = False) -> bytes:
    """Return a PDF with a stream that unpacks to so many megabytes."""
    packing = zlib.compressobj(1)
    packed = b"".join(packing.compress(bytes(1024 * 1024)) for _ in range(megabytes)) + packing.flush()
    filters = [Name.FlateDecode]
    if twice:
        packed, filters = zlib.compress(packed, 9), filters * 2
    pdf = document()
    page = pdf.pages[0].obj
    stream = Stream(pdf, packed, Filter=Array(filters))
    if where == "content":
        page.Contents = stream
    elif where == "picture":
        stream.stream_dict.update(
            Dictionary(Subtype=Name.Image, Width=100, Height=100, ColorSpace=Name.DeviceGray, BitsPerComponent=8)
        )
        page.Resources.XObject = Dictionary(P=stream)
    else:
        page.Resources.Font.F.ToUnicode = stream
    return saved(pdf, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)


def raw(*objects: bytes) -> bytes:
    """Return a file of objects as they are, with a true table of where they begin."""
    into, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(into))
        into += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    begin = len(into)
    into += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    into += b"".join(b"%010d 00000 n \n" % place for place in places)
    end = (len(objects) + 1, begin)
    return bytes(into + b"trailer\n<< /Root 1 0 R /Size %d >>\nstartxref\n%d\n%%%%EOF\n" % end)


def page_of(media: bytes) -> bytes:
    """Return a file with one page, of which the paper is said in these words."""
    return raw(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /Resources << >> " + media + b" >>",
    )
