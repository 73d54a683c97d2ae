//! The commander's own statement while it is being made. What he leaves alone follows from the report.
//!
//! ```text
//!  report, ceiling ──▶ Leeway ──▶ fields: F6, H2, the author's caveats and marking ── keys ──▶ read ──▶ Judgement
//!                                                                                              │
//!                                          an H3 without its words: told at its field ◀────────┘
//! ```

use crate::desks::commander::Judgement;
use crate::domain::begun_review::BegunReview;
use crate::domain::code::Coded;
use crate::domain::grading::{Handling, HandlingCode, HandlingError, NatoGrade};
use crate::domain::ids::Digest;
use crate::domain::marking::{Caveat, Marking};
use crate::domain::observation::LocalAuthority;
use crate::domain::observation_terms::TriState;
use crate::domain::precedence::Precedence;
use crate::domain::report::Review;
use crate::domain::text::{InvalidText, Narrative, Text};
use crate::language::phrase::Phrase;
use crate::language::tongue::Tongue;
use crate::language::word::Word;
use crate::screens::commander::review::entries::{self, Entry, nth};
use crate::screens::kit::edit::Edit;
use crate::screens::kit::widgets::form::{Field, Form, Reaction};

/// What a report and the realm leave a commander to decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leeway {
    /// The author's caveats: he adds to them and takes none away.
    pub caveats: Vec<Caveat>,
    /// The markings he may give: from the author's up to the realm's ceiling.
    pub markings: Vec<Marking>,
    /// What the author suggests.
    pub suggested: Precedence,
    /// Whether it touches officials: then nothing freer than H2.
    pub officials: bool,
}

impl Leeway {
    /// The markings from the author's up to the ceiling; the author's own in any case.
    #[must_use]
    pub fn markings(author: Marking, ceiling: Marking) -> Vec<Marking> {
        let above = Marking::ALL.iter().copied().filter(|marking| *marking > author && *marking <= ceiling);
        [author].into_iter().chain(above).collect()
    }
}

/// What he says of a report, as far as it is filled in.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// The fields that matter now.
    pub form: Form<Entry>,
    /// What he may decide.
    pub leeway: Leeway,
    /// The report it repeats, and what that is called.
    pub repeats: Option<(Digest, Phrase)>,
    /// Fields that matter only where another is answered so; what was written there is kept.
    parked: Vec<Field<Entry>>,
    /// As it was laid before him: nothing judged, or what he signed before.
    laid: Option<BegunReview>,
    /// What the vault holds of what he began.
    kept: Kept,
}

/// What the vault holds of what he began.
#[derive(Debug, Clone, PartialEq)]
enum Kept {
    Nothing,
    This(Box<BegunReview>),
    /// It could not be told to hold something else.
    Unknown,
}

impl Statement {
    /// Nothing judged yet: F6, and everything else as the report leaves it. Long fields have so many columns.
    #[must_use]
    pub fn new(leeway: Leeway, columns: usize) -> Self {
        let fields = entries::all(columns, &leeway.markings);
        let form = Form::new(fields.into_iter().map(|field| vec![field]).collect());
        let (laid, kept) = (None, Kept::Nothing);
        let mut statement = Self { form, leeway, repeats: None, parked: Vec::new(), laid, kept };
        let suggested = statement.leeway.suggested.before_release();
        statement.choose(Entry::Precedence, Precedence::SUGGESTIBLE.iter().position(|one| *one == suggested));
        statement.keep_the_authors_caveats();
        statement.arrange();
        statement.laid = Some(statement.so_far());
        statement
    }

    /// As it was signed before.
    #[must_use]
    pub fn signed_before(mut self, review: &Review, repeats: Option<(Digest, Phrase)>) -> Self {
        self.fill_in(&BegunReview::of(review), repeats);
        self.laid = Some(self.so_far());
        self
    }

    /// As he left it, begun and not signed.
    #[must_use]
    pub fn begun_before(mut self, begun: &BegunReview, repeats: Option<(Digest, Phrase)>) -> Self {
        self.fill_in(begun, repeats);
        self.kept = Kept::This(Box::new(begun.clone()));
        self
    }

    fn fill_in(&mut self, said: &BegunReview, repeats: Option<(Digest, Phrase)>) {
        self.repeats = repeats;
        self.choose(Entry::Source, nth(said.grade.source));
        self.choose(Entry::Information, nth(said.grade.information));
        self.choose(Entry::Handling, nth(said.handling));
        let marking = self.leeway.markings.iter().position(|one| *one == said.marking);
        self.choose(Entry::Marking, marking.or(Some(0)));
        let precedence = Precedence::SUGGESTIBLE.iter().position(|one| *one == said.precedence);
        self.choose(Entry::Precedence, precedence.or(Some(0)));
        self.choose(Entry::Told, nth(said.told));
        self.choose(Entry::Acted, nth(said.acted));
        let caveats: Vec<usize> = said.caveats.iter().filter_map(|caveat| nth(*caveat)).collect();
        self.with(Entry::Caveats, |field| field.choose_several(&caveats));
        for (entry, words) in [
            (Entry::Restriction, &said.restriction),
            (Entry::Comment, &said.comment),
            (Entry::ToldWho, &said.told_who),
        ] {
            self.with(entry, |field| field.set_text(words));
        }
        self.keep_the_authors_caveats();
        self.arrange();
    }

    /// Everything as it stands now, what matters and what is parked.
    fn so_far(&self) -> BegunReview {
        let all = |entry| self.form.fields().chain(&self.parked).find(|field| field.key == entry);
        let words = |entry| all(entry).map(Field::text).unwrap_or_default().to_owned();
        let chosen = |entry| all(entry).and_then(Field::chosen);
        let answer =
            |entry| chosen(entry).and_then(|place| TriState::ALL.get(place)).copied().unwrap_or_default();
        let caveats = all(Entry::Caveats).map(Field::chosen_several).unwrap_or_default();
        let marking = chosen(Entry::Marking).and_then(|place| self.leeway.markings.get(place));
        BegunReview {
            grade: self.grade(),
            handling: self.handling_code(),
            restriction: words(Entry::Restriction),
            caveats: caveats.iter().filter_map(|place| Caveat::ALL.get(*place).copied()).collect(),
            precedence: self.precedence(),
            marking: marking.copied().unwrap_or_default(),
            comment: words(Entry::Comment),
            told: answer(Entry::Told),
            told_who: words(Entry::ToldWho),
            acted: answer(Entry::Acted),
            repeats: self.repeats.as_ref().map(|(digest, _)| *digest),
        }
    }

    /// What he began to say and did not sign, if anything is another than it was laid before him.
    #[must_use]
    pub fn begun(&self) -> Option<BegunReview> {
        let so_far = Some(self.so_far());
        if so_far == self.laid { None } else { so_far }
    }

    /// What is to be kept from now on, where the vault holds something else. It counts as kept at once.
    pub fn to_keep<T>(&mut self, keep: impl FnOnce(Option<Box<BegunReview>>) -> T) -> Option<T> {
        let begun = self.begun().map(Box::new);
        let kept = begun.clone().map_or(Kept::Nothing, Kept::This);
        (std::mem::replace(&mut self.kept, kept.clone()) != kept).then(|| keep(begun))
    }

    /// It could not be kept: it is tried again.
    pub fn not_kept(&mut self) {
        self.kept = Kept::Unknown;
    }

    /// He signed it as it stands: nothing is begun any more, and nothing is kept.
    pub fn is_signed(&mut self) {
        (self.laid, self.kept) = (Some(self.so_far()), Kept::Nothing);
    }

    /// Changes one field, whether it matters now or not.
    pub(super) fn with(&mut self, entry: Entry, change: impl FnOnce(&mut Field<Entry>)) {
        let parked = self.parked.iter_mut().find(|field| field.key == entry);
        if let Some(field) = parked.or(self.form.field_mut(entry)) {
            change(field);
        }
    }

    fn choose(&mut self, entry: Entry, place: Option<usize>) {
        self.with(entry, |field| field.choose(place));
    }

    /// The field that has the keys.
    #[must_use]
    pub fn focused(&self) -> Entry {
        self.form.focused().map_or(Entry::Source, |field| field.key)
    }

    /// Whether letters typed now are part of a text.
    #[must_use]
    pub fn takes_letters(&self) -> bool {
        self.form.focused().is_some_and(Field::takes_letters)
    }

    /// Writes or chooses in the focused field.
    pub fn edit(&mut self, edit: &Edit, tongue: Tongue) -> Reaction {
        let reaction = self.form.edit(edit, tongue);
        if reaction == Reaction::Changed {
            self.keep_the_authors_caveats();
            self.arrange();
        }
        reaction
    }

    /// Marks it as a repeat of another report, or as none.
    pub fn repeat(&mut self, of: Option<(Digest, Phrase)>) {
        self.repeats = of;
    }

    fn keep_the_authors_caveats(&mut self) {
        let mut chosen = self.form.field(Entry::Caveats).map(Field::chosen_several).unwrap_or_default();
        chosen.extend(self.leeway.caveats.iter().filter_map(|caveat| nth(*caveat)));
        self.with(Entry::Caveats, |field| field.choose_several(&chosen));
    }

    fn matters(&self, entry: Entry) -> bool {
        match entry {
            Entry::Restriction => self.code::<HandlingCode>(Entry::Handling) == Some(HandlingCode::H3),
            Entry::ToldWho | Entry::Acted => self.code::<TriState>(Entry::Told) == Some(TriState::Yes),
            _ => true,
        }
    }

    /// Shows the fields that matter, in their order, and parks the others.
    fn arrange(&mut self) {
        let focused = self.focused();
        let all = self.form.fields().cloned().chain(std::mem::take(&mut self.parked));
        let (mut shown, parked): (Vec<_>, Vec<_>) = all.partition(|field| self.matters(field.key));
        shown.sort_by_key(|field| field.key);
        self.parked = parked;
        self.form = Form::new(shown.into_iter().map(|field| vec![field]).collect());
        self.form.focus_on(focused);
    }

    fn code<C: Coded>(&self, entry: Entry) -> Option<C> {
        let place = self.form.field(entry)?.chosen()?;
        C::ALL.get(place).copied()
    }

    /// The grade as it stands.
    #[must_use]
    pub fn grade(&self) -> NatoGrade {
        let unjudged = NatoGrade::UNJUDGED;
        NatoGrade {
            source: self.code(Entry::Source).unwrap_or(unjudged.source),
            information: self.code(Entry::Information).unwrap_or(unjudged.information),
        }
    }

    /// The precedence as it stands.
    #[must_use]
    pub fn precedence(&self) -> Precedence {
        let place = self.form.field(Entry::Precedence).and_then(Field::chosen);
        place.and_then(|place| Precedence::SUGGESTIBLE.get(place)).copied().unwrap_or_default()
    }

    /// Chooses a precedence.
    pub fn release(&mut self, precedence: Precedence) {
        self.choose(Entry::Precedence, Precedence::SUGGESTIBLE.iter().position(|one| *one == precedence));
    }

    /// Whether the author suggests more haste than is chosen here, and only a commander may release that.
    #[must_use]
    pub fn awaits_release(&self) -> bool {
        self.leeway.suggested.needs_release() && !self.precedence().needs_release()
    }

    /// Whether he chose the precedence himself.
    #[must_use]
    pub fn chose_precedence(&self) -> bool {
        self.form.field(Entry::Precedence).is_some_and(|field| field.touched)
    }

    /// The handling code as it is chosen.
    #[must_use]
    pub fn handling_code(&self) -> HandlingCode {
        self.code(Entry::Handling).unwrap_or(HandlingCode::H2)
    }

    fn handling(&self) -> Result<Handling, HandlingError> {
        let code = self.handling_code();
        let words = (code == HandlingCode::H3).then(|| self.form.text(Entry::Restriction));
        Handling::new(code, words)
    }

    fn local_authority(&self) -> Result<Option<LocalAuthority>, InvalidText> {
        let told = self.code(Entry::Told).unwrap_or(TriState::Unknown);
        if told == TriState::Unknown {
            return Ok(None);
        }
        let acted = self.code(Entry::Acted).unwrap_or(TriState::Unknown);
        let who = if self.matters(Entry::ToldWho) { written(self.form.text(Entry::ToldWho))? } else { None };
        Ok(Some(LocalAuthority { told, who, acted }))
    }

    /// What he judges.
    ///
    /// # Errors
    /// The field that does not hold what it must, and why; nothing is changed.
    pub fn read(&self) -> Result<Judgement, (Entry, Phrase)> {
        let handling = self.handling().map_err(|wrong| {
            let why = match wrong {
                HandlingError::NoRestriction => Word("judge-restriction-needed"),
                HandlingError::BadRestriction | HandlingError::NeedlessRestriction => {
                    Word("judge-restriction-bad")
                }
            };
            (Entry::Restriction, why.into())
        })?;
        let comment: Option<Narrative> = written(self.form.text(Entry::Comment))
            .map_err(|_| (Entry::Comment, Word("judge-comment-bad").into()))?;
        let local_authority =
            self.local_authority().map_err(|_| (Entry::ToldWho, Word("judge-comment-bad").into()))?;
        let caveats = self.form.field(Entry::Caveats).map(Field::chosen_several).unwrap_or_default();
        let marking = self.form.field(Entry::Marking).and_then(Field::chosen);
        let grade = self.grade();
        Ok(Judgement {
            reliability: Some(grade.source),
            credibility: Some(grade.information),
            handling: Some(handling),
            caveats: Some(caveats.iter().filter_map(|place| Caveat::ALL.get(*place).copied()).collect()),
            precedence: Some(self.precedence()),
            marking: marking.and_then(|place| self.leeway.markings.get(place)).copied(),
            comment,
            local_authority,
            duplicate_of: self.repeats.as_ref().map(|(digest, _)| *digest),
        })
    }

    /// Shows the long fields in so many columns from now on.
    pub fn fit(&mut self, columns: usize) {
        self.form.fit(columns);
        let mut parked = Form::new(vec![std::mem::take(&mut self.parked)]);
        parked.fit(columns);
        self.parked = parked.rows().concat();
    }

    /// Tells at a field why it does not hold what it must, and gives it the keys.
    pub fn wrong(&mut self, entry: Entry, why: Phrase) {
        self.form.focus_on(entry);
        self.with(entry, |field| field.error = Some(why));
    }
}

/// Words of a field; nothing where nothing is written.
fn written<const MAX: usize>(text: &str) -> Result<Option<Text<MAX>>, InvalidText> {
    match Text::cleaned(text) {
        Ok(words) => Ok(Some(words)),
        Err(InvalidText::Empty) => Ok(None),
        Err(wrong) => Err(wrong),
    }
}

#[cfg(test)]
mod tests {
    use super::{Leeway, Statement};
    use crate::domain::grading::{Handling, NatoGrade};
    use crate::domain::marking::{Caveat, Marking};
    use crate::domain::precedence::Precedence;
    use crate::language::tongue::Tongue;
    use crate::screens::commander::review::entries::Entry;
    use crate::screens::kit::edit::{Edit, Step};

    fn statement(suggested: Precedence, caveats: &[Caveat]) -> Statement {
        let markings = Leeway::markings(Marking::LimitedDistribution, Marking::Restricted);
        Statement::new(Leeway { caveats: caveats.to_vec(), markings, suggested, officials: false }, 40)
    }

    fn press(statement: &mut Statement, entry: Entry, edits: &[Edit]) {
        statement.form.focus_on(entry);
        for edit in edits {
            statement.edit(edit, Tongue::English);
        }
    }

    #[test]
    fn untouched_it_says_f6_and_what_the_report_says() {
        let judged = statement(Precedence::Immediate, &[Caveat::Minor]).read().unwrap();
        assert_eq!((judged.grade(), judged.handling), (NatoGrade::UNJUDGED, Some(Handling::H2)));
        assert_eq!(judged.caveats, Some(vec![Caveat::Minor]));
        assert_eq!(judged.precedence, Some(Precedence::Priority), "only he releases more");
        assert_eq!(judged.marking, Some(Marking::LimitedDistribution));
        assert_eq!((judged.comment, judged.local_authority, judged.duplicate_of), (None, None, None));
    }

    #[test]
    fn the_marking_goes_from_the_authors_to_the_ceiling() {
        let all = Leeway::markings(Marking::Unclassified, Marking::Restricted);
        assert_eq!(all, [Marking::Unclassified, Marking::LimitedDistribution, Marking::Restricted]);
        assert_eq!(Leeway::markings(Marking::Secret, Marking::Restricted), [Marking::Secret], "never lower");
        let mut statement = statement(Precedence::Routine, &[]);
        press(&mut statement, Entry::Marking, &[Edit::Step(Step::Right)]);
        assert_eq!(statement.read().unwrap().marking, Some(Marking::Restricted));
    }

    #[test]
    fn an_authors_caveat_comes_back_by_itself() {
        let mut statement = statement(Precedence::Routine, &[Caveat::NoHostNation]);
        press(&mut statement, Entry::Caveats, &[Edit::Type(' '), Edit::Step(Step::Right), Edit::Type(' ')]);
        let kept = statement.read().unwrap().caveats.unwrap();
        assert_eq!(kept, [Caveat::NoHostNation, Caveat::SourceProtection]);
    }

    #[test]
    fn a_restriction_waits_for_h3_and_is_not_carried_by_another_code() {
        let mut statement = statement(Precedence::Routine, &[]);
        assert!(statement.form.field(Entry::Restriction).is_none());
        press(&mut statement, Entry::Handling, &[Edit::Step(Step::Right)]);
        assert_eq!(statement.read().unwrap_err().0, Entry::Restriction);
        press(&mut statement, Entry::Restriction, &[Edit::Paste("For Belgium alone.".to_owned())]);
        press(&mut statement, Entry::Handling, &[Edit::Step(Step::Left)]);
        assert_eq!(statement.read().unwrap().handling, Some(Handling::H2));
        press(&mut statement, Entry::Handling, &[Edit::Step(Step::Right)]);
        assert!(matches!(statement.read().unwrap().handling, Some(Handling::H3(_))), "his words were kept");
    }
}
