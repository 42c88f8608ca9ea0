//! Pictures of every kind, and what is none.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

use super::pictures;
use crate::problem::Kind;

/// A picture whose left half is red and whose right half is blue.
fn halves(width: u32, height: u32) -> DynamicImage {
    let pixel = |x, _| if x < width / 2 { Rgb([250, 0, 0]) } else { Rgb([0, 0, 250]) };
    RgbImage::from_fn(width, height, pixel).into()
}

fn written(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A JPEG with a note of its orientation and of the place it was taken at, as cameras write it.
fn from_a_camera(orientation: u8) -> Vec<u8> {
    let plain = written(&halves(64, 32), ImageFormat::Jpeg);
    let mut exif = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0".to_vec();
    exif.extend([orientation, 0, 0, 0, 0, 0, 0, 0]);
    exif.extend(b"GPS 30.27N 114.32E");
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    [&plain[..2], &[0xff, 0xe1], &length, &exif, &plain[2..]].concat()
}

#[test]
fn whatever_it_was_it_is_kept_as_jpeg_within_the_size() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let made = pictures(&written(&halves(2000, 1000), format)).unwrap();
        assert_eq!((made.width, made.height), (1600, 800), "{format:?}");
        let small = image::load_from_memory_with_format(&made.thumbnail, ImageFormat::Jpeg).unwrap();
        assert_eq!((small.width(), small.height()), (320, 160), "{format:?}");
    }
    assert_eq!(pictures(&written(&halves(64, 32), ImageFormat::Png)).unwrap().width, 64);
}

#[test]
fn it_is_turned_upright_and_the_place_is_gone() {
    let sent = from_a_camera(6);
    assert!(sent.windows(3).any(|part| part == b"GPS"));
    let made = pictures(&sent).unwrap();
    assert_eq!((made.width, made.height), (32, 64));
    for kept in [&made.picture, &made.thumbnail] {
        assert!(!kept.windows(4).any(|part| part == b"Exif" || part == b"GPS "));
    }
    // What was on the left is on top now.
    let upright = image::load_from_memory(&made.picture).unwrap().into_rgb8();
    assert!(upright.get_pixel(16, 8).0[0] > 200 && upright.get_pixel(16, 56).0[2] > 200);
}

#[test]
fn what_is_no_photo_is_told_so() {
    let gif = b"GIF89a\x01\0\x01\0\0\0\0;".to_vec();
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec();
    let mut cut = written(&halves(64, 64), ImageFormat::Png);
    cut.truncate(60);
    for sent in [Vec::new(), b"\xff\xd8\xff".to_vec(), gif, svg, cut] {
        let problem = pictures(&sent).unwrap_err();
        assert_eq!((problem.kind(), problem.errors[0].field.as_str()), (Kind::InvalidInput, "body"));
    }
}

/// A PNG of some bytes that says it is `width` by `height` pixels of eight bytes each.
fn bomb(width: u32, height: u32) -> Vec<u8> {
    let mut png = written(&DynamicImage::new_rgba16(1, 1), ImageFormat::Png);
    png[16..20].copy_from_slice(&width.to_be_bytes());
    png[20..24].copy_from_slice(&height.to_be_bytes());
    let sum = crc(&png[12..29]).to_be_bytes();
    png[29..33].copy_from_slice(&sum);
    png
}

/// The sum that PNG keeps of each of its parts.
fn crc(bytes: &[u8]) -> u32 {
    let step = |sum: u32| if sum & 1 == 1 { 0xedb8_8320 ^ (sum >> 1) } else { sum >> 1 };
    let add = |sum: u32, byte: &u8| (0..8).fold(sum ^ u32::from(*byte), |sum, _| step(sum));
    !bytes.iter().fold(u32::MAX, add)
}

#[test]
fn a_small_file_that_unpacks_to_a_huge_picture_is_refused_before_it_is_unpacked() {
    for (width, height) in [(10_000, 10_000), (30_000, 10), (u32::MAX, u32::MAX), (5_000, 5_000)] {
        let problem = pictures(&bomb(width, height)).unwrap_err();
        assert_eq!(problem.kind(), Kind::InvalidInput, "{width}");
        assert!(problem.errors[0].detail.contains("万像素"), "{width}: {:?}", problem.errors);
    }
}
