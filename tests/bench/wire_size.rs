#[path = "../support/signed_exercise.rs"]
mod signed_exercise;
mod unseen;
use signed_exercise::{Cast, now};
use vigilia::desks::exercise::scenario::Scenario;
use vigilia::domain::catalogue::Catalogue;
fn main() {
    let catalogue = Catalogue::embedded().unwrap();
    let dir = std::path::PathBuf::from("/tmp/exw");
    for (seed, un) in [
        (2014u64, true),
        (2014, false),
        (1000, false),
        (1001, false),
        (1002, false),
        (1003, false),
        (1004, false),
    ] {
        let cast = Cast::of(seed);
        let s = Scenario::new(seed, 400, now(), &catalogue);
        let s = if un { unseen::with_unseen_prose(s) } else { s };
        let name = if un { "unseen".to_string() } else { seed.to_string() };
        let played = cast.play(s, &catalogue);
        for (n, one) in played.iter().enumerate() {
            std::fs::write(dir.join(format!("r{name}-{n}")), cast.forwarded(&[one]).write().unwrap())
                .unwrap();
            std::fs::write(dir.join(format!("a{name}-{n}")), cast.answered(one).write().unwrap()).unwrap();
        }
        for c in 0..2 {
            let of: Vec<_> = played.iter().filter(|p| p.contingent == c).collect();
            for (n, b) in of.chunks(20).enumerate() {
                std::fs::write(dir.join(format!("b{name}-{c}-{n}")), cast.forwarded(b).write().unwrap())
                    .unwrap();
            }
            for (n, b) in of.chunks(5).enumerate() {
                std::fs::write(dir.join(format!("five{name}-{c}-{n}")), cast.forwarded(b).write().unwrap())
                    .unwrap();
            }
        }
    }
}
