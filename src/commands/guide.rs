//! The guide, without any line: what to notice, what to do, what never to do.

use clap::Args;
use serde_json::{Value, json};

use crate::commands::failure::Failure;
use crate::commands::indicator;
use crate::commands::marked::Edges;
use crate::commands::session::Session;
use crate::desks::spoken::guide::{CHAPTERS, Chapter};
use crate::domain::catalogue::Catalogue;
use crate::domain::catalogue::indicator::Indicator;
use crate::domain::folding;
use crate::language::tongue::Tongue;
use crate::language::word::Word;

/// The guide: the names of its chapters, or one of them in full.
#[derive(Debug, Args)]
pub struct Guide {
    /// The name of a chapter, such as never or recognise-child.
    chapter: Option<String>,
    /// The chapters that hold these words instead.
    #[arg(long, value_name = "WORDS", conflicts_with = "chapter")]
    find: Option<String>,
}

impl Guide {
    /// Runs the command.
    pub fn run(self, session: &Session) -> Result<(), Failure> {
        let tongue = session.tongue();
        let catalogue = Catalogue::embedded().map_err(|wrong| Failure::failed(wrong.to_string()))?;
        let edges = Edges::of_the_program();
        if let Some(name) = self.chapter {
            let chapter = Chapter::named(&name).ok_or_else(|| {
                let names: Vec<&str> = CHAPTERS.iter().map(|chapter| chapter.id).collect();
                Failure::usage(format!("the guide has no such chapter; choose one of {}", names.join(", ")))
            })?;
            let words = in_full(chapter, &catalogue, tongue).join("\n\n");
            edges.result(session.output(), &words, as_json(chapter, &catalogue, tongue));
            return Ok(());
        }
        let holding = |chapter: &&Chapter| {
            self.find.as_ref().is_none_or(|wanted| holds(chapter, &catalogue, tongue, wanted))
        };
        let found: Vec<&Chapter> = CHAPTERS.iter().filter(holding).collect();
        let mut words: Vec<String> =
            found.iter().map(|chapter| format!("{}  {}", chapter.id, tongue.say(chapter.title))).collect();
        if words.is_empty() {
            words.push(tongue.say(Word("guide-nothing")).into_owned());
        }
        let told = found.iter().map(|chapter| as_json(chapter, &catalogue, tongue)).collect();
        edges.result(session.output(), &words.join("\n"), Value::Array(told));
        Ok(())
    }
}

/// The indicators a chapter is about.
fn signs<'c>(chapter: &Chapter, catalogue: &'c Catalogue) -> Vec<&'c Indicator> {
    catalogue.iter().filter(|row| Some(row.dimension) == chapter.dimension).collect()
}

/// A chapter paragraph by paragraph.
fn in_full(chapter: &Chapter, catalogue: &Catalogue, tongue: Tongue) -> Vec<String> {
    let mut text = vec![tongue.say(chapter.title).into_owned()];
    text.extend(chapter.paragraphs.iter().map(|word| tongue.say(*word).into_owned()));
    let signs = signs(chapter, catalogue);
    if !signs.is_empty() {
        let lines: Vec<String> = signs.iter().map(|row| indicator::line(row, tongue)).collect();
        text.push(format!("{}\n{}", tongue.say(Word("guide-signs")), lines.join("\n")));
    }
    text
}

/// Whether a chapter holds every word, begun at least.
fn holds(chapter: &Chapter, catalogue: &Catalogue, tongue: Tongue, wanted: &str) -> bool {
    let text = folding::words(&in_full(chapter, catalogue, tongue).join(" "));
    let wanted = folding::words(wanted);
    wanted.iter().all(|word| text.iter().any(|held| held.folded.starts_with(&word.folded)))
}

fn as_json(chapter: &Chapter, catalogue: &Catalogue, tongue: Tongue) -> Value {
    json!({
        "chapter": chapter.id,
        "title": tongue.say(chapter.title),
        "text": chapter.paragraphs.iter().map(|word| tongue.say(*word)).collect::<Vec<_>>(),
        "indicators": signs(chapter, catalogue).iter().map(|row| row.id.to_string()).collect::<Vec<_>>(),
    })
}
