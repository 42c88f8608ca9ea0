//! Where the pictures of photos are kept: a folder, or a bucket that speaks S3.

use std::path::{Path, PathBuf};

use clap::Args;
use secrecy::{ExposeSecret, SecretString};

use crate::photos::{Bucket, PhotoStore};

/// The region that services without regions are told.
const REGION: &str = "us-east-1";

/// Where the pictures of photos are kept.
#[derive(Args)]
pub(super) struct PhotoArgs {
    /// Where photos are kept: a folder, or s3://bucket; the folder photos in the data folder unless given
    #[arg(long, env = "LINLI_PHOTOS")]
    photos: Option<String>,
    /// Address of the service with the bucket, e.g. https://s3.example.com; Amazon's own unless given
    #[arg(long, env = "LINLI_S3_ENDPOINT")]
    s3_endpoint: Option<String>,
    /// Region of the bucket
    #[arg(long, env = "LINLI_S3_REGION", default_value = REGION)]
    s3_region: String,
    /// Name of the key that opens the bucket
    #[arg(long, env = "LINLI_S3_KEY_ID")]
    s3_key_id: Option<String>,
    /// The key that opens the bucket
    #[arg(long, env = "LINLI_S3_SECRET", hide_env_values = true)]
    s3_secret: Option<SecretString>,
    /// Whether the bucket's name is part of the host's name, as Aliyun OSS wants it
    #[arg(long, env = "LINLI_S3_IN_HOST", num_args = 0..=1, default_missing_value = "true", require_equals = true)]
    s3_in_host: Option<String>,
}

/// Where the pictures of photos are kept, checked.
pub(super) enum Photos {
    /// In a folder.
    Folder(PathBuf),
    /// In a bucket.
    Bucket(Bucket),
}

impl PhotoArgs {
    /// The checked settings; what is wrong is added to the faults.
    pub(super) fn gather(&self, data: &Path, faults: &mut Vec<String>) -> Photos {
        let Some(place) = self.photos.as_deref().map(str::trim).filter(|place| !place.is_empty()) else {
            return Photos::Folder(data.join("photos"));
        };
        let Some(name) = place.strip_prefix("s3://") else { return Photos::Folder(PathBuf::from(place)) };
        let name = name.trim_end_matches('/').to_owned();
        if name.is_empty() || name.contains('/') {
            faults.push(format!("LINLI_PHOTOS: {place:?} should be s3://bucket"));
        }
        let given = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
        let endpoint = given(&self.s3_endpoint);
        if endpoint.as_ref().is_some_and(|url| !url.starts_with("https://") && !url.starts_with("http://")) {
            faults.push("LINLI_S3_ENDPOINT: should begin with https://".to_owned());
        }
        let secret = self.s3_secret.clone().unwrap_or_default();
        if secret.expose_secret().is_empty() || given(&self.s3_key_id).is_none() {
            faults.push("LINLI_S3_KEY_ID, LINLI_S3_SECRET: a bucket needs both".to_owned());
        }
        let in_host = match self.s3_in_host.as_deref() {
            None => false,
            Some(text) => text.trim().parse().unwrap_or_else(|_| {
                faults.push(format!("LINLI_S3_IN_HOST: {text:?} is not true or false"));
                false
            }),
        };
        let (region, key_id) = (self.s3_region.clone(), self.s3_key_id.clone().unwrap_or_default());
        Photos::Bucket(Bucket { name, endpoint, region, key_id, secret, in_host })
    }
}

impl Photos {
    /// The store.
    pub(super) fn open(&self) -> Result<PhotoStore, String> {
        match self {
            Self::Folder(folder) => PhotoStore::in_folder(folder),
            Self::Bucket(bucket) => PhotoStore::in_bucket(bucket),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use clap::Parser;

    use super::{PhotoArgs, Photos};

    #[derive(Parser)]
    struct Line {
        #[command(flatten)]
        args: PhotoArgs,
    }

    fn gather(arguments: &[&str]) -> (Photos, String) {
        let mut faults = Vec::new();
        let line = Line::parse_from([&["linli"], arguments].concat());
        let photos = line.args.gather(Path::new("/data"), &mut faults);
        (photos, faults.join("; "))
    }

    #[test]
    fn photos_are_in_the_data_folder_unless_told_otherwise() {
        let folder = |arguments: &[&str]| match gather(arguments) {
            (Photos::Folder(folder), faults) if faults.is_empty() => folder,
            (_, faults) => panic!("{faults}"),
        };
        assert_eq!(folder(&[]), Path::new("/data/photos"));
        assert_eq!(folder(&["--photos", "/srv/photos"]), Path::new("/srv/photos"));
    }

    #[test]
    fn a_bucket_is_opened_without_asking_it() {
        let key = ["--s3-key-id", "linli", "--s3-secret", "secret", "--s3-in-host"];
        let place = ["--photos", "s3://puan", "--s3-endpoint", "https://oss-cn-wuhan.aliyuncs.com"];
        let (photos, faults) = gather(&[place.as_slice(), &key].concat());
        assert_eq!(faults, "");
        let Photos::Bucket(bucket) = &photos else { panic!("no bucket") };
        assert_eq!((bucket.name.as_str(), bucket.in_host), ("puan", true));
        photos.open().unwrap();
    }

    #[test]
    fn all_that_is_wrong_with_a_bucket_is_told() {
        let (_, faults) =
            gather(&["--photos", "s3://a/b", "--s3-endpoint", "example.com", "--s3-in-host=maybe"]);
        for name in ["LINLI_PHOTOS", "LINLI_S3_ENDPOINT", "LINLI_S3_SECRET", "LINLI_S3_IN_HOST"] {
            assert!(faults.contains(name), "{name} in {faults}");
        }
    }
}
