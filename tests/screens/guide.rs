//! The guide: readable from end to end, without any line, in four languages, and found again by words.

use vigilia::desks::spoken::guide::CHAPTERS;
use vigilia::language::tongue::Tongue;

use crate::observer_typist::Typist;

#[test]
fn it_opens_at_its_first_chapter() {
    Typist::sits_down().press("3").sees("guide");
}

#[test]
fn a_side_of_the_catalogue_lists_its_signs_and_urgent_ones_bear_a_word() {
    let mut typist = Typist::sits_down();
    typist.press("3").press(&"<Down>".repeat(6)).press("<PgDn>").sees("guide-transit");
    assert!(typist.shown().contains("danger to life"), "{}", typist.shown());
}

#[test]
fn our_own_side_says_that_its_road_is_not_built() {
    let mut typist = Typist::sits_down();
    typist.press("3/not built yet<Enter>").sees("guide-own-side");
    assert!(typist.shown().contains("independent desk. That road is not"), "{}", typist.shown());
}

#[test]
fn a_late_answer_has_its_chapter() {
    let mut typist = Typist::sits_down();
    let place = CHAPTERS.iter().position(|chapter| chapter.id == "waiting").unwrap();
    typist.press("3").press(&"<Down>".repeat(place)).sees("guide-waiting");
    assert!(typist.shown().contains("It does not mean that your report"), "{}", typist.shown());
}

#[test]
fn words_find_a_chapter_where_they_stand_in_text_and_signs() {
    let mut typist = Typist::sits_down();
    typist.press("3/shields<Enter>").sees("guide-found");
    typist.press("<Esc>/zzz").sees("guide-nothing");
    typist.press("<Esc><Esc>");
    assert_eq!(typist.state.room(), vigilia::screens::observer::room::Room::Reports);
}

#[test]
fn one_key_reads_it_from_end_to_end_in_every_language_and_size() {
    for tongue in Tongue::ALL {
        for size in crate::picture::SIZES {
            let mut typist = Typist::sits_down();
            (typist.state.front.tongue, typist.state.front.size) = (tongue, size);
            typist.press("3");
            let mut read = String::new();
            let mut pages = 0;
            loop {
                let shown = typist.shown();
                read.push_str(&shown);
                typist.press(" ");
                if typist.shown() == shown {
                    break;
                }
                pages += 1;
                assert!(pages < 300, "it comes to an end");
            }
            assert_eq!(typist.state.front.guide.chapter, CHAPTERS.len() - 1);
            for chapter in CHAPTERS {
                let last = chapter.paragraphs.last().unwrap();
                let text = tongue.say(*last);
                let words = text.split_whitespace().last().unwrap();
                assert!(read.contains(words), "{tongue:?} {}: {words}", chapter.id);
            }
            for _ in 0..pages {
                typist.press("<PgUp>");
            }
            assert_eq!((typist.state.front.guide.chapter, typist.state.front.guide.first), (0, 0));
        }
    }
}
