//! Being told to stop: Ctrl-C, SIGTERM or a closed terminal, from the first moment on.

use tokio::signal::unix::{Signal, SignalKind, signal};

/// What is said when the program is stopped before it serves.
pub(super) const STOPPED: &str = "stopped";

/// Listens for the word to stop.
pub(super) struct Stop {
    interrupt: Signal,
    terminate: Signal,
    hang_up: Signal,
}

impl Stop {
    /// Begins to listen: from now on a signal no longer ends the program by itself.
    pub(super) fn listen() -> Result<Self, String> {
        let listen = |kind| signal(kind).map_err(|error| format!("signals cannot be handled: {error}"));
        Ok(Self {
            interrupt: listen(SignalKind::interrupt())?,
            terminate: listen(SignalKind::terminate())?,
            hang_up: listen(SignalKind::hangup())?,
        })
    }

    /// Waits for the word.
    pub(super) async fn wait(&mut self) {
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.terminate.recv() => {}
            _ = self.hang_up.recv() => {}
        }
    }

    /// Does `work` unless the word comes first.
    pub(super) async fn unless<T>(
        &mut self,
        work: impl Future<Output = Result<T, String>>,
    ) -> Result<T, String> {
        tokio::select! {
            done = work => done,
            () = self.wait() => Err(STOPPED.to_owned()),
        }
    }
}
