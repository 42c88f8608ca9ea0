//! What the access token promises.

use chrono::Duration;
use jsonwebtoken::jwk::JwkSet;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use linli_api::auth::Claims;
use linli_tests::program::Folder;
use linli_tests::{TestApp, stage};
use reqwest::Method;
use serde_json::json;

/// The access token of the staff of community A, just signed in.
async fn token(app: &TestApp) -> String {
    let session = app.sign_in("19910000022", stage::PASSWORD).await.ok();
    assert_eq!(session["expires_in"], 900);
    session["access_token"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn it_lives_for_fifteen_minutes() {
    let app = TestApp::start().await;
    let staff = app.nobody.with_token(&token(&app).await);
    app.clock.put_forward(Duration::minutes(14));
    staff.get("/me").await.ok();
    app.clock.put_forward(Duration::minutes(2));
    staff.get("/me").await.refused(401, "not-signed-in");
}

#[tokio::test]
async fn whoever_has_the_public_keys_can_verify_it() {
    let app = TestApp::start().await;
    let token = token(&app).await;
    let keys = app.nobody.send(Method::GET, "/.well-known/jwks.json", None, &[]).await.ok();
    assert!(keys["keys"][0].get("d").is_none(), "a private key: {keys}");
    let keys: JwkSet = serde_json::from_value(keys).unwrap();
    let header = jsonwebtoken::decode_header(&token).unwrap();
    let key = keys.find(&header.kid.unwrap()).expect("the key that signed it");
    let mut validation = Validation::new(Algorithm::EdDSA);
    validation.set_audience(&["linli"]);
    validation.set_issuer(&["linli"]);
    // By the application's clock, which is not the machine's.
    validation.validate_exp = false;
    let read = jsonwebtoken::decode::<Claims>(&token, &DecodingKey::from_jwk(key).unwrap(), &validation);
    assert_eq!(read.unwrap().claims.sub.uuid(), app.a.id(22));
}

#[tokio::test]
async fn one_of_our_own_keys_for_another_purpose_or_by_another_issuer_opens_nothing() {
    let folder = Folder::new();
    let app = TestApp::signing_with(folder.path()).await;
    let pem = std::fs::read(folder.path().join("key-1.pem")).unwrap();
    let key = EncodingKey::from_ed_pem(&pem).unwrap();
    let good = app.a.staff.token().unwrap();
    let header = jsonwebtoken::decode_header(good).unwrap();
    let claims = jsonwebtoken::dangerous::insecure_decode::<serde_json::Value>(good).unwrap().claims;
    let open = async |header: &Header, claims: &serde_json::Value| {
        let token = jsonwebtoken::encode(header, claims, &key).unwrap();
        app.nobody.with_token(&token).get("/me").await
    };
    open(&header, &claims).await.ok();
    for (name, value) in [("aud", "others"), ("iss", "others")] {
        let mut claims = claims.clone();
        claims[name] = json!(value);
        open(&header, &claims).await.refused(401, "not-signed-in");
        claims.as_object_mut().unwrap().remove(name);
        open(&header, &claims).await.refused(401, "not-signed-in");
    }
    for typ in [Some("JWT".to_owned()), Some("refresh+jwt".to_owned()), None] {
        open(&Header { typ, ..header.clone() }, &claims).await.refused(401, "not-signed-in");
    }
    for kid in [Some("other".to_owned()), None] {
        open(&Header { kid, ..header.clone() }, &claims).await.refused(401, "not-signed-in");
    }
}
