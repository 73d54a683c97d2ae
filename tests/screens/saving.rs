//! What is written is saved as it is left, and what cannot be saved is neither lost nor hidden.

use vigilia::domain::draft::DraftField;
use vigilia::language::phrase::Phrase;
use vigilia::screens::observer::message::{Effect, Message, Told};
use vigilia::screens::observer::state::Screen;
use vigilia::screens::observer::update::update;

use crate::observer_typist::Typist;
use crate::typist::parsed;

#[test]
fn each_field_is_durable_once_it_is_left() {
    let mut typist = Typist::sits_down();
    typist.press("n1430<Tab>Mitrovica<Tab>");
    let id = typist.form().draft.id;
    assert_eq!(typist.desk.draft(id).unwrap(), typist.form().draft);
    let saved: Vec<DraftField> = typist
        .asked
        .iter()
        .filter_map(|effect| if let Effect::Save(_, field) = effect { Some(*field) } else { None })
        .collect();
    assert_eq!(saved, [DraftField::Observed, DraftField::Observed, DraftField::Place]);
}

#[test]
fn quitting_saves_what_is_half_written() {
    let mut typist = Typist::sits_down();
    typist.press("n<Tab>Mitrovica<C-c>");
    assert!(matches!(typist.asked.as_slice(), [.., Effect::Save(_, DraftField::Place), Effect::Leave]));
}

#[test]
fn what_could_not_be_saved_is_tried_again_and_its_writer_brought_back() {
    let mut typist = Typist::sits_down();
    typist.press("n<Tab>Mitrovica");
    let key = |text| Message::Key(parsed(text)[0]);
    // The disk is full: the effects of leaving are asked for, and the desk refuses the first.
    let moment = typist.moment;
    let wanted = update(&mut typist.state, key("<Esc>"), moment);
    let Some(Effect::Save(draft, field)) = wanted.first().cloned() else { panic!("{wanted:?}") };
    assert!(matches!(typist.state.screen, Screen::Reports));
    typist.told(Told::NotSaved(draft, field, Phrase::verbatim("no space left")));
    assert!(typist.shown().contains("! Not saved: the place"), "{}", typist.shown());
    assert!(typist.form().draft.place.is_some());
    // Once there is room again, a pause is enough.
    typist.hear(Message::Tick);
    assert_eq!(typist.desk.draft(typist.form().draft.id).unwrap().place, typist.form().draft.place);
}

#[test]
fn asking_twice_leaves_even_when_nothing_can_be_saved() {
    let mut typist = Typist::sits_down();
    typist.press("n<Tab>Mitrovica");
    let draft = Box::new(typist.form().draft.clone());
    typist.told(Told::NotSaved(draft, DraftField::Place, Phrase::verbatim("no space left")));
    let moment = typist.moment;
    let wanted = update(&mut typist.state, Message::Key(parsed("<C-c>")[0]), moment);
    assert_eq!(wanted, [Effect::Leave]);
}
