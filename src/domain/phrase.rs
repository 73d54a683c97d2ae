//! Phrases looked for in a text: folded words, some of them left open.
//!
//! ```text
//!  "ik heb ~ gevolgd" ── steps ──▶ ik · heb · up to three words · gevolgd ── length ──▶ "Ik heb de wagen gevolgd": 5 words
//! ```

use crate::domain::folding::Word;

/// One step of a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    /// This word, folded.
    Whole(&'static str),
    /// A word that begins so: its other endings.
    Begins(&'static str),
    /// One word, whichever.
    One,
    /// Up to three words, whichever.
    Some,
}

/// Most words a [`Step::Some`] passes over.
const PASSED_OVER: usize = 3;

/// The steps of a phrase as it stands in a table: `word*` for any ending, `_` for one word, `~` for up to three.
pub(super) fn steps(phrase: &'static str) -> Vec<Step> {
    phrase.split_whitespace().map(step).collect()
}

fn step(word: &'static str) -> Step {
    match word {
        "_" => Step::One,
        "~" => Step::Some,
        word => word.strip_suffix('*').map_or(Step::Whole(word), Step::Begins),
    }
}

/// How many words a phrase takes at the head of these, if it stands there; never across a stop.
pub(super) fn length(steps: &[Step], words: &[Word]) -> Option<usize> {
    taken(steps, words, true)
}

fn taken(steps: &[Step], words: &[Word], first: bool) -> Option<usize> {
    let Some((step, further)) = steps.split_first() else { return Some(0) };
    if *step == Step::Some {
        return (0..=PASSED_OVER).find_map(|passed| {
            let over = words.get(..passed)?;
            let whole = over.iter().all(|word| !word.after_a_stop);
            whole.then(|| taken(further, words.get(passed..)?, false)).flatten().map(|length| length + passed)
        });
    }
    let (word, behind) = words.split_first()?;
    let fits = match step {
        Step::Whole(wanted) => word.folded == *wanted,
        Step::Begins(wanted) => word.folded.starts_with(wanted),
        Step::One | Step::Some => true,
    };
    if !fits || (word.after_a_stop && !first) {
        return None;
    }
    taken(further, behind, false).map(|length| length + 1)
}
