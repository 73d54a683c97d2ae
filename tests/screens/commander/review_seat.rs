//! What a commander who reviews has before him.

use vigilia::domain::ids::Digest;
use vigilia::domain::time::Timestamp;
use vigilia::screens::commander::message::Effect;
use vigilia::screens::commander::review::message::Effect as Asked;
use vigilia::screens::commander::review::room::Sheet;
use vigilia::screens::commander::state::Screen;
use vigilia::screens::desk::front::Notice;

use crate::commander::typist::Typist;

impl Typist {
    /// The owed reports, in the order of the queue.
    pub fn owed(&self) -> Vec<Digest> {
        let rows = self.desk.desk.queue_rows(Timestamp::new(self.moment.now)).unwrap();
        rows.into_iter().map(|row| row.digest).collect()
    }

    /// Opens one of the owed reports in the queue, to go on from there.
    pub fn opens(&mut self, place: usize) -> &mut Self {
        while self.state.screen == Screen::Review {
            self.press("<Esc>");
        }
        self.press("1<Home>").press(&"<Down>".repeat(place)).press("<Enter>")
    }

    /// Opens the report its author numbered so.
    pub fn opens_number(&mut self, author: &str, sequence: u32) -> &mut Self {
        let queue = &self.state.queue;
        let called = |place: &usize| {
            let called = queue.shown_line(*place).unwrap().called();
            called.who == author && called.number == sequence
        };
        let place = (0..queue.shown()).find(called).unwrap();
        self.opens(place)
    }

    pub fn sheet(&self) -> &Sheet {
        self.state.review.sheet.as_deref().expect("a report lies open")
    }

    /// What he is told on the line above the keys.
    pub fn notice(&self) -> String {
        match &self.state.front.notice {
            Some(Notice::Done(text) | Notice::Failed(text)) => self.state.front.tongue.speak(text),
            None => String::new(),
        }
    }

    /// How often something was to be signed.
    pub fn signings(&self) -> usize {
        let signs =
            |effect: &&Effect| matches!(effect, Effect::Review(Asked::Sign(..) | Asked::GiveBack(..)));
        self.asked.iter().filter(signs).count()
    }
}
