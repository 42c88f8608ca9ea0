//! The configuration: by flag or environment, looked at as a whole, so that all faults are told at once.

use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

use clap::Args;
use linli_db::cluster;
use secrecy::{ExposeSecret, SecretString};

use super::photos::{PhotoArgs, Photos};
use crate::demo::YEAR;

/// Where the data base is.
#[derive(Args)]
pub(super) struct DatabaseArgs {
    /// PostgreSQL to use, as a URL or key-value string; without it Linli runs a private one
    #[arg(long, env = "DATABASE_URL", hide_env_values = true)]
    database_url: Option<SecretString>,
    /// Folder of the private PostgreSQL and of the signing keys
    #[arg(long, env = "LINLI_DATA")]
    data: Option<PathBuf>,
    /// Folder of PostgreSQL's programs, if they are not where they are usually
    #[arg(long, env = "LINLI_PG_BIN")]
    pg_bin: Option<PathBuf>,
}

/// What the server needs beside the data base.
#[derive(Args)]
pub(super) struct ServerArgs {
    #[command(flatten)]
    database: DatabaseArgs,
    /// Address to listen at
    #[arg(long, env = "LINLI_HOST", default_value = "127.0.0.1")]
    host: String,
    /// Port to listen at; 0 for any that is free
    #[arg(long, env = "LINLI_PORT", default_value = "8080")]
    port: String,
    /// Threads that serve requests; as many as there are cores unless given
    #[arg(long, env = "LINLI_WORKERS")]
    workers: Option<String>,
    /// Connections to PostgreSQL
    #[arg(long, env = "LINLI_CONNECTIONS", default_value = "16")]
    connections: String,
    /// Folder of Ed25519 keys (*.pem) that sign access tokens; the last by name signs
    #[arg(long, env = "LINLI_SIGNING_KEYS")]
    signing_keys: Option<PathBuf>,
    #[command(flatten)]
    photos: PhotoArgs,
    /// Cookies over TLS only: true unless given behind a proxy, or where the address is not this machine's own
    #[arg(long, env = "LINLI_SECURE_COOKIES")]
    secure_cookies: Option<String>,
    /// Whether a proxy of yours writes X-Forwarded-For
    #[arg(long, env = "LINLI_BEHIND_PROXY", num_args = 0..=1, default_missing_value = "true", require_equals = true)]
    behind_proxy: Option<String>,
    /// What to log, e.g. `info` or `linli_api=debug`
    #[arg(long, env = "LINLI_LOG", default_value = "info")]
    log: String,
    /// Load the demonstration community at the first start, and print how to sign in
    #[arg(long, env = "LINLI_DEMO", num_args = 0..=1, default_missing_value = "true", require_equals = true)]
    demo: Option<String>,
    /// Open the address in this machine's browser once it is served
    #[arg(long)]
    open: bool,
}

/// What the demonstration needs.
#[derive(Args)]
pub(super) struct DemoArgs {
    #[command(flatten)]
    pub(super) database: DatabaseArgs,
    #[command(flatten)]
    photos: PhotoArgs,
    /// How many days of history the community has
    #[arg(long, default_value_t = YEAR, value_parser = clap::value_parser!(u16).range(1..=i64::from(YEAR)))]
    pub(super) days: u16,
}

impl DemoArgs {
    /// Where photos are kept.
    pub(super) fn photos(&self) -> Result<Photos, String> {
        let mut faults = Vec::new();
        let data = self.database.gather(&mut faults).data;
        let photos = self.photos.gather(&data, &mut faults);
        if faults.is_empty() { Ok(photos) } else { Err(faults.join("; ")) }
    }
}

/// Where the data base is, checked.
#[derive(Clone)]
pub(super) struct Database {
    /// The PostgreSQL to use; none for a private one.
    pub(super) url: Option<String>,
    /// The data folder.
    pub(super) data: PathBuf,
    /// The folder of PostgreSQL's programs.
    pub(super) binaries: Option<PathBuf>,
}

/// The server's settings, checked.
pub(super) struct Server {
    pub(super) database: Database,
    pub(super) address: SocketAddr,
    pub(super) workers: usize,
    pub(super) connections: usize,
    pub(super) signing_keys: PathBuf,
    pub(super) photos: Photos,
    pub(super) secure_cookies: bool,
    pub(super) behind_proxy: bool,
    pub(super) log: String,
    pub(super) demo: bool,
    pub(super) open: bool,
}

impl DatabaseArgs {
    /// The checked settings.
    pub(super) fn check(&self) -> Result<Database, String> {
        let mut faults = Vec::new();
        let database = self.gather(&mut faults);
        if faults.is_empty() { Ok(database) } else { Err(faults.join("; ")) }
    }

    fn gather(&self, faults: &mut Vec<String>) -> Database {
        if let Some(folder) = self.pg_bin.as_ref().filter(|folder| !folder.is_dir()) {
            faults.push(format!("LINLI_PG_BIN: {} is no folder", folder.display()));
        }
        let url = self.database_url.as_ref().map(|url| url.expose_secret().trim().to_owned());
        if url.as_ref().is_some_and(String::is_empty) {
            faults.push("DATABASE_URL is empty: leave it out for a private PostgreSQL".to_owned());
        }
        let data = self.data.clone().unwrap_or_else(default_data);
        Database { url, data, binaries: self.pg_bin.clone() }
    }
}

impl ServerArgs {
    /// The checked settings, or everything that is wrong with them.
    pub(super) fn check(&self) -> Result<Server, String> {
        let mut faults = Vec::new();
        let database = self.database.gather(&mut faults);
        let host = number::<IpAddr>("LINLI_HOST", &self.host, "an IP address such as 127.0.0.1", &mut faults);
        let port = number::<u16>("LINLI_PORT", &self.port, "a port from 0 to 65535", &mut faults);
        let cores = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
        let workers = match &self.workers {
            Some(text) => number("LINLI_WORKERS", text, "a number from 1 to 256", &mut faults),
            None => Some(cores),
        };
        let connections =
            number("LINLI_CONNECTIONS", &self.connections, "a number from 1 to 1000", &mut faults);
        within("LINLI_WORKERS", workers, 256, &mut faults);
        within("LINLI_CONNECTIONS", connections, 1000, &mut faults);
        let secure = switch("LINLI_SECURE_COOKIES", self.secure_cookies.as_ref(), &mut faults);
        let behind_proxy = switch("LINLI_BEHIND_PROXY", self.behind_proxy.as_ref(), &mut faults);
        let demo = switch("LINLI_DEMO", self.demo.as_ref(), &mut faults);
        let photos = self.photos.gather(&database.data, &mut faults);
        if tracing_subscriber::EnvFilter::try_new(&self.log).is_err() {
            faults.push(format!("LINLI_LOG: {:?} is no log filter (try info)", self.log));
        }
        alone((demo, host), &mut faults);
        let (Some(host), Some(port), Some(workers), Some(connections), true) =
            (host, port, workers, connections, faults.is_empty())
        else {
            return Err(faults.join("; "));
        };
        Ok(Server {
            signing_keys: self.signing_keys.clone().unwrap_or_else(|| database.data.join("keys")),
            database,
            photos,
            address: SocketAddr::new(host, port),
            workers,
            connections,
            secure_cookies: secure.unwrap_or(behind_proxy == Some(true) || !host.is_loopback()),
            behind_proxy: behind_proxy.unwrap_or(false),
            log: self.log.clone(),
            demo: demo.unwrap_or(false),
            open: self.open,
        })
    }
}

/// Everybody can read how to sign in to the demonstration.
fn alone((demo, host): (Option<bool>, Option<IpAddr>), faults: &mut Vec<String>) {
    if demo == Some(true) && host.is_some_and(|host| !host.is_loopback()) {
        faults.push("LINLI_DEMO: its passwords are published, so LINLI_HOST should be 127.0.0.1".to_owned());
    }
}

fn within(name: &str, value: Option<usize>, most: usize, faults: &mut Vec<String>) {
    if value.is_some_and(|value| value == 0 || value > most) {
        faults.push(format!("{name}: should be from 1 to {most}"));
    }
}

fn switch(name: &str, text: Option<&String>, faults: &mut Vec<String>) -> Option<bool> {
    text.and_then(|text| number(name, text, "true or false", faults))
}

fn number<T: std::str::FromStr>(name: &str, text: &str, what: &str, faults: &mut Vec<String>) -> Option<T> {
    let value = text.trim().parse().ok();
    if value.is_none() {
        faults.push(format!("{name}: {text:?} is not {what}"));
    }
    value
}

#[expect(clippy::disallowed_methods, reason = "this is the one home of the configuration")]
fn default_data() -> PathBuf {
    let folder = |name: &str| std::env::var_os(name).map(PathBuf::from);
    let (home, shared) = (folder("HOME"), folder("XDG_DATA_HOME"));
    let root = cluster::running_as_root();
    cluster::default_data_folder(root, home.as_deref(), shared.as_deref().map(Path::new))
}

#[cfg(test)]
mod tests {
    use super::ServerArgs;
    use clap::Parser;

    #[derive(Parser)]
    struct Line {
        #[command(flatten)]
        args: ServerArgs,
    }

    fn check(arguments: &[&str]) -> Result<super::Server, String> {
        Line::parse_from([&["linli"], arguments].concat()).args.check()
    }

    #[test]
    fn all_faults_are_told_at_once() {
        let numbers = ["--port", "70000", "--host", "home", "--workers", "x", "--log", "=="];
        let switches = ["--behind-proxy=off", "--demo=1", "--secure-cookies", "no"];
        let faults = check(&[numbers.as_slice(), &switches].concat()).err().unwrap();
        let all = ["LINLI_PORT", "LINLI_HOST", "LINLI_WORKERS", "LINLI_LOG"];
        for name in all.into_iter().chain(["LINLI_BEHIND_PROXY", "LINLI_DEMO", "LINLI_SECURE_COOKIES"]) {
            assert!(faults.contains(name), "{name} in {faults}");
        }
        assert!(!faults.contains('\n'));
    }

    #[test]
    fn a_switch_needs_no_value() {
        let settings = check(&["--demo", "--behind-proxy"]).unwrap();
        assert!(settings.demo && settings.behind_proxy);
        assert!(!check(&["--demo=false"]).unwrap().demo && !check(&[]).unwrap().demo);
    }

    #[test]
    fn the_demonstration_is_served_to_its_own_machine_only() {
        let fault = check(&["--demo", "--host", "0.0.0.0"]).err().unwrap();
        assert!(fault.contains("LINLI_DEMO") && !fault.contains('\n'), "{fault}");
    }

    #[test]
    fn cookies_go_over_tls_only_unless_the_server_listens_to_its_own_machine() {
        assert!(!check(&["--host", "127.0.0.1"]).unwrap().secure_cookies);
        assert!(check(&["--host", "0.0.0.0"]).unwrap().secure_cookies);
        assert!(check(&["--host", "127.0.0.1", "--behind-proxy"]).unwrap().secure_cookies);
        assert!(!check(&["--host", "0.0.0.0", "--secure-cookies", "false"]).unwrap().secure_cookies);
    }
}
