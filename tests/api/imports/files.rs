//! Files that are no sheets, or that are made to hurt.

use std::io::{Cursor, Read, Write};

use linli_tests::TestApp;
use linli_tests::workbook::MEDIA;
use reqwest::Method;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::{RESIDENTS, ZHANG, residents};

const PREVIEW: &str = "/import-previews?kind=residents";

/// The workbook with one of its parts written anew.
fn with_part(file: Vec<u8>, name: &str, content: impl Fn(String) -> String) -> Vec<u8> {
    let mut old = ZipArchive::new(Cursor::new(file)).unwrap();
    let mut new = ZipWriter::new(Cursor::new(Vec::new()));
    for place in 0..old.len() {
        let mut part = old.by_index(place).unwrap();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        let its = part.name().unwrap().into_owned();
        if its == name {
            text = content(text);
        }
        new.start_file(its, SimpleFileOptions::default()).unwrap();
        new.write_all(text.as_bytes()).unwrap();
    }
    new.finish().unwrap().into_inner()
}

const SHEET: &str = "xl/worksheets/sheet1.xml";
const TEXTS: &str = "xl/sharedStrings.xml";

#[tokio::test]
async fn what_is_no_workbook_is_malformed() {
    let app = TestApp::start().await;
    let whole = residents(&[ZHANG]);
    let half = whole[..whole.len() / 2].to_vec();
    let mut empty = ZipWriter::new(Cursor::new(Vec::new()));
    empty.start_file("nothing.txt", SimpleFileOptions::default()).unwrap();
    let empty = empty.finish().unwrap().into_inner();
    let no_xml = with_part(whole.clone(), SHEET, |_| "<worksheet><sheetData><row".to_owned());
    let backwards = with_part(whole, SHEET, |text| {
        text.replace("r=\"2\"", "r=\"4294967295\"").replace("A2", "A99999999999")
    });
    for file in [Vec::new(), b"{}".to_vec(), b"PK\x03\x04".to_vec(), half, empty, no_xml, backwards] {
        for path in [PREVIEW, RESIDENTS] {
            app.a.staff.upload(path, file.clone()).await.refused(400, "malformed-body");
        }
    }
}

#[tokio::test]
async fn a_file_of_another_type_or_size_is_refused() {
    let app = TestApp::start().await;
    let headers = [("Content-Type", "text/csv"), ("Idempotency-Key", "k")];
    let path = format!("/api/v1{RESIDENTS}");
    let sent = app.a.staff.send_raw(Method::POST, &path, Some(b"a,b".to_vec()), &headers).await;
    assert_eq!(sent.refused(415, "unsupported-media-type")["errors"][0]["detail"], MEDIA);
    let large = vec![b'x'; 8 * 1024 * 1024 + 1];
    app.a.staff.upload(RESIDENTS, large).await.refused(413, "body-too-large");
}

#[tokio::test]
async fn a_bomb_is_not_unpacked() {
    let app = TestApp::start().await;
    let blanks = |text: String| text.replace("<sheetData>", &format!("{}<sheetData>", " ".repeat(41 << 20)));
    let of_sheet = with_part(residents(&[ZHANG]), SHEET, blanks);
    let texts = |text: String| text.replace("</sst>", &format!("{}</sst>", "<si/>".repeat(3 << 20)));
    let of_texts = with_part(residents(&[ZHANG]), TEXTS, texts);
    for file in [of_sheet, of_texts] {
        assert!(file.len() < 1 << 20, "{}", file.len());
        app.a.staff.upload(PREVIEW, file).await.refused(413, "body-too-large");
    }
}

#[tokio::test]
async fn a_workbook_that_announces_more_texts_than_it_can_have_is_refused() {
    let app = TestApp::start().await;
    let count = |text: String| text.replace("uniqueCount=\"", "uniqueCount=\"99999999999");
    let file = with_part(residents(&[ZHANG]), TEXTS, count);
    app.a.staff.upload(PREVIEW, file).await.refused(400, "malformed-body");
    let veiled = |text: String| text.replace("uniqueCount=\"", "unique\u{1b}(BCount=\"99999999999");
    let file = with_part(residents(&[ZHANG]), TEXTS, veiled);
    app.a.staff.upload(PREVIEW, file).await.refused(400, "malformed-body");
}

#[tokio::test]
async fn a_cell_far_away_makes_no_room_for_all_before_it() {
    let app = TestApp::start().await;
    let far = |text: String| {
        text.replace("</sheetData>", "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData>")
    };
    let file = with_part(residents(&[ZHANG]), SHEET, far);
    let preview = app.a.staff.upload(PREVIEW, file).await.ok();
    assert_eq!((&preview["rows"], &preview["fault_count"]), (&serde_json::json!(1), &serde_json::json!(0)));
}

#[tokio::test]
async fn a_key_is_still_free_after_a_file_that_cannot_be_read() {
    let app = TestApp::start().await;
    app.a.staff.upload_with("key", RESIDENTS, b"x".to_vec()).await.refused(400, "malformed-body");
    app.a.staff.upload_with("key", RESIDENTS, residents(&[ZHANG])).await.created();
}
