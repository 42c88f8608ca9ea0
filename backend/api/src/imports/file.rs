//! Files as they are sent: within a size, also when they are unpacked.

use std::io::{self, Cursor, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use actix_web::web::Bytes;
use tokio::sync::Semaphore;
use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, SchemaFormat, Type};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};
use zip::ZipArchive;

use super::workbook::{Sheet, read_sheet};
use crate::problem::{Kind, Problem};
use crate::turns::in_turn;
use linli_domain::imports::ImportKind;

/// The most bytes that a workbook may unpack to: 20,000 rows take some ten million.
const UNPACKED: u64 = 40 * 1024 * 1024;
/// The most bytes of one of its parts that is no sheet, and is read whole.
const PART: u64 = 12 * 1024 * 1024;
/// The most parts; a workbook has a dozen.
const PARTS: usize = 1_000;
/// The most digits of a number of texts that a workbook announces: room is made for as many before any is read.
const DIGITS: usize = 6;

/// One workbook is unpacked at a time, so that many sent at once do not take many times the memory.
static UNPACKING: LazyLock<Arc<Semaphore>> = LazyLock::new(|| Arc::new(Semaphore::new(1)));
/// How long a workbook waits for its turn before its request is told to come again.
const WAIT: Duration = Duration::from_secs(30);

/// An Excel workbook, as it is sent.
pub struct Workbook;

impl PartialSchema for Workbook {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::Binary)))
            .description(Some("An Excel workbook (.xlsx)"))
            .into()
    }
}

impl ToSchema for Workbook {}

/// Reads the first sheet of a workbook, away from the threads that serve requests.
///
/// # Errors
/// `malformed-body` if it is no workbook, `body-too-large` if it unpacks to too much, `invalid-input` if it has no lines or
/// too many, `unavailable` if its turn does not come.
pub(crate) async fn read(file: Bytes, kind: ImportKind) -> Result<Sheet, Problem> {
    let read = move || {
        check_size(&file)?;
        read_sheet(file, kind)
    };
    // A library that gives up on what it reads has read something that is no workbook.
    let read = || catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(no_workbook()));
    in_turn(&UNPACKING, WAIT, read).await?
}

pub(super) fn no_workbook() -> Problem {
    Problem::of(Kind::MalformedBody).at("body", "不是 .xlsx 文件，或文件已损坏")
}

fn too_large() -> Problem {
    Problem::of(Kind::BodyTooLarge).at("body", "文件解压后过大")
}

/// Unpacks everything once, into nothing: what the archive says of its own sizes proves nothing.
fn check_size(file: &Bytes) -> Result<(), Problem> {
    let mut archive = ZipArchive::new(Cursor::new(file)).map_err(|_| no_workbook())?;
    if archive.len() > PARTS {
        return Err(too_large());
    }
    let mut left = UNPACKED;
    for place in 0..archive.len() {
        let part = archive.by_index(place).map_err(|_| no_workbook())?;
        let name = part.name().map_err(|_| no_workbook())?.to_lowercase();
        let (is_sheet, is_xml) = (is_sheet(&name), name.ends_with(".xml"));
        let most = if is_sheet { left } else { left.min(PART) };
        let mut part = part.take(most.saturating_add(1));
        let read = if is_sheet { io::copy(&mut part, &mut io::sink()) } else { examine(&mut part, is_xml) };
        let read = read.map_err(|_| no_workbook())?;
        if read > most {
            return Err(too_large());
        }
        left = left.saturating_sub(read);
    }
    Ok(())
}

/// Whether a part is read line by line and never whole.
fn is_sheet(name: &str) -> bool {
    name.contains("worksheets/") && !name.ends_with("sharedstrings.xml")
}

/// Reads a part and answers its length; one that announces more texts than a sheet can have is none, nor one in which that
/// could not be seen.
fn examine(part: &mut impl Read, is_xml: bool) -> io::Result<u64> {
    let mut content = Vec::new();
    part.read_to_end(&mut content)?;
    if is_xml && (is_veiled(&content) || announces_too_much(&content)) {
        return Err(io::ErrorKind::InvalidData.into());
    }
    Ok(content.len().try_into().unwrap_or(u64::MAX))
}

/// Whether signs stand in it that no XML in UTF-8 has: those of UTF-16, or escapes to other signs.
fn is_veiled(content: &[u8]) -> bool {
    content.iter().any(|byte| *byte < b' ' && !b"\t\r\n".contains(byte))
}

fn announces_too_much(content: &[u8]) -> bool {
    const COUNT: &[u8] = b"uniqueCount";
    let announced = content.windows(COUNT.len()).enumerate().filter(|(_, window)| *window == COUNT);
    announced.into_iter().any(|(place, _)| {
        let after = content.iter().skip(place.saturating_add(COUNT.len()));
        let number = after.skip_while(|byte| {
            matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | b'=' | b'"' | b'\'' | b'+' | b'0')
        });
        number.take_while(|byte| byte.is_ascii_digit()).count() > DIGITS
    })
}

#[cfg(test)]
mod tests {
    use super::announces_too_much;

    #[test]
    fn room_is_made_for_as_many_texts_as_a_sheet_can_have() {
        let part = |count: &str| format!("<sst count=\"5\" uniqueCount = '{count}'><si/></sst>");
        for (count, too_much) in [("0", false), ("999999", false), ("000000999999", false), ("1000000", true)]
        {
            assert_eq!(announces_too_much(part(count).as_bytes()), too_much, "{count}");
        }
    }
}
