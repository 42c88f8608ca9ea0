//! The keys that sign access tokens: a folder of Ed25519 keys, of which the newest signs and all verify.

use std::fs;
use std::io::Write;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use ed25519_dalek::pkcs8::spki::der::pem::LineEnding;
use ed25519_dalek::pkcs8::{DecodePrivateKey, EncodePrivateKey, KeypairBytes};
use jsonwebtoken::jwk::{Jwk, JwkSet, ThumbprintHash};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};

use hmac::{Hmac, KeyInit, Mac};
use linli_domain::ids::{ShiftId, VoucherId};
use linli_domain::signups::{PlaceCode, Tick};
use linli_domain::vouchers::Token;
use sha2::{Digest, Sha256};

use super::token::{Claims, ISSUER};

/// The media type in the header of an access token (RFC 9068).
const TYPE: &str = "at+jwt";

/// The keys of a server.
pub struct Keys {
    signing: EncodingKey,
    signing_kid: String,
    verifying: Vec<(String, DecodingKey)>,
    public: JwkSet,
    digest_secret: [u8; 32],
    place_codes: Hmac<Sha256>,
    voucher_tokens: Hmac<Sha256>,
}

/// Why the keys cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// The folder or a file in it cannot be read or written.
    #[error("{path}: {error}")]
    Folder {
        /// Which.
        path: PathBuf,
        /// Why.
        error: std::io::Error,
    },
    /// A file is no Ed25519 key.
    #[error("{0} is no Ed25519 private key in PEM (PKCS#8)")]
    NotAKey(PathBuf),
    /// No key could be made.
    #[error("no key could be made")]
    NotMade,
}

struct Pair {
    secret: [u8; 32],
    private: EncodingKey,
    public: Jwk,
    kid: String,
}

impl Keys {
    /// Reads the `*.pem` files of a folder; in the order of their names the last one signs. An empty folder gets a
    /// new key.
    ///
    /// # Errors
    /// See [`KeyError`].
    pub fn load(folder: &Path) -> Result<Self, KeyError> {
        let failed = |path: &Path| {
            let path = path.to_owned();
            move |error| KeyError::Folder { path, error }
        };
        // Only the folder of the keys itself is closed to others: a private PostgreSQL may live beside it.
        if let Some(parent) = folder.parent() {
            fs::create_dir_all(parent).map_err(failed(parent))?;
        }
        fs::DirBuilder::new().recursive(true).mode(0o700).create(folder).map_err(failed(folder))?;
        let mut files: Vec<PathBuf> = fs::read_dir(folder)
            .map_err(failed(folder))?
            .filter_map(|entry| entry.ok().map(|entry| entry.path()))
            .filter(|path| path.extension().is_some_and(|extension| extension == "pem"))
            .collect();
        files.sort();
        if files.is_empty() {
            let path = folder.join("key-1.pem");
            let mut file = fs::OpenOptions::new()
                .write(true)
                .create_new(true)
                .mode(0o600)
                .open(&path)
                .map_err(failed(&path))?;
            file.write_all(new_key()?.as_bytes()).map_err(failed(&path))?;
            files.push(path);
        }
        let read = |path: &PathBuf| {
            let pem = fs::read_to_string(path).map_err(failed(path))?;
            pair(&pem).ok_or_else(|| KeyError::NotAKey(path.clone()))
        };
        Self::of(files.iter().map(read).collect::<Result<_, _>>()?)
    }

    /// A key of its own, kept nowhere: for tests, and to write the OpenAPI document.
    ///
    /// # Errors
    /// [`KeyError::NotMade`].
    pub fn fresh() -> Result<Self, KeyError> {
        Self::of(vec![pair(&new_key()?).ok_or(KeyError::NotMade)?])
    }

    fn of(pairs: Vec<Pair>) -> Result<Self, KeyError> {
        let verifying = pairs
            .iter()
            .map(|pair| DecodingKey::from_jwk(&pair.public).map(|key| (pair.kid.clone(), key)))
            .collect::<Result<_, _>>()
            .map_err(|_| KeyError::NotMade)?;
        let public = JwkSet { keys: pairs.iter().map(|pair| pair.public.clone()).collect() };
        let newest = pairs.into_iter().next_back().ok_or(KeyError::NotMade)?;
        let digest_secret =
            Sha256::digest([b"digest of requests".as_slice(), &newest.secret].concat()).into();
        let secret = Sha256::digest([b"codes of places".as_slice(), &newest.secret].concat());
        let place_codes = Hmac::new_from_slice(&secret).map_err(|_| KeyError::NotMade)?;
        let secret = Sha256::digest([b"tokens of vouchers".as_slice(), &newest.secret].concat());
        let voucher_tokens = Hmac::new_from_slice(&secret).map_err(|_| KeyError::NotMade)?;
        let (signing, signing_kid) = (newest.private, newest.kid);
        Ok(Self { signing, signing_kid, verifying, public, digest_secret, place_codes, voucher_tokens })
    }

    /// A digest that nobody outside can work out: of requests, which may have a password in them.
    pub fn digest(&self, parts: &[&[u8]]) -> Vec<u8> {
        let mut digest = Sha256::new_with_prefix(self.digest_secret);
        parts.iter().for_each(|part| digest.update(part));
        digest.finalize().to_vec()
    }

    /// The code that is shown at the place of a shift during a tick; all servers with the same keys show the same.
    pub fn place_code(&self, shift: ShiftId, tick: Tick) -> PlaceCode {
        let mut mac = self.place_codes.clone();
        mac.update(shift.uuid().as_bytes());
        mac.update(&tick.number().to_be_bytes());
        PlaceCode::of(mac.finalize().into_bytes().into())
    }

    /// The token of a voucher that ends at this moment; all servers with the same keys take it.
    pub fn voucher_token(&self, voucher: VoucherId, expires_at: DateTime<Utc>) -> Token {
        let mut mac = self.voucher_tokens.clone();
        mac.update(&Token::signed_bytes(voucher, expires_at));
        let [signature @ .., _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _]: [u8; 32] =
            mac.finalize().into_bytes().into();
        Token::new(voucher, expires_at, signature)
    }

    /// Whether a token was signed with these keys; when it ends is another question.
    pub fn has_signed(&self, token: &Token) -> bool {
        let mut mac = self.voucher_tokens.clone();
        mac.update(&token.to_sign());
        mac.verify_truncated_left(token.signature()).is_ok()
    }

    /// Signs an access token.
    ///
    /// # Errors
    /// If the claims cannot be written.
    pub fn sign(&self, claims: &Claims) -> Result<String, jsonwebtoken::errors::Error> {
        let mut header = Header::new(Algorithm::EdDSA);
        header.typ = Some(TYPE.to_owned());
        header.kid = Some(self.signing_kid.clone());
        jsonwebtoken::encode(&header, claims, &self.signing)
    }

    /// What a token says, if it is one of this server's and has not ended.
    pub fn verify(&self, token: &str, now: DateTime<Utc>) -> Option<Claims> {
        let header = jsonwebtoken::decode_header(token).ok()?;
        if header.typ.as_deref() != Some(TYPE) {
            return None;
        }
        let kid = header.kid?;
        let (_, key) = self.verifying.iter().find(|(known, _)| *known == kid)?;
        let mut validation = Validation::new(Algorithm::EdDSA);
        validation.set_audience(&[ISSUER]);
        validation.set_issuer(&[ISSUER]);
        // Judged below, by the application's own clock.
        validation.validate_exp = false;
        let claims = jsonwebtoken::decode::<Claims>(token, key, &validation).ok()?.claims;
        (claims.exp > now.timestamp()).then_some(claims)
    }

    /// The public keys, as others need them to verify a token.
    pub const fn public(&self) -> &JwkSet {
        &self.public
    }
}

fn new_key() -> Result<String, KeyError> {
    let key = KeypairBytes { secret_key: rand::random(), public_key: None };
    key.to_pkcs8_pem(LineEnding::LF).map(|pem| pem.to_string()).map_err(|_| KeyError::NotMade)
}

fn pair(pem: &str) -> Option<Pair> {
    // Some tools write the public key beside the private one; the library takes the private one alone.
    let key = KeypairBytes { public_key: None, ..KeypairBytes::from_pkcs8_pem(pem).ok()? };
    let private = EncodingKey::from_ed_der(key.to_pkcs8_der().ok()?.as_bytes());
    let mut public = Jwk::from_encoding_key(&private, Algorithm::EdDSA).ok()?;
    let kid = public.thumbprint(ThumbprintHash::SHA256).ok()?;
    public.common.key_id = Some(kid.clone());
    Some(Pair { secret: key.secret_key, private, public, kid })
}
