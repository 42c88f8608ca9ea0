//! Work that takes much time and memory: off the threads that serve requests, and a few at a time.

use std::sync::Arc;
use std::time::Duration;

use actix_web::web;
use tokio::sync::Semaphore;

use crate::problem::{Kind, Problem};

/// Does `work` off the threads that serve requests, when its turn comes.
///
/// # Errors
/// `unavailable` if its turn does not come within `wait`; `internal` if the work breaks off.
pub async fn in_turn<T: Send + 'static>(
    turns: &Arc<Semaphore>,
    wait: Duration,
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Problem> {
    let turn = tokio::time::timeout(wait, turns.clone().acquire_owned()).await;
    let turn = turn.map_err(|_| Problem::of(Kind::Unavailable))?.map_err(Problem::unexpected)?;
    // The turn goes with the work: it goes on even if the request is given up.
    let work = move || {
        let done = work();
        drop(turn);
        done
    };
    web::block(work).await.map_err(Problem::unexpected)
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::{Arc, mpsc};
    use std::time::Duration;

    use tokio::sync::{Semaphore, oneshot};

    use super::in_turn;

    const WAIT: Duration = Duration::from_secs(60);

    #[actix_web::test]
    async fn no_more_is_done_at_once_than_there_are_turns() {
        let turns = Arc::new(Semaphore::new(2));
        let (running, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let one = || {
            let (running, most) = (running.clone(), most.clone());
            in_turn(&turns, WAIT, move || {
                most.fetch_max(running.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                std::hint::black_box((0..100_000).sum::<u64>());
                running.fetch_sub(1, Ordering::SeqCst);
            })
        };
        let all = futures::future::join_all((0..40).map(|_| one())).await;
        assert!(all.iter().all(Result::is_ok));
        assert!(most.load(Ordering::SeqCst) <= 2);
    }

    #[actix_web::test]
    async fn a_request_that_is_given_up_keeps_its_turn_until_the_work_is_done() {
        let turns = Arc::new(Semaphore::new(1));
        let (begun, begins) = oneshot::channel();
        let (end, ends) = mpsc::channel::<()>();
        let work = in_turn(&turns, WAIT, move || {
            begun.send(()).unwrap();
            ends.recv().unwrap();
        });
        let given_up = futures::future::select(Box::pin(work), begins).await;
        drop(given_up);
        assert_eq!(turns.available_permits(), 0);
        end.send(()).unwrap();
        drop(turns.acquire().await.unwrap());
    }

    #[actix_web::test]
    async fn work_that_breaks_off_gives_its_turn_back() {
        let turns = Arc::new(Semaphore::new(1));
        assert!(in_turn(&turns, WAIT, || panic!("as if it had a fault")).await.is_err());
        drop(turns.acquire().await.unwrap());
    }
}
