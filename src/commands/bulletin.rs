//! Bulletins: the cell publishes, everybody concerned reads.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use crate::commands::edge::now;
use crate::commands::failure::Failure;
use crate::commands::marked::Edges;
use crate::commands::session::Session;
use crate::commands::show::{self, dtg};
use crate::commands::sync::at_its_desk;
use crate::desks::bulletins::{Announcement, BulletinLine, OpenedBulletin, listed, opened};
use crate::desks::carrying::exchange::Correspondent;
use crate::desks::cell::CellDesk;
use crate::desks::error::DeskError;
use crate::desks::observer::answers::Heading;
use crate::desks::spoken::{answers, bulletins};
use crate::domain::bulletin::{Bulletin, BulletinKind, Edition, Title, in_language};
use crate::domain::code::Coded;
use crate::domain::ids::Digest;
use crate::domain::observation::Language;
use crate::domain::people::Contingent;
use crate::domain::text::{InvalidText, Narrative};
use crate::domain::time::Timestamp;
use crate::language::phrase::Phrase;
use crate::language::tongue::Tongue;
use crate::language::word::Word;

/// The most bytes of a text file: the longest text and title, four bytes a character, and some for line ends.
const MOST: u64 = 40 << 10;
/// Characters of an id that a list shows and that are enough to name a bulletin.
const SHORT: usize = 8;

/// Publish, list and read newsletters, briefings and the syllabus of the police.
#[derive(Debug, Subcommand)]
pub enum BulletinCommand {
    /// Sign a bulletin for every contingent, or for some. It goes down with the next sync.
    Publish(Publish),
    /// Every bulletin, the newest first, and numbers that should be here and are not.
    List,
    /// One bulletin with its words, its signature checked anew.
    Read {
        /// Its id as the list shows it, or more of it.
        id: String,
    },
}

/// What is to be told.
#[derive(Debug, Args)]
pub struct Publish {
    /// A text file (UTF-8), an empty line between paragraphs. Without --title its first line is the title.
    file: PathBuf,
    /// newsletter, briefing or syllabus.
    #[arg(long)]
    kind: String,
    /// The language the file is written in: nl, fr, de or en.
    #[arg(long)]
    language: String,
    /// What it is called: one line of at most 80 characters.
    #[arg(long)]
    title: Option<String>,
    /// The same in another language: nl=FILE, fr=FILE, de=FILE or en=FILE. The first line is the title. Each soldier is
    /// shown his own language.
    #[arg(long, value_name = "CODE=FILE")]
    also: Vec<String>,
    /// Only for this contingent; may be given more than once.
    #[arg(long)]
    contingent: Vec<Contingent>,
    /// Until when it is in force: 2026-12-31, or a number of days such as 30d; otherwise ninety days.
    #[arg(long)]
    until: Option<String>,
    /// The bulletin it replaces, by its id.
    #[arg(long, value_name = "ID")]
    supersedes: Option<String>,
}

impl BulletinCommand {
    /// Runs the command.
    pub fn run(self, session: &Session) -> Result<(), Failure> {
        match self {
            Self::Publish(publish) => publish.run(session),
            Self::List => {
                let mut desk = at_its_desk(session.unlock()?)?;
                list(desk.as_mut(), session)
            }
            Self::Read { id } => {
                let mut desk = at_its_desk(session.unlock()?)?;
                read(desk.as_mut(), &id, session)
            }
        }
    }
}

impl Publish {
    fn run(self, session: &Session) -> Result<(), Failure> {
        // Understood first, so that nobody types a passphrase for nothing.
        let kind = code::<BulletinKind>("--kind", &self.kind)?;
        let mut editions = vec![edition(&self.language, &self.file, self.title.as_deref())?];
        for also in &self.also {
            let (language, file) = also.split_once('=').ok_or_else(|| {
                Failure::usage("--also: a language and a file, such as fr=news.txt; nothing was published")
            })?;
            editions.push(edition(language, Path::new(file), None)?);
        }
        let until = self.until.as_deref().map(|until| end(until, now())).transpose()?;
        let mut desk = CellDesk::open(session.unlock()?)?;
        let supersedes = self.supersedes.map(|id| named(&desk.bulletins()?, &id)).transpose()?;
        let told = Announcement { kind, editions, contingents: self.contingent, until, supersedes };
        let said: Vec<_> = told.editions.iter().map(|one| (one.language, one.whole())).collect();
        let line = desk.publish(told, now()).inspect_err(|refused| {
            if let DeskError::BulletinAsks { language, at } = refused {
                let whole = said.iter().find(|(of, _)| of == language).map(|(_, whole)| whole.as_str());
                // His own words, on his own terminal, and meant for everybody: he sees at once which they are.
                let asks = whole.and_then(|whole| whole.get(at.clone())).unwrap_or_default();
                session.output().note(&format!("In {language} it says: {asks}"));
            }
        })?;
        let words = format!(
            "Published and signed as {} number {}, in force until {}. It goes down with the next sync.\n  {}",
            line.heading.kind,
            line.heading.number,
            dtg(line.heading.until),
            line.statement
        );
        Edges::of(desk.vault()).result(session.output(), &words, as_json(&line));
        Ok(())
    }
}

/// A member of a closed list, by its code.
fn code<C: Coded>(option: &str, text: &str) -> Result<C, Failure> {
    let all: Vec<&str> = C::ALL.iter().map(|one| one.code()).collect();
    C::from_code(text).ok_or_else(|| Failure::usage(format!("{option}: one of {}", all.join(", "))))
}

/// A text file in a language; its first line is the title unless one was given.
fn edition(language: &str, file: &Path, title: Option<&str>) -> Result<Edition, Failure> {
    let language = code::<Language>("--language", language)?;
    let refused = |what: &str, wrong: InvalidText| {
        Failure::usage(format!("the {what} in {} is {wrong}; nothing was published", file.display()))
    };
    let whole = text_of(file)?;
    let (first, rest) = whole.split_once('\n').unwrap_or((&whole, ""));
    let (title, text) = title.map_or((first, rest), |title| (title, whole.as_str()));
    Ok(Edition {
        language,
        title: Title::new(title.trim()).map_err(|wrong| refused("title", wrong))?,
        text: Narrative::new(text.trim_matches('\n').trim_end()).map_err(|wrong| refused("text", wrong))?,
    })
}

/// The text of a file, its lines ending in one way. Characters that act on a screen are not taken out: they are refused.
fn text_of(file: &Path) -> Result<String, Failure> {
    let cannot = |why: &str| {
        Failure::failed(format!("{} cannot be read ({why}); nothing was published", file.display()))
    };
    let mut bytes = Vec::new();
    let open = fs::File::open(file).map_err(|error| cannot(&error.kind().to_string()))?;
    open.take(MOST + 1).read_to_end(&mut bytes).map_err(|error| cannot(&error.kind().to_string()))?;
    if bytes.len() as u64 > MOST {
        return Err(cannot("longer than any bulletin may be"));
    }
    let text = String::from_utf8(bytes).map_err(|_| cannot("not UTF-8"))?;
    Ok(text.trim_start_matches('\u{feff}').replace("\r\n", "\n"))
}

/// The end of a day, or of so many days.
fn end(text: &str, now: Timestamp) -> Result<Timestamp, Failure> {
    let days = text.strip_suffix('d').and_then(|days| days.parse::<u16>().ok());
    let day = || Timestamp::parse(&format!("{text}T23:59:59Z")).ok();
    days.map(|days| now.plus_hours(u32::from(days) * 24))
        .or_else(day)
        .ok_or_else(|| Failure::usage("--until: a day such as 2026-12-31, or a number of days such as 30d"))
}

/// The one bulletin whose id begins so.
fn named(all: &[BulletinLine], id: &str) -> Result<Digest, Failure> {
    let id = id.to_lowercase();
    let begins = |digest: &Digest| id.len() >= SHORT && digest.to_string().starts_with(&id);
    let found: Vec<Digest> = all.iter().map(|line| line.statement).filter(begins).collect();
    match found.as_slice() {
        [one] => Ok(*one),
        [] => Err(Failure::failed("there is no bulletin of that id; \"vigilia bulletin list\" shows them")),
        _ => Err(Failure::usage("several bulletins begin so; give more of the id")),
    }
}

fn list(desk: &mut dyn Correspondent, session: &Session) -> Result<(), Failure> {
    let vault = desk.vault();
    let (all, tongue) = (listed(vault)?, session.tongue_of(vault.settings()?.language));
    let mut words: Vec<String> = all.iter().map(|line| in_one_line(line, tongue)).collect();
    if words.is_empty() {
        words.push(tongue.say(Word("no-bulletins")).into_owned());
    }
    let missing = all.iter().filter_map(|line| bulletins::missing(&line.heading, now()));
    words.extend(missing.map(|phrase| format!("! {}", tongue.speak(&phrase))));
    let told = all.iter().map(as_json).collect();
    Edges::of(vault).result(session.output(), &words.join("\n"), told);
    Ok(())
}

fn in_one_line(line: &BulletinLine, tongue: Tongue) -> String {
    let new = if line.seen.is_none() { tongue.say(Word("answer-new")) } else { "".into() };
    format!(
        "{}  {}  {}  {}  {new}",
        line.statement.short(),
        dtg(line.issued),
        tongue.speak(&bulletins::standing(&line.heading, now())),
        tongue.speak(&bulletins::headline(&line.heading, tongue)),
    )
    .trim_end()
    .to_owned()
}

fn read(desk: &mut dyn Correspondent, id: &str, session: &Session) -> Result<(), Failure> {
    let vault = desk.vault();
    let digest = named(&listed(vault)?, id)?;
    let (opened, tongue) = (opened(vault, digest)?, session.tongue_of(vault.settings()?.language));
    let words: Vec<String> = said(&opened, tongue).iter().map(|phrase| tongue.speak(phrase)).collect();
    let mut told = as_json(&opened.line);
    if let Value::Object(fields) = &mut told {
        fields.insert("signature".to_owned(), json!(show::signature(opened.signature)));
        fields.insert("said".to_owned(), opened.bulletin.as_ref().map_or(Value::Null, self::words));
    }
    Edges::of(vault).result(session.output(), &words.join("\n"), told);
    vault.mark_seen(&[digest], now())?;
    Ok(())
}

fn said(opened: &OpenedBulletin, tongue: Tongue) -> Vec<Phrase> {
    let (line, heading) = (&opened.line, &opened.line.heading);
    let mut lines = vec![
        Word("answer-signed")
            .with("who", answers::signer(line.signed_by.as_ref()))
            .with("when", dtg(line.issued)),
        Word("answer-arrived").with("when", dtg(line.arrived)),
        answers::signature(opened.signature).into(),
    ];
    // Of words whose signature does not hold, nothing is shown.
    let Some(told) = &opened.bulletin else { return lines };
    lines.insert(0, bulletins::headline(heading, tongue));
    lines.push(Word("bulletin-in-force").with("from", dtg(told.issued)).with("until", dtg(told.until)));
    lines.extend(bulletins::outdated(heading, now()).map(Phrase::from));
    lines.extend(bulletins::missing(heading, now()));
    let edition = in_language(&told.editions, bulletins::language(tongue), |edition| edition.language);
    lines.extend(edition.map(|edition| Phrase::verbatim(format!("\n{}", edition.text.as_str()))));
    lines
}

fn as_json(line: &BulletinLine) -> Value {
    json!({
        "id": line.statement.to_string(),
        "bulletin": heading(&line.heading),
        "contingents": line.contingents.iter().map(Contingent::as_str).collect::<Vec<_>>(),
        "signer": line.signer.to_string(),
        "issued": line.issued.to_string(),
        "arrived": line.arrived.to_string(),
        "seen": line.seen.map(|at| at.to_string()),
        "handed_on": line.handed_on,
    })
}

/// What a list shows of a bulletin.
pub fn heading(heading: &Heading) -> Value {
    let title = |(language, title): &(Language, Title)| (language.code().to_owned(), json!(title.as_str()));
    json!({
        "number": heading.number,
        "kind": heading.kind.code(),
        "titles": heading.titles.iter().map(title).collect::<serde_json::Map<_, _>>(),
        "until": heading.until.to_string(),
        "validity": heading.validity(now()).code(),
        "missing": heading.missing(now()),
    })
}

/// The words of a bulletin, in every language it has.
pub fn words(told: &Bulletin) -> Value {
    let words = |edition: &Edition| {
        let (title, text) = (edition.title.as_str(), edition.text.as_str());
        (edition.language.code().to_owned(), json!({ "title": title, "text": text }))
    };
    told.editions.iter().map(words).collect::<serde_json::Map<_, _>>().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads a file of these bytes.
    fn read_as(bytes: &[u8], title: Option<&str>) -> Result<Edition, Failure> {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("news.txt");
        fs::write(&file, bytes).unwrap();
        edition("nl", &file, title)
    }

    #[test]
    fn the_first_line_is_the_title_unless_one_is_given() {
        let file = "\u{feff}Nieuws\r\n\r\nEerste.\r\n\r\nTweede.\r\n".as_bytes();
        let read = read_as(file, None).unwrap();
        assert_eq!((read.title.as_str(), read.text.as_str()), ("Nieuws", "Eerste.\n\nTweede."));
        let read = read_as(file, Some("November")).unwrap();
        assert_eq!((read.title.as_str(), read.text.as_str()), ("November", "Nieuws\n\nEerste.\n\nTweede."));
    }

    #[test]
    fn what_acts_on_a_screen_is_refused_and_nothing_of_it_is_repeated() {
        let longest = [b"t\n".as_slice(), &vec![b'a'; 40 << 10]].concat();
        let bad: [(&[u8], &str); 6] = [
            (b"t\nthe \x1b[31m informer", "control characters"),
            (b"t\nthe informer\tcame", "control characters"),
            ("t\nthe \u{202e} informer".as_bytes(), "control characters"),
            (b"t\ninformer \xff", "not UTF-8"),
            (b"only a title", "empty"),
            (&longest, "longer than any bulletin"),
        ];
        for (bytes, why) in bad {
            let refused = read_as(bytes, None).unwrap_err();
            assert!(refused.sentence().contains(why), "{}", refused.sentence());
            assert!(refused.sentence().contains("nothing was published"), "{}", refused.sentence());
            assert!(!refused.sentence().contains("informer"));
        }
    }

    #[test]
    fn an_end_is_a_day_or_a_number_of_days() {
        let now = Timestamp::parse("2026-11-21T12:00:00Z").unwrap();
        let end = |text| end(text, now).map(|at| at.to_string()).ok();
        assert_eq!(end("2026-12-31").as_deref(), Some("2026-12-31T23:59:59Z"));
        assert_eq!(end("10d").as_deref(), Some("2026-12-01T12:00:00Z"));
        assert_eq!((end("soon"), end("-1d"), end("2026-02-30")), (None, None, None));
    }
}
