//! A commander reviews: what he reads, what he signs, what he takes back, and what he cannot do.

use vigilia::desks::commander::queue::QueueState;
use vigilia::desks::signer::Signature;
use vigilia::domain::begun_review::BegunReview;
use vigilia::domain::grading::{HandlingCode, NatoGrade};
use vigilia::domain::ids::Digest;
use vigilia::domain::marking::Caveat;
use vigilia::domain::observation_terms::TriState;
use vigilia::domain::precedence::Precedence;
use vigilia::domain::report::Review;
use vigilia::domain::return_reason::ReturnReason;
use vigilia::domain::time::Timestamp;
use vigilia::screens::commander::message::{Effect, Told};
use vigilia::screens::commander::review::entries::Entry;
use vigilia::screens::commander::review::message::{Effect as Asked, News};
use vigilia::screens::commander::state::Screen;

use crate::commander::camp;
use crate::commander::camp::{a_day, completed, plain_reports};
use crate::commander::typist::Typist;
use crate::support::realm::SeededDice;
use crate::typist::parsed;

fn now(commander: &Typist) -> Timestamp {
    Timestamp::new(commander.moment.now)
}

fn review_of(commander: &mut Typist, report: Digest) -> Option<Review> {
    commander.desk.vault().review_of(report).unwrap().map(|(_, review)| review)
}

#[test]
fn twenty_plain_reports_take_one_key_each() {
    let mut commander = plain_reports(20);
    let order = commander.owed();
    assert_eq!(order.len(), 20);
    commander.opens(0);
    let mut keys = 0;
    while commander.state.screen == Screen::Review {
        commander.press("<Enter>");
        keys += 1;
        assert!(keys <= 40, "{}", commander.shown());
    }
    assert_eq!(keys, 20, "one key signs what stands on the right and opens the next one");
    for report in order {
        let review = review_of(&mut commander, report).unwrap();
        assert_eq!((review.grade, review.handling.code()), (NatoGrade::UNJUDGED, HandlingCode::H2));
        assert_eq!((review.precedence, review.as_it_stands), (Precedence::Routine, false));
    }
    assert!(
        commander.notice().starts_with("Signed: KFOR1-OBS2 no. 10, F6 H2 routine."),
        "{}",
        commander.notice()
    );
}

#[test]
fn what_was_signed_is_told_and_u_takes_it_back_until_it_has_gone() {
    let mut commander = plain_reports(3);
    let order = commander.owed();
    commander.opens(0).press("<Tab>b<Down>2<F8>");
    assert_eq!(commander.state.review.open(), Some(order[1]), "the next one lies open");
    assert_eq!(commander.notice(), "Signed: KFOR1-OBS1 no. 1, B2 H2 routine. u takes it back.");
    commander.press("u");
    assert_eq!(review_of(&mut commander, order[0]), None);
    assert_eq!(commander.state.review.open(), Some(order[0]), "it lies open again");
    assert_eq!(commander.sheet().statement.grade().to_string(), "F6");
    commander.press("<Enter><Enter>");
    let when = now(&commander);
    commander.desk.forward(when, &mut SeededDice(3)).unwrap();
    commander.press("u");
    assert!(review_of(&mut commander, order[1]).is_some(), "what has gone stays");
    assert!(commander.notice().contains("gone to Brussels"), "{}", commander.notice());
}

#[test]
fn both_grades_are_acts_of_their_own_with_their_words_beside_them() {
    let mut commander = plain_reports(1);
    commander.opens(0).press("<Tab>");
    let shown = commander.shown();
    for words in ["A  completely reliable", "C  fairly reliable", "F  cannot be judged"] {
        assert!(shown.contains(words), "{words}: {shown}");
    }
    assert!(!shown.contains("confirmed by other sources"), "one act at a time: {shown}");
    commander.press("c<Down>");
    let shown = commander.shown();
    assert!(shown.contains("1  confirmed by other sources") && shown.contains("fairly reliable"), "{shown}");
    assert!(shown.contains("Europol B2, derived"), "{shown}");
    assert_eq!(
        commander.sheet().statement.grade().to_string(),
        "C6",
        "the second act is not taken by the first"
    );
    commander.press("4");
    assert_eq!(commander.sheet().statement.grade().to_string(), "C4");
}

#[test]
fn the_original_is_shown_as_signed_with_facts_and_assessment_apart_and_nothing_in_it_acts() {
    let mut commander = a_day();
    commander.opens_number("KFOR1-OBS1", 1);
    let mut all = String::new();
    for _ in 0..8 {
        all += &commander.shown();
        commander.press("<PgDn>");
    }
    for said in [
        "Signed by KFOR1-OBS1, verified now",
        "34T DN 89058 48763",
        "42.89140° N 20.86600° E",
        "checkpoint",
        "FACTS: what the author saw or heard",
        "ASSESSMENT: what the author thinks",
        "they did not know where they were going",
        "(saw or heard it",
        "told by eyewitness",
        "2 men, 4 women, 2 girls",
        "01-482-KD",
        "Organised: yes",
        "bridge post, 1310",
        "image/jpeg",
        "neither prove nor disprove",
        "EX exploitation",
    ] {
        assert!(all.contains(said), "{said}: {all}");
    }
}

#[test]
fn h3_is_not_signed_without_its_words() {
    let mut commander = plain_reports(1);
    let report = commander.owed()[0];
    commander.opens(0).press("<Tab><Down><Down><Right><F8>");
    assert_eq!((commander.signings(), review_of(&mut commander, report)), (0, None));
    assert!(commander.notice().contains("H3 needs its restriction"), "{}", commander.notice());
    commander.press("For the Belgian police alone.<F8>");
    let review = review_of(&mut commander, report).unwrap();
    assert_eq!(review.handling.code(), HandlingCode::H3);
}

#[test]
fn the_authors_caveats_cannot_be_dropped_and_others_can_be_added() {
    let mut commander = a_day();
    commander.opens_number("KFOR1-OBS1", 3);
    let report = commander.state.review.open().unwrap();
    // The first of the list is the author's; it is tried to be taken away.
    commander.press("<Tab><Down><Down><Down> <Right> <F8>");
    let review = review_of(&mut commander, report).unwrap();
    assert_eq!(review.caveats, [Caveat::NoHostNation, Caveat::SourceProtection]);
    assert_eq!(review.handling.code(), HandlingCode::H2);
}

#[test]
fn immediate_leaves_only_after_he_says_so() {
    let mut commander = a_day();
    commander.opens_number("KFOR1-OBS1", 2);
    let report = commander.state.review.open().unwrap();
    assert!(commander.shown().contains("The author suggests IMMEDIATE"), "{}", commander.shown());
    commander.press("<Enter>");
    assert!(commander.shown().contains("Only you release it: then"), "{}", commander.shown());
    commander.press("<Enter><Enter><F8><Tab>");
    assert_eq!(commander.signings(), 0, "no key that is leaned on answers it");
    commander.press("<Esc>");
    assert_eq!(commander.state.review.open(), Some(report), "he reads on");
    commander.press("<Enter>n");
    assert_eq!(review_of(&mut commander, report).unwrap().precedence, Precedence::Priority);
    commander.press("u<Enter>y");
    assert_eq!(review_of(&mut commander, report).unwrap().precedence, Precedence::Immediate);
}

#[test]
fn of_what_was_released_it_is_said_that_it_is_sealed_and_u_takes_back_the_one_before_it() {
    let mut commander = a_day();
    commander.opens_number("KFOR1-OBS1", 3).press("<Enter>");
    let before = commander.state.review.signed.clone();
    commander.opens_number("KFOR1-OBS1", 2);
    let released = commander.state.review.open().unwrap();
    commander.press("<Enter>y");
    assert_eq!(commander.notice(), "Sealed for Brussels: KFOR1-OBS1 no. 2, F6 H2 immediate. It stands.");
    let gone: Vec<_> = commander.desk.sent().unwrap().reports;
    assert_eq!(gone.iter().map(|sent| sent.row.report.digest).collect::<Vec<_>>(), [released], "it is true");
    assert_eq!(commander.state.review.signed, before, "only what can be taken back");
    commander.press("u");
    assert!(commander.notice().starts_with("Taken back"), "{}", commander.notice());
    assert_eq!(review_of(&mut commander, before[0]), None);
    assert!(review_of(&mut commander, released).is_some());
}

#[test]
fn his_own_immediate_is_asked_about_too() {
    let mut commander = plain_reports(1);
    let report = commander.owed()[0];
    commander.opens(0).press("<Tab><Down><Down><Down><Down>i<F8>");
    assert_eq!(commander.signings(), 0);
    commander.press("<Esc><F8>y");
    assert_eq!(review_of(&mut commander, report).unwrap().precedence, Precedence::Immediate);
}

#[test]
fn a_comment_and_the_local_authority_go_along() {
    let mut commander = plain_reports(1);
    let report = commander.owed()[0];
    let keys = "<Down><Down><Down><Down><Down><Down>";
    commander.opens(0).press("<Tab>").press(keys);
    commander
        .press("Same lorry as last week.<Enter>We know the firm.<Down>y<Down>police post, 1510<Down>n<F8>");
    let review = review_of(&mut commander, report).unwrap();
    assert_eq!(review.comment.unwrap().as_str(), "Same lorry as last week.\nWe know the firm.");
    let local = review.local_authority.unwrap();
    assert_eq!((local.told, local.acted), (TriState::Yes, TriState::No));
    assert_eq!(local.who.unwrap().as_str(), "police post, 1510");
}

#[test]
fn repeats_are_pointed_out_with_the_reason_and_marking_one_drops_none() {
    let mut commander = a_day();
    commander.opens_number("KFOR1-OBS2", 1);
    let report = commander.state.review.open().unwrap();
    assert!(
        commander.shown().contains("KFOR1-OBS1 no. 1: same place and time (0 m, 45 min)"),
        "{}",
        commander.shown()
    );
    commander.press("r");
    assert!(commander.shown().contains("[ ] KFOR1-OBS1 no. 1"), "{}", commander.shown());
    commander.press("<Enter>");
    assert!(commander.shown().contains("KFOR1-OBS1 no. 1, exactly as signed"), "{}", commander.shown());
    assert!(commander.shown().contains("Signed by KFOR1-OBS1, verified now"), "{}", commander.shown());
    commander.press("<Esc>d<Esc><Enter>");
    let marked = review_of(&mut commander, report).unwrap().duplicate_of.unwrap();
    let owed = commander.owed();
    assert!(owed.contains(&marked) && owed.contains(&report), "both go on");
}

#[test]
fn a_report_given_back_stays_owed_and_a_note_that_asks_to_investigate_is_refused() {
    let mut commander = plain_reports(2);
    let order = commander.owed();
    commander.opens(0).press("b");
    assert!(commander.shown().contains("as it stands 24 Nov 12:35Z"), "{}", commander.shown());
    commander.press("<F8>");
    assert!(commander.shown().contains("choose a reason"), "{}", commander.shown());
    commander.press("h<Down>Please ask the driver how many there were.<F8>");
    assert!(commander.shown().contains("! “Please ask the” sends a soldier"), "{}", commander.shown());
    assert_eq!(commander.desk.vault().return_of(order[0]).unwrap(), None);
    commander.press("<C-z><C-z><C-z><C-z><C-z><C-z><C-z><C-z><C-z><C-z><C-z><C-z><C-z><C-z><C-z><C-z>");
    commander.press("The number of people is missing.<F8>");
    let (_, returned) = commander.desk.vault().return_of(order[0]).unwrap().unwrap();
    assert_eq!(returned.reason, ReturnReason::CountsMissing);
    assert_eq!(returned.note.unwrap().as_str(), "The number of people is missing.");
    assert!(commander.owed().contains(&order[0]));
    assert_eq!(commander.state.review.open(), Some(order[1]), "and on to the next one");
    assert!(commander.notice().contains("stays owed"));
}

#[test]
fn the_title_counts_down_to_it_going_as_it_stands() {
    let mut commander = plain_reports(1);
    commander.opens(0);
    assert!(commander.shown().contains("goes as it stands in 69 h"), "{}", commander.shown());
    commander.moment.now += chrono::TimeDelta::hours(69);
    commander.hear(vigilia::screens::desk::message::Message::Tick);
    assert!(commander.shown().contains("goes as it stands in 33 min"), "{}", commander.shown());
    commander.moment.now += chrono::TimeDelta::hours(1);
    commander.hear(vigilia::screens::desk::message::Message::Tick);
    assert!(commander.shown().contains("time is up: goes as it stands"), "{}", commander.shown());
}

#[test]
fn what_was_begun_is_there_again_when_he_comes_back() {
    let mut commander = plain_reports(2);
    commander.opens(0).press("<Tab>d<Esc>n");
    assert_eq!(commander.sheet().statement.grade().to_string(), "F6", "another report, another statement");
    commander.press("p");
    assert_eq!(commander.sheet().statement.grade().to_string(), "D6");
    let before = commander.signings();
    commander.press("<Enter>");
    assert_eq!(commander.signings(), before, "half a sentence is not signed by a key that goes on");
    commander.press("<Esc><Esc>");
    assert_eq!(commander.state.screen, Screen::Queue);
    assert!(commander.notice().contains("Begun and not signed; it is kept"), "{}", commander.notice());
    commander.opens(0);
    assert_eq!((commander.sheet().statement.grade().to_string(), commander.signings()), ("D6".to_owned(), 0));
}

#[test]
fn a_picture_is_looked_at_where_it_is() {
    let mut commander = a_day();
    commander.opens_number("KFOR1-OBS1", 1).press("a");
    let shown = commander.shown();
    assert!(shown.contains("image/jpeg") && shown.contains("▀"), "{shown}");
    commander.press("<Down>");
    assert!(commander.shown().contains("No picture to show."), "{}", commander.shown());
    commander.press("<Esc>");
    assert!(commander.shown().contains("Signed by"), "{}", commander.shown());
}

#[test]
fn the_help_tells_every_key_of_the_review() {
    let mut commander = plain_reports(1);
    commander.opens(0).press("?");
    assert!(commander.shown().contains("On the original, in a review"), "{}", commander.shown());
    assert!(parsed("<F8>").len() == 1 && commander.shown().contains("F8"));
}

/// The keys to the comment of a statement nobody touched.
const TO_THE_COMMENT: &str = "<Down><Down><Down><Down><Down><Down>";

#[test]
fn half_a_comment_outlives_the_lock_and_is_gone_once_it_is_signed() {
    let mut commander = plain_reports(2);
    let report = commander.owed()[0];
    commander.opens(0).press("<Tab>").press(TO_THE_COMMENT).press("Same lorry as on the 12th, and the dri");
    commander.press("<Up><Up><Up><Up>").press("<Right>");
    assert_eq!(commander.desk.begun(report).unwrap(), None, "nothing was left yet");
    commander.is_locked_and_unlocks();
    assert_eq!(commander.state.review.open(), None, "nothing of it is left in memory");
    commander.opens(0).sees("review-begun-again");
    assert!(commander.notice().contains("not signed yet"), "{}", commander.notice());
    let statement = &commander.sheet().statement;
    assert_eq!(statement.form.text(Entry::Comment), "Same lorry as on the 12th, and the dri");
    assert_eq!(statement.handling_code(), HandlingCode::H3);
    commander.press(TO_THE_COMMENT).press("<Down><End>ver was the same.");
    commander.press("<Up><Up><Up><Up><Up><Left><F8>");
    let review = review_of(&mut commander, report).unwrap();
    assert_eq!(
        review.comment.unwrap().as_str(),
        "Same lorry as on the 12th, and the driver was the same.",
        "{}",
        commander.shown()
    );
    assert_eq!(commander.desk.begun(report).unwrap(), None, "nothing unsigned is left");
    commander.is_locked_and_unlocks();
    commander.opens(0).opens_number("KFOR1-OBS1", 1);
    assert!(!commander.notice().contains("not signed yet"), "{}", commander.notice());
}

#[test]
fn every_field_he_began_is_there_again() {
    let mut commander = a_day();
    commander.opens_number("KFOR1-OBS2", 1);
    let report = commander.sheet().original.digest();
    commander.press("<Tab>b<Down>2<Down><Right><Down>Not beyond the cell. <Down> <Down>p<Down><Right>");
    commander.press("<Down>A word. <Down>y<Down>bridge post <Down>n<Esc>rd<Esc>");
    let begun = commander.sheet().statement.begun().unwrap();
    assert_eq!((begun.grade.to_string().as_str(), begun.handling), ("B2", HandlingCode::H3));
    assert_eq!((begun.restriction.as_str(), begun.comment.as_str()), ("Not beyond the cell. ", "A word. "));
    assert_eq!((begun.told, begun.told_who.as_str()), (TriState::Yes, "bridge post "));
    assert!(begun.repeats.is_some() && !begun.caveats.is_empty());
    commander.is_locked_and_unlocks();
    assert_eq!(commander.desk.begun(report).unwrap().as_ref(), Some(&begun));
    commander.opens_number("KFOR1-OBS2", 1);
    assert_eq!(commander.sheet().statement.begun(), Some(begun));
}

#[test]
fn what_is_begun_is_kept_at_a_pause_and_when_he_leaves_the_desk_and_forgotten_when_he_takes_it_back() {
    use vigilia::screens::desk::message::Message::Tick;
    let mut commander = plain_reports(2);
    let order = commander.owed();
    commander.opens(0).press("<Tab>b").hear(Tick);
    assert_eq!(commander.desk.begun(order[0]).unwrap().unwrap().grade.to_string(), "B6");
    let asked = commander.asked.len();
    commander.hear(Tick);
    assert_eq!(commander.asked.len(), asked, "once is enough");
    commander.press("f").hear(Tick);
    assert_eq!(commander.desk.begun(order[0]).unwrap(), None, "he judges nothing again");
    commander.press("d");
    let leaving = commander.press_in_vain("<C-c>");
    let is_kept_first = matches!(
        leaving.as_slice(),
        [Effect::Review(Asked::Keep(report, Some(_))), Effect::Leave] if *report == order[0]
    );
    assert!(is_kept_first, "{leaving:?}");
}

#[test]
fn what_could_not_be_kept_is_told_and_tried_again() {
    use vigilia::language::word::Word;
    use vigilia::screens::desk::message::Message::Tick;
    let mut commander = plain_reports(1);
    let report = commander.owed()[0];
    commander.opens(0).press("<Tab>b");
    commander.moment.now += chrono::TimeDelta::minutes(1);
    commander.hear(Tick).told(Told::Review(News::NotKept(report, Word("fault-disk-full").into())));
    assert!(commander.notice().contains("could not be kept"), "{}", commander.notice());
    let asked = commander.asked.len();
    commander.hear(Tick);
    assert!(matches!(commander.asked[asked..], [Effect::Review(Asked::Keep(..))]));
}

#[test]
fn giving_back_keeps_what_was_begun_and_going_as_it_stands_ends_it() {
    let mut commander = plain_reports(1);
    let report = commander.owed()[0];
    commander.opens(0).press("<Tab>b<Esc>bh<F8>");
    assert!(commander.notice().starts_with("Given back"), "{}", commander.notice());
    assert!(commander.desk.begun(report).unwrap().is_some(), "it is owed, and so is his word");
    commander.moment.now += chrono::TimeDelta::hours(80);
    let when = now(&commander);
    commander.desk.forward(when, &mut SeededDice(3)).unwrap();
    assert_eq!(commander.desk.begun(report).unwrap(), None);
    let gone = BegunReview::of(&review_of(&mut commander, report).unwrap());
    commander.desk.keep_begun(report, Some(&gone), when).unwrap();
    assert_eq!(commander.desk.begun(report).unwrap(), None, "of what has gone nothing is kept");
}

#[test]
fn a_report_whose_time_is_up_while_it_lies_open_can_be_read_but_not_signed_once_it_has_gone() {
    let mut commander = plain_reports(1);
    let report = commander.owed()[0];
    commander.opens(0).press("<Tab>b");
    commander.moment.now += chrono::TimeDelta::hours(80);
    let when = now(&commander);
    commander.desk.forward(when, &mut SeededDice(3)).unwrap();
    commander.press("<F8>");
    assert!(commander.notice().contains("gone to Brussels"), "{}", commander.notice());
    let review = review_of(&mut commander, report).unwrap();
    assert!(review.as_it_stands && review.grade == NatoGrade::UNJUDGED, "it went as it stood");
}

#[test]
fn a_signature_that_does_not_hold_is_refused_loudly_and_nothing_is_signed_on_it() {
    let mut commander = plain_reports(1);
    commander.opens(0);
    let mut original = commander.sheet().original.clone();
    original.opened.signature = Signature::Broken;
    commander.told(Told::Review(News::Opened(Box::new(original), None))).press("<Enter><Tab><F8>");
    assert!(commander.notice().contains("does not hold"), "{}", commander.notice());
    commander.press("<Tab>");
    assert!(commander.shown().contains("! THE SIGNATURE DOES NOT HOLD"), "{}", commander.shown());
    assert_eq!(commander.signings(), 0);
}

#[test]
fn a_signer_whose_keys_were_revoked_since_is_told() {
    let mut commander = plain_reports(1);
    let author = commander.desk.reports().unwrap()[0].report.head().author;
    commander.realm.revoke(author, 0);
    commander.realm.install(commander.desk.vault());
    commander.opens(0);
    assert!(
        commander.shown().contains("! Signed by KFOR1-OBS1, verified now; his keys"),
        "{}",
        commander.shown()
    );
}

#[test]
fn earlier_versions_and_what_was_given_back_stand_below_the_newer_one() {
    let mut commander = completed();
    commander.opens_number("KFOR1-OBS1", 2).press("<End>");
    let shown = commander.shown();
    assert!(shown.contains("completes number 1, filed 21 Nov 12:05Z"), "{shown}");
    assert!(shown.contains("number 1 given back 21 Nov 13:10Z: how many people is missing"), "{shown}");
    assert!(shown.contains("Two more were in front."), "{shown}");
    commander.opens_number("KFOR1-OBS1", 1).press("<End>");
    assert!(commander.shown().contains("a newer version is here: number 2"), "{}", commander.shown());
}

#[test]
fn whoever_begins_in_the_queue_goes_from_one_that_waits_to_the_next_that_does() {
    let mut typist = camp::owed();
    let waiting: Vec<_> = (0..typist.state.queue.shown())
        .map(|place| typist.state.queue.shown_line(place).unwrap())
        .filter(|line| matches!(line.row.state, QueueState::New | QueueState::Completed))
        .map(|line| line.row.digest)
        .collect();
    let mut seen = Vec::new();
    typist.press("<Home><Enter>");
    while typist.state.screen == Screen::Review {
        seen.extend(typist.state.review.open());
        // The first of them suggests IMMEDIATE, and is answered; to the others the letter is nothing that signs.
        let asks = typist.press("<Enter>").shown().contains("[n]");
        if asks {
            typist.press("n");
        }
        assert!(seen.len() <= waiting.len(), "{}", typist.shown());
    }
    assert_eq!(seen, waiting, "past what was reviewed and what was given back");
    assert_eq!(typist.state.queue.tally().reviewed, waiting.len() + 1, "the queue tells so");
}
