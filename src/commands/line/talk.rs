//! One line said, one line heard.

use std::io::{BufRead, ErrorKind};

use crate::commands::output::Output;
use crate::domain::folding;
use crate::domain::text::{InvalidText, Text};
use crate::language::phrase::Phrase;
use crate::language::tongue::Tongue;
use crate::language::word::Word;

/// The longest line that is taken, in bytes: what the longest field holds, each character at its longest.
const LONGEST: usize = 8_000 * 4;

/// A line as it came.
#[derive(Debug, Clone, PartialEq)]
pub enum Line {
    /// Words, without the end of the line.
    Words(String),
    /// It was not taken, and why.
    Refused(Phrase),
    /// There is no more.
    Ended,
}

/// A line as an answer.
#[derive(Debug, Clone, PartialEq)]
pub enum Heard {
    /// An answer.
    Words(String),
    /// Nothing: as it is.
    Nothing,
    /// The question before.
    Back,
    /// What is this about.
    Help,
    /// Takes out what stands there; what was written behind the sign says which.
    Out(String),
    /// It was not taken, and why.
    Refused(Phrase),
    /// Enough for now.
    Stop,
    /// There is no more.
    Ended,
}

/// Where to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// To the next question.
    On,
    /// To the question before.
    Back,
    /// Nowhere: he wants to stop.
    Stop,
    /// Nowhere: the input ended.
    Ended,
}

/// What came of a question.
#[derive(Debug, Clone, PartialEq)]
pub enum Reply<T> {
    /// An answer that was understood.
    Given(T),
    /// Nothing.
    Nothing,
    /// What stands there is to be taken out.
    Out(String),
    /// Somewhere else.
    Turned(Turn),
}

/// A question as it is put.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// The question.
    pub question: Word,
    /// What helps to answer it.
    pub hint: Word,
    /// What stands there now.
    pub present: Option<Phrase>,
    /// What there is to choose from.
    pub choices: Vec<Phrase>,
    /// Said with the list of choices.
    pub how: Option<Word>,
    /// Whether the list is said to those alone who want help.
    pub quiet: bool,
}

impl Asked {
    /// A question that is answered in words.
    pub fn words(question: Word, hint: Word, present: Option<Phrase>) -> Self {
        Self { question, hint, present, choices: Vec::new(), how: None, quiet: false }
    }

    /// A question with a list.
    pub fn choice(question: Word, hint: Word, present: Option<Phrase>, choices: Vec<Phrase>) -> Self {
        Self { question, hint, present, choices, how: None, quiet: false }
    }
}

/// The two ends of a conversation.
pub struct Talk<'a> {
    input: &'a mut dyn BufRead,
    output: Output,
    tongue: Tongue,
    prompts: bool,
}

impl<'a> Talk<'a> {
    /// A conversation; `prompts` where a person sees what he types.
    pub fn new(input: &'a mut dyn BufRead, output: Output, tongue: Tongue, prompts: bool) -> Self {
        Self { input, output, tongue, prompts }
    }

    /// In which language.
    pub fn tongue(&self) -> Tongue {
        self.tongue
    }

    /// Says a line.
    pub fn say(&self, said: impl Into<Phrase>) {
        self.output.note(&self.tongue.speak(&said.into()));
    }

    /// Says several.
    pub fn say_all(&self, said: impl IntoIterator<Item = Phrase>) {
        said.into_iter().for_each(|phrase| self.say(phrase));
    }

    /// Says a list, numbered from 1.
    pub fn list(&self, items: &[Phrase]) {
        for (place, label) in items.iter().enumerate() {
            self.choice(place + 1, label.clone());
        }
    }

    /// Says one line of a list.
    pub fn choice(&self, number: usize, label: Phrase) {
        self.say(Word("line-choice").with("number", number.to_string()).with("label", label));
    }

    /// Hears a line, whatever it is.
    pub fn line(&mut self) -> Line {
        if self.prompts {
            self.output.prompt("> ");
        }
        self.next_line()
    }

    fn next_line(&mut self) -> Line {
        let (mut bytes, mut over, mut any) = (Vec::new(), false, false);
        loop {
            let piece = match self.input.fill_buf() {
                Ok(piece) => piece,
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                // A terminal that went away says so by an error: nobody will say any more.
                Err(_) => return Line::Ended,
            };
            if piece.is_empty() {
                break;
            }
            any = true;
            let end = piece.iter().position(|byte| *byte == b'\n');
            let words = piece.get(..end.unwrap_or(piece.len())).unwrap_or_default();
            // A line without end is heard to its end and kept nowhere.
            over |= bytes.len() + words.len() > LONGEST;
            if over {
                bytes.clear();
            } else {
                bytes.extend_from_slice(words);
            }
            let taken = end.map_or(piece.len(), |end| end + 1);
            self.input.consume(taken);
            if end.is_some() {
                break;
            }
        }
        match (any, over) {
            (false, _) => Line::Ended,
            (true, true) => Line::Refused(Word("text-too-long").with("limit", LONGEST / 4)),
            (true, false) => understood(bytes),
        }
    }

    /// Hears an answer.
    pub fn hear(&mut self) -> Heard {
        match self.line() {
            Line::Ended => Heard::Ended,
            Line::Refused(why) => Heard::Refused(why),
            Line::Words(words) => match words.trim() {
                "" => Heard::Nothing,
                "-" => Heard::Back,
                "?" => Heard::Help,
                "!" => Heard::Stop,
                "--" => Heard::Out(String::new()),
                words => match words.strip_prefix("-- ") {
                    Some(which) => Heard::Out(which.trim().to_owned()),
                    None => Heard::Words(words.to_owned()),
                },
            },
        }
    }

    /// Puts a question until it is answered, left or turned away from.
    pub fn ask<T>(&mut self, asked: &Asked, mut take: impl FnMut(&str) -> Result<T, Phrase>) -> Reply<T> {
        self.say(asked.question);
        if let Some(present) = &asked.present {
            self.say(Word("line-present").with("answer", present.clone()));
        }
        if !asked.quiet {
            self.offer(asked);
        }
        loop {
            match self.hear() {
                Heard::Words(words) => match take(&words) {
                    Ok(given) => return Reply::Given(given),
                    Err(why) => self.say(why),
                },
                Heard::Nothing => return Reply::Nothing,
                Heard::Out(which) => return Reply::Out(which),
                Heard::Back => return Reply::Turned(Turn::Back),
                Heard::Stop => return Reply::Turned(Turn::Stop),
                Heard::Ended => return Reply::Turned(Turn::Ended),
                Heard::Refused(why) => self.say(why),
                Heard::Help => {
                    self.say(asked.hint);
                    self.offer(asked);
                    self.say(Word("line-keys"));
                }
            }
        }
    }

    fn offer(&self, asked: &Asked) {
        self.list(&asked.choices);
        if let Some(how) = asked.how {
            self.say(how);
        }
    }

    /// Puts a question with a list until one of it is chosen, by its number or by the word; gives its place.
    pub fn choose(&mut self, asked: &Asked) -> Reply<usize> {
        let labels: Vec<String> = asked.choices.iter().map(|label| self.tongue.speak(label)).collect();
        self.ask(asked, |words| chosen(words, &labels).ok_or_else(|| Word("line-not-a-choice").into()))
    }

    /// Puts a question that is answered with yes or no.
    pub fn yes(&mut self, asked: &Asked) -> Reply<bool> {
        self.ask(asked, |words| yes_or_no(words).ok_or_else(|| Word("line-yes-or-no").into()))
    }
}

/// Text, if it is some and would not act on a screen; nothing is silently dropped from it.
fn understood(bytes: Vec<u8>) -> Line {
    let Ok(words) = String::from_utf8(bytes) else {
        return Line::Refused(Word("line-not-text").into());
    };
    let words = words.strip_suffix('\r').unwrap_or(&words).replace('\t', " ");
    match Text::<LONGEST>::new(&words) {
        Err(InvalidText::Control) => Line::Refused(Word("text-control").into()),
        _ => Line::Words(words),
    }
}

/// The place of what was chosen: by its number, by the whole word, or by a beginning that only one word has.
pub fn chosen(words: &str, labels: &[String]) -> Option<usize> {
    if let Ok(number) = words.parse::<usize>() {
        return number.checked_sub(1).filter(|place| *place < labels.len());
    }
    let typed = folded(words);
    let labels: Vec<String> = labels.iter().map(|label| folded(label)).collect();
    let whole = labels.iter().position(|label| *label == typed);
    let mut begun = labels.iter().enumerate().filter(|(_, label)| label.starts_with(&typed));
    whole.or_else(|| match (begun.next(), begun.next()) {
        (Some((place, _)), None) if !typed.is_empty() => Some(place),
        _ => None,
    })
}

fn folded(words: &str) -> String {
    folding::words(words).into_iter().map(|word| word.folded).collect::<Vec<_>>().join(" ")
}

/// Yes or no in any of the four languages, by its first letter too.
fn yes_or_no(words: &str) -> Option<bool> {
    match words.to_lowercase().as_str() {
        "y" | "yes" | "j" | "ja" | "o" | "oui" => Some(true),
        "n" | "no" | "nee" | "non" | "nein" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::io::{BufReader, Cursor};

    use super::{Heard, Talk, chosen};
    use crate::commands::output::Output;
    use crate::language::tongue::Tongue;

    fn heard(input: &[u8]) -> Vec<Heard> {
        // A small buffer, so that lines come in pieces.
        let mut input = BufReader::with_capacity(7, Cursor::new(input.to_vec()));
        let mut talk = Talk::new(&mut input, Output::new(false), Tongue::English, false);
        let mut all = Vec::new();
        loop {
            all.push(talk.hear());
            if all.last() == Some(&Heard::Ended) {
                return all;
            }
        }
    }

    #[test]
    fn signs_turn_and_words_answer() {
        let said = heard(b"\n  now \r\n-\n?\n!\n--\n-- e1\n-20m\n.\nlast");
        let words = |words: &str| Heard::Words(words.to_owned());
        let out = |which: &str| Heard::Out(which.to_owned());
        assert_eq!(
            said,
            [
                Heard::Nothing,
                words("now"),
                Heard::Back,
                Heard::Help,
                Heard::Stop,
                out(""),
                out("e1"),
                words("-20m"),
                words("."),
                words("last"),
                Heard::Ended
            ]
        );
    }

    #[test]
    fn what_would_act_is_no_text_or_has_no_end_is_refused_and_the_next_line_is_heard() {
        let mut input = b"\x1b[2Jred\nra\xff\n".to_vec();
        input.extend(vec![b'x'; 1 << 20]);
        input.extend(b"\n\xe2\x80\xaeevil\nplain\n");
        let said = heard(&input);
        assert!(
            matches!(said.as_slice(), [
            Heard::Refused(_),
            Heard::Refused(_),
            Heard::Refused(_),
            Heard::Refused(_),
            Heard::Words(words),
            Heard::Ended
        ] if words == "plain"),
            "{said:?}"
        );
    }

    #[test]
    fn a_choice_is_a_number_a_word_or_the_beginning_of_one() {
        let labels = ["Kontrollpunkt", "Patrouille", "Été", "Patron"].map(ToOwned::to_owned);
        let place = |words| chosen(words, &labels);
        assert_eq!(["1", "4", "0", "5", "-1"].map(place), [Some(0), Some(3), None, None, None]);
        assert_eq!(
            ["kontroll", "ete", "patr", "PATRON", "", "zzz"].map(place),
            [Some(0), Some(2), None, Some(3), None, None]
        );
    }
}
