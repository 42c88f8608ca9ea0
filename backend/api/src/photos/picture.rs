//! From the bytes that somebody sent to the pictures that are kept: looked at, turned upright, made smaller, written anew.
//!
//! What a picture is, its first bytes say, not its name or its header. Only pixels are taken over, so that nothing of what
//! the camera wrote beside them (the place, the owner, a preview) is in what is kept.

use std::io::Cursor;

use actix_web::web::Bytes;
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits};

use crate::problem::Problem;

/// The longer side of the picture that is kept, in pixels.
const LONGER_SIDE: u32 = 1600;
/// The longer side of the thumbnail.
const SMALL_SIDE: u32 = 320;
/// What JPEG calls quality.
const QUALITY: u8 = 82;

/// The most pixels that are decoded: whatever a small file claims to be, it takes no more memory than they do.
const MOST_PIXELS: u64 = 30_000_000;
/// The longest side that is decoded.
const LONGEST_SIDE: u32 = 20_000;
/// The most memory that a decoded picture takes, in bytes: four a pixel.
const MOST_MEMORY: u64 = 4 * MOST_PIXELS;

/// The pictures of a photo, as JPEG.
#[derive(Debug, Clone)]
pub struct Pictures {
    /// The photo.
    pub picture: Bytes,
    /// The same, small.
    pub thumbnail: Bytes,
    /// The width of the photo in pixels.
    pub width: u32,
    /// Its height.
    pub height: u32,
}

/// Makes the pictures of a photo out of what was sent: JPEG, PNG or WebP. Takes a while, and must not run where requests are
/// answered.
///
/// # Errors
/// `invalid-input` if it is none of these, is damaged, or has too many pixels.
pub fn pictures(sent: &[u8]) -> Result<Pictures, Problem> {
    let image = upright(sent)?;
    let (picture, thumbnail) = (within(&image, LONGER_SIDE), within(&image, SMALL_SIDE));
    Ok(Pictures {
        width: picture.width(),
        height: picture.height(),
        picture: jpeg(picture)?,
        thumbnail: jpeg(thumbnail)?,
    })
}

fn upright(sent: &[u8]) -> Result<DynamicImage, Problem> {
    let unknown = || Problem::field("body", "不是能识别的照片，请上传 JPEG、PNG 或 WebP");
    let mut reader = ImageReader::new(Cursor::new(sent)).with_guessed_format().map_err(|_| unknown())?;
    let known = [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP];
    if !reader.format().is_some_and(|format| known.contains(&format)) {
        return Err(unknown());
    }
    reader.limits(limits());
    let mut decoder = reader.into_decoder().map_err(fault)?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width).saturating_mul(u64::from(height));
    if pixels > MOST_PIXELS || decoder.total_bytes() > MOST_MEMORY {
        return Err(too_large());
    }
    // A picture whose note about its orientation is damaged is taken as it lies.
    let orientation = decoder.orientation().unwrap_or(image::metadata::Orientation::NoTransforms);
    let mut image = DynamicImage::from_decoder(decoder).map_err(fault)?;
    image.apply_orientation(orientation);
    Ok(image)
}

fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(MOST_MEMORY);
    limits
}

fn fault(error: ImageError) -> Problem {
    match error {
        ImageError::Limits(_) => too_large(),
        _ => Problem::field("body", "照片已损坏，无法打开"),
    }
}

fn too_large() -> Problem {
    Problem::field("body", format!("照片过大：最多 {} 万像素，请缩小后再传", MOST_PIXELS / 10_000))
}

fn within(image: &DynamicImage, side: u32) -> DynamicImage {
    let fits = image.width() <= side && image.height() <= side;
    if fits { image.clone() } else { image.thumbnail(side, side) }
}

fn jpeg(image: DynamicImage) -> Result<Bytes, Problem> {
    let mut bytes = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut bytes, QUALITY);
    image.into_rgb8().write_with_encoder(encoder).map_err(Problem::unexpected)?;
    Ok(Bytes::from(bytes))
}
