//! Where the pictures are kept: a folder, or a bucket that speaks S3. Their keys begin with the community.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use actix_web::web::Bytes;
use linli_domain::ids::{CommunityId, PhotoId};
use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;
use object_store::path::Path as Key;
use object_store::{ClientOptions, Error, ObjectStore, ObjectStoreExt, RetryConfig};
use secrecy::{ExposeSecret, SecretString};
use tokio::sync::Semaphore;

use super::{Pictures, pictures};
use crate::problem::{Kind, Problem};
use crate::turns::in_turn;

/// How many photos are decoded at the same time: each takes up to some hundred megabytes.
const AT_ONCE: usize = 2;
/// How long a photo waits for its turn before its request is told to come again.
const WAIT: Duration = Duration::from_secs(15);
/// How long one request to a bucket may take.
const PATIENCE: Duration = Duration::from_secs(5);

/// A bucket that speaks S3.
#[derive(Clone)]
pub struct Bucket {
    /// Its name.
    pub name: String,
    /// The address of the service, e.g. `https://s3.example.com`; Amazon's own unless given.
    pub endpoint: Option<String>,
    /// The region.
    pub region: String,
    /// The key's name.
    pub key_id: String,
    /// The key.
    pub secret: SecretString,
    /// Whether the bucket's name is part of the host's name (as Aliyun OSS wants it) instead of the path.
    pub in_host: bool,
}

/// Where the pictures of photos are kept; cheap to clone.
#[derive(Clone)]
pub struct PhotoStore {
    objects: Arc<dyn ObjectStore>,
    decoding: Arc<Semaphore>,
}

/// Which picture of a photo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// The photo.
    Whole,
    /// Its thumbnail.
    Small,
}

/// Says who does TLS for the whole program; whoever builds an HTTP client needs it said.
pub fn choose_tls() {
    // An error says that it was said before.
    rustls::crypto::ring::default_provider().install_default().ok();
}

impl PhotoStore {
    /// Pictures in a folder, which is made if it is not there.
    ///
    /// # Errors
    /// In words, if it cannot be made.
    pub fn in_folder(folder: &Path) -> Result<Self, String> {
        let told = |error: &dyn std::fmt::Display| format!("LINLI_PHOTOS: {}: {error}", folder.display());
        std::fs::create_dir_all(folder).map_err(|error| told(&error))?;
        let objects = LocalFileSystem::new_with_prefix(folder).map_err(|error| told(&error))?;
        Ok(Self::of(Arc::new(objects)))
    }

    /// Pictures in a bucket.
    ///
    /// # Errors
    /// In words, if the settings make no sense; whether the bucket answers shows later.
    pub fn in_bucket(bucket: &Bucket) -> Result<Self, String> {
        choose_tls();
        let options = ClientOptions::new()
            .with_timeout(PATIENCE)
            .with_connect_timeout(PATIENCE)
            .with_allow_http(bucket.endpoint.as_ref().is_some_and(|url| url.starts_with("http://")));
        let retry = RetryConfig { max_retries: 1, retry_timeout: PATIENCE, ..RetryConfig::default() };
        let builder = AmazonS3Builder::new()
            .with_bucket_name(&bucket.name)
            .with_region(&bucket.region)
            .with_access_key_id(&bucket.key_id)
            .with_secret_access_key(bucket.secret.expose_secret())
            .with_virtual_hosted_style_request(bucket.in_host)
            .with_client_options(options)
            .with_retry(retry);
        let builder = match &bucket.endpoint {
            Some(endpoint) => builder.with_endpoint(endpoint),
            None => builder,
        };
        let objects = builder.build().map_err(|error| format!("LINLI_PHOTOS: {error}"))?;
        Ok(Self::of(Arc::new(objects)))
    }

    fn of(objects: Arc<dyn ObjectStore>) -> Self {
        Self { objects, decoding: Arc::new(Semaphore::new(AT_ONCE)) }
    }

    /// Makes the pictures of a photo, beside the threads that answer requests, and a few at a time.
    ///
    /// # Errors
    /// Those of [`pictures`]; `unavailable` if its turn does not come.
    pub async fn decode(&self, sent: Bytes) -> Result<Pictures, Problem> {
        in_turn(&self.decoding, WAIT, move || pictures(&sent)).await?
    }

    /// Stores the pictures of a photo.
    ///
    /// # Errors
    /// `unavailable` if the store does not answer.
    pub async fn put(
        &self,
        community: CommunityId,
        photo: PhotoId,
        pictures: &Pictures,
    ) -> Result<(), Problem> {
        let both = [(Size::Whole, &pictures.picture), (Size::Small, &pictures.thumbnail)];
        for (size, bytes) in both {
            self.objects.put(&key(community, photo, size), bytes.clone().into()).await.map_err(away)?;
        }
        Ok(())
    }

    /// A picture.
    ///
    /// # Errors
    /// `unavailable` if the store does not answer; `internal` if it is not there, as it should be.
    pub async fn get(&self, community: CommunityId, photo: PhotoId, size: Size) -> Result<Bytes, Problem> {
        let key = key(community, photo, size);
        let found = async { self.objects.get(&key).await?.bytes().await };
        found.await.map_err(|error| match error {
            Error::NotFound { .. } => Problem::unexpected(format!("{key} is gone from the store")),
            error => away(error),
        })
    }

    /// Removes the pictures of a photo, as far as they are there.
    ///
    /// # Errors
    /// `unavailable` if the store does not answer.
    pub async fn remove(&self, community: CommunityId, photo: PhotoId) -> Result<(), Problem> {
        for size in [Size::Whole, Size::Small] {
            match self.objects.delete(&key(community, photo, size)).await {
                Ok(()) | Err(Error::NotFound { .. }) => {}
                Err(error) => return Err(away(error)),
            }
        }
        Ok(())
    }
}

fn key(community: CommunityId, photo: PhotoId, size: Size) -> Key {
    let ending = match size {
        Size::Whole => "",
        Size::Small => "-small",
    };
    Key::from(format!("{}/photos/{}{ending}.jpg", community.uuid(), photo.uuid()))
}

fn away(error: Error) -> Problem {
    Problem::of(Kind::Unavailable).because(error)
}
