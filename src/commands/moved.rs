//! What an exchange moved, over all its roads, and how that is said.

use serde_json::{Value, json};

use crate::commands::came;
use crate::commands::failure::Failure;
use crate::commands::session::Session;
use crate::commands::show::count;
use crate::desks::carrying::exchange::Exchange;
use crate::language::tongue::Tongue;
use crate::language::word::Word;

/// A road that ended badly, and what it had moved until then.
pub struct Broken {
    /// What it had moved.
    pub moved: Box<Exchange>,
    /// What ended it.
    pub why: Failure,
}

impl From<Failure> for Broken {
    fn from(why: Failure) -> Self {
        Self { moved: Box::default(), why }
    }
}

/// What all roads together moved.
#[derive(Default)]
pub struct Moved {
    /// Roads that were tried.
    pub roads: usize,
    /// What they moved.
    pub done: Exchange,
    /// The first failure.
    pub worst: Option<Failure>,
}

impl Moved {
    /// One road's outcome. A road that fails never stops the others.
    pub fn add(&mut self, outcome: Result<Exchange, Broken>) {
        self.roads += 1;
        let moved = match outcome {
            Ok(moved) => moved,
            Err(Broken { moved, why }) => {
                self.worst.get_or_insert(why);
                *moved
            }
        };
        self.done.sent.extend(moved.sent);
        self.done.already += moved.already;
        self.done.left_out += moved.left_out;
        self.done.receipts += moved.receipts;
        self.done.read.extend(moved.read);
        self.done.refused.extend(moved.refused);
        self.done.unusable.extend(moved.unusable);
        self.done.roster = moved.roster.or(self.done.roster);
    }

    /// Says what moved. When a road failed and nothing moved, its failure says all there is.
    pub fn tell(&self, session: &Session) {
        let Exchange { sent, read, refused, unusable, .. } = &self.done;
        let nothing = sent.is_empty() && read.is_empty() && refused.is_empty() && unusable.is_empty();
        if self.worst.is_none() || !nothing {
            session.output().result(&self.words(), &self.json());
        }
    }

    fn words(&self) -> String {
        let done = &self.done;
        let bytes: u64 = done.sent.iter().map(|(_, size)| size).sum();
        let already =
            if done.already > 0 { format!(", {} there already", done.already) } else { String::new() };
        let receipts = if done.receipts > 0 {
            format!(", {} of the relay", count(done.receipts, "receipt"))
        } else {
            String::new()
        };
        let mut words = vec![format!(
            "Sent {} ({bytes} bytes{already}{receipts}). Read {}.",
            count(done.sent.len(), "packet"),
            count(done.read.len(), "packet")
        )];
        words.extend(came::read(&done.read));
        words.extend(came::left(&done.refused, &done.unusable));
        if done.left_out > 0 {
            let older = Word("transfer-left-out").with("count", done.left_out);
            words.push(Tongue::English.speak(&older));
        }
        if let Some(epoch) = done.roster {
            words.push(format!("Roster {epoch} came along and is in force here."));
        }
        words.join("\n")
    }

    fn json(&self) -> Value {
        let done = &self.done;
        json!({
            "sent": done.sent.len(),
            "bytes_sent": done.sent.iter().map(|(_, size)| size).sum::<u64>(),
            "already_there": done.already,
            "left_out": done.left_out,
            "receipts": done.receipts,
            "read": done.read.len(),
            "taken": done.read.iter().map(|intake| intake.taken.len()).sum::<usize>(),
            "set_aside": done.read.iter().map(|intake| intake.set_aside.len()).sum::<usize>(),
            "refused": done.refused.len() + done.unusable.len(),
            "roster": done.roster,
            "roads": self.roads,
        })
    }
}
