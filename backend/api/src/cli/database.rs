//! Finding the data base: the one that is given, or the private cluster.

use linli_db::cluster::{Cluster, Settings};
use linli_db::{Pool, migrations};

use super::settings::{Database, DatabaseArgs};

/// The data base of a private cluster.
const NAME: &str = "linli";

/// A data base that can be reached and has this program's schema.
pub(super) struct Opened {
    /// How to connect to it.
    pub(super) url: String,
    /// The private cluster it is in, if it is.
    cluster: Option<Cluster>,
}

impl Opened {
    /// A pool of connections.
    pub(super) fn pool(&self, size: usize) -> Result<Pool, String> {
        linli_db::connect(&self.url, size).map_err(|error| error.to_string())
    }

    /// Stops what was started for it.
    pub(super) fn close(self) -> Result<(), String> {
        self.cluster.map_or(Ok(()), Cluster::stop).map_err(|error| error.to_string())
    }
}

/// Starts the private cluster if no data base is given, and migrates. Blocks.
pub(super) fn open(settings: &Database) -> Result<Opened, String> {
    open_after(settings, |url| migrations::run(url).map(|_| ()))
}

fn open_after(
    settings: &Database,
    prepare: impl FnOnce(&str) -> Result<(), migrations::MigrationError>,
) -> Result<Opened, String> {
    let opened = find(settings)?;
    match prepare(&opened.url) {
        Ok(()) => Ok(opened),
        Err(error) => {
            opened.close().ok();
            Err(explain(settings, &error))
        }
    }
}

fn find(settings: &Database) -> Result<Opened, String> {
    if let Some(url) = &settings.url {
        return Ok(Opened { url: url.clone(), cluster: None });
    }
    let mut cluster_settings = Settings::new(&settings.data);
    cluster_settings.binaries.clone_from(&settings.binaries);
    let cluster = Cluster::start(&cluster_settings).map_err(|error| error.to_string())?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|error| error.to_string())?;
    let created = runtime.block_on(migrations::create_database(&cluster.connection("postgres"), NAME));
    created.map_err(|error| format!("the private PostgreSQL: {error}"))?;
    Ok(Opened { url: cluster.connection(NAME), cluster: Some(cluster) })
}

fn explain(settings: &Database, error: &migrations::MigrationError) -> String {
    match (&settings.url, error) {
        (Some(_), migrations::MigrationError::Unreachable(reason)) => {
            format!("DATABASE_URL: the data base cannot be reached: {reason}")
        }
        _ => error.to_string(),
    }
}

/// `linli migrate`.
pub(super) fn migrate(args: &DatabaseArgs) -> Result<(), String> {
    open(&args.check()?)?.close()?;
    println!("the data base is up to date");
    Ok(())
}

/// Opens the data base as it is, does `work` on a connection, and closes it again. One that has another schema than
/// this program is refused.
pub(super) fn with_connection_as_it_is<T>(
    args: &DatabaseArgs,
    work: impl AsyncFnOnce(&mut linli_db::Connection) -> Result<T, String>,
) -> Result<T, String> {
    on_connection(open_after(&args.check()?, migrations::check)?, work)
}

/// Opens the data base, does `work` on a connection, and closes it again.
pub(super) fn with_connection<T>(
    args: &DatabaseArgs,
    work: impl AsyncFnOnce(&mut linli_db::Connection) -> Result<T, String>,
) -> Result<T, String> {
    on_connection(open(&args.check()?)?, work)
}

fn on_connection<T>(
    opened: Opened,
    work: impl AsyncFnOnce(&mut linli_db::Connection) -> Result<T, String>,
) -> Result<T, String> {
    let pool = opened.pool(1)?;
    let done = actix_web::rt::System::new().block_on(async {
        let mut connection = pool.get().await.map_err(|error| error.to_string())?;
        work(&mut connection).await
    });
    drop(pool);
    opened.close()?;
    done
}
