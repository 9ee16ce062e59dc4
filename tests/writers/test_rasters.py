"""Pictures: upright, on white, no finer than print shows, and in the PDF where they belong."""

from __future__ import annotations

import io
from datetime import datetime

import pypdfium2 as pdfium
import pypdfium2.raw as raw
import pytest
from PIL import Image

from ita_desktop.papers.page_form import MEMO_FORM
from ita_desktop.typesetting.pages import Link, Page, Raster
from ita_desktop.typesetting.rasters import RasterError, RasterImage, load_raster
from ita_desktop.writers.pdf import PdfWriter

ORIENTATION = 0x0112
RED, WHITE, BLUE = (255, 0, 0), (255, 255, 255), (0, 0, 255)


def two_halves(width: int = 400, height: int = 200) -> Image.Image:
    """Red at the left, blue at the right."""
    picture = Image.new("RGB", (width, height), RED)
    picture.paste(BLUE, (width // 2, 0, width, height))
    return picture


def file_of(picture: Image.Image, kind: str = "PNG", orientation: int = 1) -> bytes:
    out = io.BytesIO()
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    picture.save(out, kind, exif=exif)
    return out.getvalue()


def pixel(image: RasterImage, x: int, y: int) -> tuple[int, ...]:
    at = 3 * (y * image.width + x)
    return tuple(image.pixels[at : at + 3])


@pytest.mark.parametrize(
    ("orientation", "size", "red_at"),
    [
        (1, (400, 200), (0, 0)),
        (3, (400, 200), (399, 0)),
        (6, (200, 400), (0, 0)),
        (8, (200, 400), (0, 399)),
    ],
)
@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_picture_is_turned_as_its_camera_held_it(
    kind: str, orientation: int, size: tuple[int, int], red_at: tuple[int, int]
) -> None:
    image = load_raster(file_of(two_halves(), kind, orientation), 1000, 1000)

    assert (image.width, image.height) == size
    red, _, blue = pixel(image, *red_at)
    assert red > 200 > blue
    assert image.photo is (kind == "JPEG")


def test_it_is_no_finer_than_two_hundred_pixels_an_inch() -> None:
    image = load_raster(file_of(two_halves(4000, 2000)), 144, 144)

    assert (image.width, image.height) == (400, 200)
    assert len(image.pixels) == 3 * 400 * 200


def test_a_coarse_picture_stays_as_it_is() -> None:
    assert load_raster(file_of(two_halves(30, 20)), 450, 300).width == 30


def test_what_is_transparent_is_white() -> None:
    for picture in (Image.new("RGBA", (9, 9), (255, 0, 0, 0)), Image.new("LA", (9, 9), (0, 0))):
        assert pixel(load_raster(file_of(picture), 9, 9), 4, 4) == WHITE


@pytest.mark.parametrize("mode", ["L", "1", "I;16"])
def test_grey_stays_grey(mode: str) -> None:
    middle = {"L": 128, "1": 1, "I;16": 32768}[mode]
    image = load_raster(file_of(Image.new(mode, (9, 9), middle)), 9, 9)

    assert image.grey
    assert image.pixels[0] == (255 if mode == "1" else 128)


@pytest.mark.parametrize(
    "data", [b"", b"no picture", b"\x89PNG\r\n\x1a\n" + bytes(50), b"GIF89a" + bytes(50)]
)
def test_what_is_no_picture_is_told(data: bytes) -> None:
    with pytest.raises(RasterError):
        load_raster(data, 100, 100)


def test_a_picture_cut_off_is_told() -> None:
    whole = file_of(two_halves(), "JPEG")
    with pytest.raises(RasterError):
        load_raster(whole[: len(whole) // 2], 100, 100)


# --- in the PDF -----------------------------------------------------------------------------


def written(*items: Raster | Link) -> bytes:
    page = Page(MEMO_FORM.width, MEMO_FORM.height)
    page.items += items
    return PdfWriter().write([page], "", "", datetime(2024, 2, 29))


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_picture_stands_where_it_is_put(kind: str) -> None:
    image = load_raster(file_of(two_halves(), kind), 200, 100)
    pdf = written(Raster(100, 50, 200, 100, image), Raster(100, 450, 20, 10, image))

    with pdfium.PdfDocument(pdf) as document:
        page = document[0]
        found = list(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]))
        bounds = [thing.get_bounds() for thing in found]
        drawn = page.render(scale=1).to_pil().convert("RGB")
    assert bounds[0] == pytest.approx((100, 841.89 - 150, 300, 841.89 - 50), abs=0.01)
    assert bounds[1] == pytest.approx((100, 841.89 - 460, 120, 841.89 - 450), abs=0.01)
    red, blue = drawn.getpixel((150, 100)), drawn.getpixel((250, 100))
    assert red[0] > 200 > red[2]
    assert blue[2] > 200 > blue[0]
    # one object for both places
    assert pdf.count(b"/Subtype /Image") == 1


def test_a_page_that_comes_again_shows_its_own_picture() -> None:
    """Names of pictures count in the order of use: another first page gives others."""
    red = load_raster(file_of(Image.new("RGB", (9, 9), RED)), 9, 9)
    blue = load_raster(file_of(Image.new("RGB", (9, 9), BLUE)), 9, 9)

    def pages(*pictures: RasterImage) -> list[Page]:
        made = [Page(MEMO_FORM.width, MEMO_FORM.height) for _ in pictures]
        for page, picture in zip(made, pictures, strict=True):
            page.items.append(Raster(100, 50, 200, 100, picture))
        return made

    writer, date = PdfWriter(), datetime(2024, 2, 29)
    writer.write(pages(red, blue), "", "", date)
    again = writer.write(pages(blue, blue), "", "", date)

    assert again == PdfWriter().write(pages(blue, blue), "", "", date)
    with pdfium.PdfDocument(again) as document:
        drawn = document[1].render(scale=1).to_pil().convert("RGB")
    assert drawn.getpixel((150, 100)) == BLUE


def test_a_link_leads_to_its_address() -> None:
    address = "https://www.example.go.th/o42?(a)=1"
    pdf = written(Link(100, 50, 200, 12, address))

    with pdfium.PdfDocument(pdf) as document:
        page = document[0]
        link = raw.FPDFLink_GetLinkAtPoint(page.raw, 150, 841.89 - 56)
        action = raw.FPDFLink_GetAction(link)
        buffer = b"\0" * 200
        size = raw.FPDFAction_GetURIPath(document.raw, action, buffer, len(buffer))
        outside = raw.FPDFLink_GetLinkAtPoint(page.raw, 150, 841.89 - 70)
    assert buffer[: size - 1].decode() == address
    assert not outside
