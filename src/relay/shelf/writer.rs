//! One thread that writes, and many who ask it to: whoever asks at the same time shares one flush of the disk.
//!
//! ```text
//!  upload ─┐
//!  upload ─┼─▶ queue ─▶ one transaction: job, job, job ─ commit (one flush) ─▶ everybody is answered
//!  upload ─┘
//! ```

use std::mem;
use std::thread::{self, JoinHandle};

use rusqlite::{Connection, TransactionBehavior};
use tokio::sync::{mpsc, oneshot};

use crate::relay::shelf::database::ShelfError;

/// Most jobs that share one transaction.
const MOST_IN_GROUP: usize = 256;
/// Most jobs that wait; whoever comes later waits to hand his in.
const QUEUE: usize = 1_024;

/// A job: does its work on the connection, or hears why there is none, and gives back how to answer once it is known
/// whether that lasts.
type Job = Box<dyn FnOnce(Result<&Connection, ShelfError>) -> (Answer, Result<(), ShelfError>) + Send>;
type Answer = Box<dyn FnOnce(Result<(), ShelfError>) + Send>;

/// The thread that writes. Dropping it lets the jobs handed in finish, then waits for the thread.
pub struct Writer {
    jobs: Option<mpsc::Sender<Job>>,
    thread: Option<JoinHandle<()>>,
}

impl Writer {
    /// Starts the thread on its connection.
    pub fn start(connection: Connection) -> Result<Self, ShelfError> {
        let (jobs, queue) = mpsc::channel(QUEUE);
        let thread = thread::Builder::new()
            .name("shelf".to_owned())
            .spawn(move || work(connection, queue))
            .map_err(|error| ShelfError::Database(error.to_string()))?;
        Ok(Self { jobs: Some(jobs), thread: Some(thread) })
    }

    /// Does a job and answers when its outcome is on the disk.
    pub async fn write<T: Send + 'static>(
        &self,
        job: impl FnOnce(&Connection) -> Result<T, ShelfError> + Send + 'static,
    ) -> Result<T, ShelfError> {
        let (answer, outcome) = oneshot::channel();
        let jobs = self.jobs.as_ref().ok_or(ShelfError::Closing)?;
        jobs.send(answered(job, answer)).await.map_err(|_| ShelfError::Closing)?;
        outcome.await.map_err(|_| ShelfError::Closing)?
    }

    /// The same, for a caller that is no task.
    pub fn write_blocking<T: Send + 'static>(
        &self,
        job: impl FnOnce(&Connection) -> Result<T, ShelfError> + Send + 'static,
    ) -> Result<T, ShelfError> {
        let (answer, outcome) = oneshot::channel();
        let jobs = self.jobs.as_ref().ok_or(ShelfError::Closing)?;
        jobs.blocking_send(answered(job, answer)).map_err(|_| ShelfError::Closing)?;
        outcome.blocking_recv().map_err(|_| ShelfError::Closing)?
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        drop(self.jobs.take());
        if let Some(thread) = self.thread.take() {
            // A thread that panicked has said so already; there is nothing to add.
            let _ = thread.join();
        }
    }
}

fn answered<T: Send + 'static>(
    job: impl FnOnce(&Connection) -> Result<T, ShelfError> + Send + 'static,
    answer: oneshot::Sender<Result<T, ShelfError>>,
) -> Job {
    Box::new(move |connection| {
        let outcome = connection.and_then(job);
        let done = outcome.as_ref().map(|_| ()).map_err(Clone::clone);
        let answer: Answer = Box::new(move |lasts| {
            // Whoever asked may be gone: his line was cut. He will ask again.
            let _ = answer.send(lasts.and(outcome));
        });
        (answer, done)
    })
}

fn work(mut connection: Connection, mut queue: mpsc::Receiver<Job>) {
    let mut group = Vec::new();
    while let Some(first) = queue.blocking_recv() {
        group.push(first);
        while group.len() < MOST_IN_GROUP {
            match queue.try_recv() {
                Ok(job) => group.push(job),
                Err(_) => break,
            }
        }
        let mut answers = Vec::with_capacity(group.len());
        let mut jobs = mem::take(&mut group).into_iter();
        let outcome = together(&mut connection, &mut jobs, &mut answers);
        if let Err(error) = &outcome {
            answers.extend(jobs.map(|job| job(Err(error.clone())).0));
        }
        // Power may fail here: what was committed lasts, and nobody has been told. Each asks again and is given what
        // was decided the first time.
        for answer in answers {
            answer(outcome.clone());
        }
    }
}

/// Does all jobs in one transaction. A job that fails leaves the others alone.
fn together(
    connection: &mut Connection,
    group: &mut impl Iterator<Item = Job>,
    answers: &mut Vec<Answer>,
) -> Result<(), ShelfError> {
    let mut transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Power may fail anywhere from here to the commit: nothing of this group is on the shelf, and nobody was answered.
    for job in group {
        let mut step = transaction.savepoint()?;
        let (answer, done) = job(Ok(&step));
        answers.push(answer);
        match done {
            Ok(()) => step.commit()?,
            // A disk that fails may already have undone the whole group; then nothing of it counts.
            Err(error) if step.is_autocommit() => return Err(error),
            Err(_) => {
                step.rollback()?;
                step.commit()?;
            }
        }
    }
    transaction.commit()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> (tempfile::TempDir, Connection) {
        let folder = tempfile::tempdir().unwrap();
        let connection = Connection::open(folder.path().join("t.db")).unwrap();
        connection
            .execute_batch("PRAGMA journal_mode = WAL; CREATE TABLE t (n INTEGER UNIQUE) STRICT;")
            .unwrap();
        (folder, connection)
    }

    fn numbers(folder: &tempfile::TempDir) -> Vec<i64> {
        let connection = Connection::open(folder.path().join("t.db")).unwrap();
        let mut query = connection.prepare("SELECT n FROM t ORDER BY n").unwrap();
        query.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    }

    fn adding(n: i64) -> impl FnOnce(&Connection) -> Result<(), ShelfError> + Send + 'static {
        move |connection| {
            connection.execute("INSERT INTO t VALUES (?1)", [n])?;
            Ok(())
        }
    }

    #[test]
    fn one_bad_job_of_a_group_does_not_harm_the_others() {
        let (folder, mut connection) = table();
        let (mut group, mut outcomes, mut answers) = (Vec::new(), Vec::new(), Vec::new());
        for n in [1, 2, 2, 3] {
            let (answer, outcome) = oneshot::channel();
            group.push(answered(adding(n), answer));
            outcomes.push(outcome);
        }
        let lasts = together(&mut connection, &mut group.into_iter(), &mut answers);
        assert_eq!(lasts, Ok(()));
        answers.into_iter().for_each(|answer| answer(lasts.clone()));
        let good: Vec<bool> =
            outcomes.into_iter().map(|outcome| outcome.blocking_recv().unwrap().is_ok()).collect();
        assert_eq!(good, [true, true, false, true]);
        assert_eq!(numbers(&folder), [1, 2, 3]);
    }

    #[test]
    fn nobody_is_told_yes_when_the_commit_fails() {
        let (folder, mut connection) = table();
        connection
            .execute_batch(
                "PRAGMA foreign_keys = ON; CREATE TABLE p (n INTEGER PRIMARY KEY) STRICT;
                 CREATE TABLE c (n INTEGER REFERENCES p (n) DEFERRABLE INITIALLY DEFERRED) STRICT;",
            )
            .unwrap();
        let (first, told_first) = oneshot::channel();
        let (second, told_second) = oneshot::channel();
        let orphan = |connection: &Connection| {
            connection.execute("INSERT INTO c VALUES (9)", [])?;
            Ok(())
        };
        let (group, mut answers) = (vec![answered(adding(1), first), answered(orphan, second)], Vec::new());
        let lasts = together(&mut connection, &mut group.into_iter(), &mut answers);
        assert!(lasts.is_err());
        answers.into_iter().for_each(|answer| answer(lasts.clone()));
        assert!(told_first.blocking_recv().unwrap().is_err());
        assert!(told_second.blocking_recv().unwrap().is_err());
        assert_eq!(numbers(&folder), [] as [i64; 0]);
    }

    #[test]
    fn what_was_handed_in_is_finished_before_the_writer_is_gone() {
        let (folder, connection) = table();
        let writer = Writer::start(connection).unwrap();
        for n in 0..20 {
            writer.write_blocking(adding(n)).unwrap();
        }
        drop(writer);
        assert_eq!(numbers(&folder), (0..20).collect::<Vec<_>>());
    }
}
