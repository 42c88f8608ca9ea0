//! The program as a person starts it: the built binary, and a data folder that vanishes with the test.

use std::fs::Permissions;
use std::io::{BufRead, BufReader, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use uuid::Uuid;

/// A folder for the private PostgreSQL, which another user must be able to reach when the tests run as root.
pub struct Folder(PathBuf);

impl Default for Folder {
    fn default() -> Self {
        Self::new()
    }
}

impl Folder {
    /// A new, empty folder.
    pub fn new() -> Self {
        let folder = std::env::temp_dir().join(format!("linli-cli-{}", Uuid::now_v7().simple()));
        std::fs::create_dir(&folder).unwrap();
        std::fs::set_permissions(&folder, Permissions::from_mode(0o755)).unwrap();
        Self(folder)
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).ok();
    }
}

/// The built program, told nothing by the environment but where PostgreSQL is; `cargo build` comes before the tests.
pub fn linli() -> Command {
    let target = std::env::current_exe().unwrap().ancestors().nth(2).unwrap().to_owned();
    let program = target.join("linli");
    assert!(program.is_file(), "{} is missing: run cargo build first, or make test", program.display());
    let mut command = Command::new(program);
    command.env_remove("DATABASE_URL");
    for (name, value) in std::env::vars_os() {
        let ours = name.to_string_lossy().starts_with("LINLI_");
        if ours && (name != "LINLI_PG_BIN" || value.is_empty()) {
            command.env_remove(name);
        }
    }
    command
}

/// Runs the program to its end.
pub fn run(command: &mut Command) -> Output {
    command.stdin(Stdio::null()).output().unwrap()
}

/// Runs the program to its end, with a password on its standard input.
pub fn run_with_password(command: &mut Command, password: &str) -> Output {
    let command = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    writeln!(child.stdin.take().unwrap(), "{password}").unwrap();
    child.wait_with_output().unwrap()
}

/// What the program says when it fails: one line, and a non-zero exit code.
#[track_caller]
pub fn complaint(command: &mut Command) -> String {
    let output = run(command);
    assert!(!output.status.success(), "it did not fail");
    let said = String::from_utf8(output.stderr).unwrap();
    let lines: Vec<&str> = said.lines().filter(|line| !line.starts_with('{')).collect();
    assert_eq!(lines.len(), 1, "{said}");
    lines[0].to_owned()
}

/// A server that is told to stop when the test is over, however it ends.
pub struct Server {
    child: Child,
    log: PathBuf,
    /// Where it serves: `http://127.0.0.1:<port>`.
    pub address: String,
}

impl Server {
    /// Starts a server with a private PostgreSQL in `folder`; answers when it says that it serves.
    pub fn start(folder: &Path) -> Self {
        Self::launch(linli().arg("serve").env("LINLI_DATA", folder))
    }

    /// Starts a server on this data base; answers when it says that it serves.
    pub fn with_database(url: &str) -> Self {
        let folder = Folder::new();
        Self::launch(linli().arg("serve").env("DATABASE_URL", url).env("LINLI_DATA", folder.path()))
    }

    /// Starts a server on this data base that logs what this filter lets through.
    pub fn logging(filter: &str, url: &str) -> Self {
        let (folder, mut command) = (Folder::new(), linli());
        command.arg("serve").env("DATABASE_URL", url).env("LINLI_DATA", folder.path());
        Self::launch(command.env("LINLI_LOG", filter))
    }

    fn launch(command: &mut Command) -> Self {
        let log = std::env::temp_dir().join(format!("linli-{}.log", Uuid::now_v7().simple()));
        command.env("LINLI_PORT", "0").stdin(Stdio::null()).stdout(Stdio::piped());
        let mut child = command.stderr(std::fs::File::create(&log).unwrap()).spawn().unwrap();
        let mut said = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut said).unwrap();
        let address = said.split_whitespace().find(|word| word.starts_with("http://127.0.0.1:"));
        let address = address.unwrap_or_default().to_owned();
        let server = Self { child, log, address };
        assert!(!server.address.is_empty(), "{said:?} {}", server.log());
        server
    }

    /// What it has logged so far.
    pub fn log(&self) -> String {
        std::fs::read_to_string(&self.log).unwrap()
    }

    /// Sends the signal by name (`TERM`, `INT`) and waits; answers whether the program ended well.
    pub fn stop(mut self, signal: &str) -> bool {
        self.signal(signal);
        self.child.wait().unwrap().success()
    }

    /// Sends the signal by name.
    pub fn signal(&self, signal: &str) {
        let id = self.child.id().to_string();
        assert!(Command::new("sh").args(["-c", &format!("kill -{signal} {id}")]).status().unwrap().success());
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if matches!(self.child.try_wait(), Ok(None)) {
            self.signal("TERM");
            self.child.wait().ok();
        }
        std::fs::remove_file(&self.log).ok();
    }
}
