//! Answers of one line: what stands there, what was understood, and how it is taken out again.

use chrono::FixedOffset;

use crate::commands::line::question::Question;
use crate::commands::line::talk::chosen;
use crate::desks::observer::entry;
use crate::desks::spoken::{codes, shown, terms, typed};
use crate::domain::code::Coded;
use crate::domain::draft::{Draft, DraftField};
use crate::domain::duty::Duty;
use crate::domain::observation::{Counts, Language};
use crate::domain::observation_terms::{PositionMethod, SuspectedKind, TriState};
use crate::domain::phase::Phase;
use crate::domain::place::{InvalidPlace, Position};
use crate::domain::precedence::Precedence;
use crate::domain::protocol_form::ProtocolForm;
use crate::domain::text::Line;
use crate::domain::time::Timestamp;
use crate::language::phrase::Phrase;
use crate::language::tongue::Tongue;
use crate::language::word::Word;

/// What an answer changed, and how it is shown back.
pub type Taken = (DraftField, Vec<Phrase>);

/// Where and when an answer is given.
#[derive(Debug, Clone, Copy)]
pub struct Here {
    /// The language its words are in.
    pub tongue: Tongue,
    /// Now.
    pub now: Timestamp,
    /// How far local time is from UTC.
    pub local: FixedOffset,
}

/// What stands there.
pub fn present(question: Question, draft: &Draft) -> Option<Phrase> {
    let place = draft.place.as_ref();
    let position = place.and_then(|place| place.position());
    let text = |text: &Option<Line>| text.as_ref().map(|text| Phrase::verbatim(text.as_str()));
    let said = |word: Word| Phrase::from(word);
    match question {
        Question::When => draft.observed.as_ref().map(|period| Phrase::verbatim(shown::time_written(period))),
        Question::PlaceWords => {
            place.and_then(|place| place.words()).map(|words| Phrase::verbatim(words.as_str()))
        }
        Question::PositionError => position.map(|position| Phrase::verbatim(position.error_m.to_string())),
        Question::PositionMethod => position.map(|position| terms::method(position.method).into()),
        Question::Duty => draft.duty.map(terms::duty).map(said),
        Question::Phase => draft.phase.map(codes::phase).map(said),
        Question::Suspected => draft.suspected.map(codes::suspected).map(said),
        Question::Forms if draft.forms.is_empty() => None,
        Question::Forms => {
            let forms: Vec<Phrase> = draft.forms.iter().map(|form| codes::form(*form).into()).collect();
            Some(Word("list").with("items", forms))
        }
        Question::LocalWho => text(&draft.local_authority.who),
        Question::Scene => text(&draft.scene_and_objects),
        Question::Precedence => draft.precedence.map(codes::precedence).map(said),
        Question::Language => Some(codes::language(draft.language).into()),
        _ => {
            let mut draft = draft.clone();
            if let Some((count, _)) = count(question, &mut draft.counts) {
                return (*count > 0).then(|| Phrase::verbatim(count.to_string()));
            }
            let answer = tri_state(question, &mut draft).map(|(answer, _)| *answer)?;
            (answer != TriState::Unknown).then(|| codes::tri_state(answer).into())
        }
    }
}

/// What there is to choose from.
pub fn choices(question: Question) -> Vec<Phrase> {
    fn all<C: Coded>(say: impl Fn(C) -> Word) -> Vec<Phrase> {
        C::ALL.iter().map(|code| say(*code).into()).collect()
    }
    match question {
        Question::PositionMethod => all(terms::method),
        Question::Duty => all(terms::duty),
        Question::Phase => all(codes::phase),
        Question::Suspected => all(codes::suspected),
        Question::Forms => all(codes::form),
        Question::Precedence => {
            Precedence::SUGGESTIBLE.iter().map(|code| codes::precedence(*code).into()).collect()
        }
        Question::Language => all(codes::language),
        question if is_tri_state(question) => all(codes::tri_state),
        _ => Vec::new(),
    }
}

/// Writes an answer into the draft.
///
/// # Errors
/// Why it was not understood; the draft is as it was.
pub fn take(question: Question, words: &str, draft: &mut Draft, here: Here) -> Result<Taken, Phrase> {
    let quiet = |field| Ok((field, Vec::new()));
    match question {
        Question::When => {
            let understood = entry::time(words, here.now, here.local).map_err(|wrong| typed::time(&wrong))?;
            let back = shown::time(&understood.period, here.now, here.local);
            draft.observed = Some(understood.period);
            Ok((DraftField::Observed, back))
        }
        Question::PlaceWords => {
            let words = Some(line(words)?);
            let position = draft.place.as_ref().and_then(|place| place.position().cloned());
            draft.place = Some(rebuilt(draft, position, words)?);
            quiet(DraftField::Place)
        }
        Question::PositionError => {
            let error_m = number(words)?;
            moved(draft, |position| position.error_m = error_m)?;
            quiet(DraftField::Place)
        }
        Question::PositionMethod => {
            let method = one::<PositionMethod>(words, question, here)?;
            moved(draft, |position| position.method = method)?;
            quiet(DraftField::Place)
        }
        Question::Duty => {
            draft.duty = Some(one::<Duty>(words, question, here)?);
            quiet(DraftField::Duty)
        }
        Question::Phase => {
            draft.phase = Some(one::<Phase>(words, question, here)?);
            quiet(DraftField::Phase)
        }
        Question::Suspected => {
            draft.suspected = Some(one::<SuspectedKind>(words, question, here)?);
            quiet(DraftField::Suspected)
        }
        Question::Forms => {
            // Names of forms hold blanks: several are told by numbers, one by its name too.
            let several = words.split([' ', ',']).filter(|part| !part.is_empty());
            let numbers: Result<Vec<ProtocolForm>, Phrase> =
                several.map(|part| one(part, question, here)).collect();
            let mut forms = numbers.or_else(|_| one(words, question, here).map(|form| vec![form]))?;
            forms.sort_unstable();
            forms.dedup();
            draft.forms = forms;
            quiet(DraftField::Forms)
        }
        Question::LocalWho => {
            draft.local_authority.who = Some(line(words)?);
            quiet(DraftField::LocalAuthority)
        }
        Question::Scene => {
            draft.scene_and_objects = Some(line(words)?);
            quiet(DraftField::SceneAndObjects)
        }
        Question::Precedence => {
            let place = place_of(words, question, here)?;
            draft.precedence = Precedence::SUGGESTIBLE.get(place).copied();
            quiet(DraftField::Precedence)
        }
        Question::Language => {
            draft.language = one::<Language>(words, question, here)?;
            quiet(DraftField::Language)
        }
        _ => {
            if let Some((count, field)) = count(question, &mut draft.counts) {
                *count = number(words)?;
                return quiet(field);
            }
            let answer = one::<TriState>(words, question, here)?;
            match tri_state(question, draft) {
                Some((held, field)) => {
                    *held = answer;
                    quiet(field)
                }
                None => Err(Word("line-not-a-choice").into()),
            }
        }
    }
}

/// Takes an answer out; nothing where none can be taken out.
pub fn out(question: Question, draft: &mut Draft) -> Option<DraftField> {
    match question {
        Question::When => draft.observed.take().map(|_| DraftField::Observed),
        Question::PlaceWords => {
            let position = draft.place.as_ref()?.position().cloned();
            draft.place = Some(rebuilt(draft, position, None).ok()?);
            Some(DraftField::Place)
        }
        Question::Duty => draft.duty.take().map(|_| DraftField::Duty),
        Question::Phase => draft.phase.take().map(|_| DraftField::Phase),
        Question::Suspected => draft.suspected.take().map(|_| DraftField::Suspected),
        Question::Forms => {
            draft.forms.clear();
            Some(DraftField::Forms)
        }
        Question::LocalWho => draft.local_authority.who.take().map(|_| DraftField::LocalAuthority),
        Question::Scene => draft.scene_and_objects.take().map(|_| DraftField::SceneAndObjects),
        Question::Precedence => draft.precedence.take().map(|_| DraftField::Precedence),
        Question::PositionError | Question::PositionMethod | Question::Language => None,
        _ => {
            if let Some((count, field)) = count(question, &mut draft.counts) {
                *count = 0;
                return Some(field);
            }
            let (answer, field) = tri_state(question, draft)?;
            *answer = TriState::Unknown;
            Some(field)
        }
    }
}

fn count(question: Question, counts: &mut Counts) -> Option<(&mut u16, DraftField)> {
    let count = match question {
        Question::Men => &mut counts.men,
        Question::Women => &mut counts.women,
        Question::Boys => &mut counts.boys,
        Question::Girls => &mut counts.girls,
        Question::Unknown => &mut counts.unknown,
        _ => return None,
    };
    Some((count, DraftField::Counts))
}

fn is_tri_state(question: Question) -> bool {
    matches!(
        question,
        Question::NearSchool
            | Question::ApparentMinor
            | Question::OrganisedGroup
            | Question::OfficialInvolved
            | Question::LifeDanger
            | Question::LocalTold
            | Question::LocalActed
    )
}

fn tri_state(question: Question, draft: &mut Draft) -> Option<(&mut TriState, DraftField)> {
    Some(match question {
        Question::NearSchool => (&mut draft.place.as_mut()?.near_school.within_350_m, DraftField::Place),
        Question::ApparentMinor => (&mut draft.aggravators.apparent_minor, DraftField::Aggravators),
        Question::OrganisedGroup => (&mut draft.aggravators.organised_group, DraftField::Aggravators),
        Question::OfficialInvolved => (&mut draft.aggravators.official_involved, DraftField::Aggravators),
        Question::LifeDanger => (&mut draft.aggravators.life_danger, DraftField::Aggravators),
        Question::LocalTold => (&mut draft.local_authority.told, DraftField::LocalAuthority),
        Question::LocalActed => (&mut draft.local_authority.acted, DraftField::LocalAuthority),
        _ => return None,
    })
}

fn one<C: Coded>(words: &str, question: Question, here: Here) -> Result<C, Phrase> {
    let place = place_of(words, question, here)?;
    C::ALL.get(place).copied().ok_or_else(|| Word("line-not-a-choice").into())
}

fn place_of(words: &str, question: Question, here: Here) -> Result<usize, Phrase> {
    let labels: Vec<String> = choices(question).iter().map(|label| here.tongue.speak(label)).collect();
    chosen(words, &labels).ok_or_else(|| Word("line-not-a-choice").into())
}

fn number<N: std::str::FromStr>(words: &str) -> Result<N, Phrase> {
    words.parse().map_err(|_| Word("line-not-a-number").into())
}

/// Words for a field of one line.
///
/// # Errors
/// Why they cannot be kept.
pub fn line(words: &str) -> Result<Line, Phrase> {
    Line::cleaned(words).map_err(typed::text)
}

fn rebuilt(
    draft: &Draft,
    position: Option<Position>,
    words: Option<Line>,
) -> Result<crate::domain::place::Place, Phrase> {
    entry::place_of(draft.place.as_ref(), position, words).map_err(|wrong| typed::invalid_place(&wrong))
}

fn moved(draft: &mut Draft, change: impl FnOnce(&mut Position)) -> Result<(), Phrase> {
    let nothing = || typed::invalid_place(&InvalidPlace::Nothing);
    let place = draft.place.as_ref().ok_or_else(nothing)?;
    let mut position = place.position().cloned().ok_or_else(nothing)?;
    change(&mut position);
    let words = place.words().cloned();
    draft.place = Some(rebuilt(draft, Some(position), words)?);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Here, choices, out, present, take};
    use crate::commands::line::question::Question;
    use crate::desks::observer::entry;
    use crate::domain::draft::Draft;
    use crate::domain::ids::{Dice, ReportId};
    use crate::domain::observation::Language;
    use crate::domain::time::Timestamp;
    use crate::language::tongue::Tongue;

    struct Zeros;
    impl Dice for Zeros {
        fn roll(&mut self, out: &mut [u8]) {
            out.fill(0);
        }
    }

    fn here(tongue: Tongue) -> Here {
        let local = chrono::FixedOffset::east_opt(3600).unwrap();
        Here { tongue, now: Timestamp::parse("2026-11-21T14:30:00Z").unwrap(), local }
    }

    fn draft() -> Draft {
        let now = here(Tongue::English).now;
        let mut draft = Draft::begin(ReportId::fresh(now, &mut Zeros), now, Language::Dutch);
        draft.place = Some(entry::place("34T DN 89058 48763").unwrap().place);
        draft
    }

    #[test]
    fn every_answer_of_one_line_is_taken_shown_and_taken_out_in_every_language() {
        for tongue in Tongue::ALL {
            for question in Question::ALL {
                let mut held = draft();
                let options = choices(question);
                let answers: Vec<String> = match question {
                    Question::When => vec!["-20m".into()],
                    Question::PlaceWords | Question::LocalWho | Question::Scene => vec!["aan de brug".into()],
                    Question::PositionError | Question::Men | Question::Girls => vec!["7".into()],
                    Question::Women | Question::Boys | Question::Unknown => vec!["65535".into()],
                    _ => options.iter().map(|label| tongue.speak(label)).collect(),
                };
                for (place, answer) in answers.iter().enumerate() {
                    take(question, answer, &mut held, here(tongue)).unwrap_or_else(|why| {
                        panic!("{question:?} {answer}: {}", tongue.speak(&why));
                    });
                    let first = held.clone();
                    if !options.is_empty() {
                        take(question, &(place + 1).to_string(), &mut held, here(tongue)).unwrap();
                    }
                    assert_eq!(held, first, "{question:?}: the number says what the word says");
                    let stands = present(question, &held).map(|phrase| tongue.speak(&phrase));
                    assert!(
                        stands.is_some()
                            || answer == &options.last().map_or(String::new(), |last| tongue.speak(last))
                    );
                    if out(question, &mut held).is_some() {
                        assert_eq!(present(question, &held), None, "{question:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn what_is_not_understood_changes_nothing() {
        let before = draft();
        for (question, answer) in [
            (Question::When, "2561"),
            (Question::Duty, "9"),
            (Question::Duty, "sauna"),
            (Question::Men, "-3"),
            (Question::Men, "70000"),
            (Question::PositionError, "many"),
            (Question::Forms, "1 9"),
        ] {
            let mut held = before.clone();
            assert!(
                take(question, answer, &mut held, here(Tongue::German)).is_err(),
                "{question:?} {answer}"
            );
            assert_eq!(held, before);
        }
    }
}
