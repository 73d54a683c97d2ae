//! What happens in a world, one step after the other, as chance has it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use tempfile::TempDir;
use tokio::runtime::Runtime;
use vigilia::courier::folder::{Folder, file_name};
use vigilia::courier::road::Road;
use vigilia::desks::carrying::exchange::{Correspondent, ExchangeError, exchange};
use vigilia::desks::cell::CellDesk;
use vigilia::desks::commander::CommanderDesk;
use vigilia::desks::error::DeskError;
use vigilia::desks::observer::ObserverDesk;
use vigilia::domain::answer::Outcome;
use vigilia::domain::draft::Draft;
use vigilia::domain::feedback_status::FeedbackStatus;
use vigilia::domain::ids::{Dice, Digest, ReportId};
use vigilia::domain::observation::Language;
use vigilia::domain::people::Role;
use vigilia::domain::return_reason::ReturnReason;
use vigilia::domain::standing::Stage as Standing;
use vigilia::domain::text::Narrative;
use vigilia::domain::time::Timestamp;
use vigilia::vault::packets::RoadName;
use vigilia::vault::unlock::Vault;
use vigilia::wire::roster::Roster;

use crate::model_world::patched::{Patch, Patched};
use crate::model_world::roads::{AtTheShelf, Centre, Rough, Weather, later, length};
use crate::model_world::stage::{SETTLED_EVERY, Stage, fast_folder};
use crate::support::realm::{SeededDice, noon, passphrase};
use crate::support::sightings::grey_van;

/// Where the cell stands among the players.
pub const CELL: usize = 5;
/// A write-ahead log longer than this may have been begun anew in between; then nothing is torn from it.
const LOG_IN_ONE_PIECE: u64 = 3 << 20;

/// Somebody's desk, while he sits at it.
pub enum Desk {
    Observer(ObserverDesk),
    Commander(CommanderDesk),
    Cell(CellDesk),
}

impl Desk {
    fn sit_down(vault: Vault) -> Self {
        match vault.profile().role {
            Role::Observer => Self::Observer(ObserverDesk::open(vault).unwrap()),
            Role::Commander => Self::Commander(CommanderDesk::open(vault).unwrap()),
            _ => Self::Cell(CellDesk::open(vault).unwrap()),
        }
    }

    fn correspondent(&mut self) -> &mut dyn Correspondent {
        match self {
            Self::Observer(desk) => desk,
            Self::Commander(desk) => desk,
            Self::Cell(desk) => desk,
        }
    }
}

/// What a world came to.
#[derive(Debug, Clone, Copy, Default)]
pub struct Figures {
    pub steps: u64,
    pub filed: u64,
    pub read: u64,
    pub repeated: u64,
    pub cuts: u64,
    pub torn: u64,
    pub acknowledged: u64,
    pub gaps: u64,
    pub revoked: u64,
    pub refused: u64,
    pub as_they_stand: u64,
    pub settled: u64,
}

impl Figures {
    pub fn add(&mut self, other: &Self) {
        self.steps += other.steps;
        self.filed += other.filed;
        self.read += other.read;
        self.repeated += other.repeated;
        self.cuts += other.cuts;
        self.torn += other.torn;
        self.acknowledged += other.acknowledged;
        self.gaps += other.gaps;
        self.revoked += other.revoked;
        self.refused += other.refused;
        self.as_they_stand += other.as_they_stand;
        self.settled += other.settled;
    }
}

pub struct World<'a> {
    pub stage: &'a Stage,
    runtime: &'a Runtime,
    pub folder: TempDir,
    pub desks: Vec<Option<Desk>>,
    laid: BTreeSet<usize>,
    /// Who sits in front of a log that was torn and goes on from there: how long it is tells nothing any more.
    went_on: BTreeSet<usize>,
    centre: Option<Centre>,
    pub now: Timestamp,
    dice: SeededDice,
    seed: u64,
    patch: Patch,
    observers: Vec<usize>,
    commanders: Vec<usize>,
    course: u64,
    whose: usize,
    pub story: Vec<String>,
    pub figures: Figures,
    born: BTreeMap<Digest, usize>,
    newest: Roster,
    pub revoked: Option<(usize, u32)>,
    /// What was truly filed: whose, which number.
    pub truth: BTreeMap<Digest, (usize, u32)>,
    /// What was truly counted: whose, how many.
    pub tallies: BTreeMap<Digest, (usize, u32)>,
    /// The furthest each desk has ever shown each report to be.
    pub shown: BTreeMap<(usize, Digest), Standing>,
    /// What the cell has ever held, and what it has ever acknowledged.
    pub at_the_cell: BTreeSet<Digest>,
    pub acknowledged: BTreeSet<Digest>,
    pub gaps_seen: bool,
}

impl<'a> World<'a> {
    pub fn new(stage: &'a Stage, runtime: &'a Runtime, seed: u64, patch: Patch) -> Self {
        // Few people, so that they have to do with each other: one observer, two, or two contingents.
        let (observers, commanders) = match seed % 4 {
            0 => (vec![0, 1, 2], vec![3, 4]),
            1 => (vec![0, 1], vec![3]),
            _ => (vec![0], vec![3]),
        };
        Self {
            stage,
            runtime,
            folder: fast_folder(),
            desks: stage.players.iter().map(|_| None).collect(),
            laid: BTreeSet::new(),
            went_on: BTreeSet::new(),
            centre: None,
            now: noon(0),
            dice: SeededDice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_add(seed)),
            seed,
            patch,
            observers,
            commanders,
            course: 0,
            whose: 0,
            story: vec![format!("world {seed}")],
            figures: Figures::default(),
            born: BTreeMap::new(),
            newest: stage.roster.clone(),
            revoked: None,
            truth: BTreeMap::new(),
            tallies: BTreeMap::new(),
            shown: BTreeMap::new(),
            at_the_cell: BTreeSet::new(),
            acknowledged: BTreeSet::new(),
            gaps_seen: false,
        }
    }

    fn roll(&mut self, below: u64) -> u64 {
        let mut bytes = [0; 8];
        self.dice.roll(&mut bytes);
        u64::from_be_bytes(bytes) % below
    }

    fn pick(&mut self, of: &[usize]) -> usize {
        let place = self.roll(of.len() as u64);
        of[usize::try_from(place).unwrap()]
    }

    fn tell(&mut self, what: String) {
        self.story.push(format!("  {} {what}", self.now));
    }

    fn home(&self, player: usize) -> PathBuf {
        self.folder.path().join(self.stage.players[player].name)
    }

    fn log_of(&self, player: usize) -> PathBuf {
        self.home(player).join("vault.db-wal")
    }

    /// Somebody's desk; he sits down at it if he got up.
    pub fn desk(&mut self, player: usize) -> &mut Desk {
        let home = self.home(player);
        if self.laid.insert(player) {
            self.stage.lay(player, &home);
        }
        let now = self.now;
        self.desks[player]
            .get_or_insert_with(|| Desk::sit_down(Vault::unlock(&home, &passphrase(), now).unwrap()))
    }

    fn centre(&mut self) -> &Centre {
        let folder = self.folder.path().to_owned();
        self.centre.get_or_insert_with(|| Centre::open(self.stage, &folder))
    }

    fn stick(&self) -> PathBuf {
        let stick = self.folder.path().join("stick");
        fs::create_dir_all(&stick).unwrap();
        stick
    }

    /// Everything that happens in this world, the laws looked at after each step.
    pub fn play(&mut self) -> Result<(), String> {
        // Every third world is long enough for a report to come home; the others are many.
        let least = if self.seed % 3 == 1 { 8 } else { 4 };
        for _ in 0..least + self.roll(4) {
            let minutes = 1 + self.roll(59);
            self.now = later(self.now, i64::try_from(minutes).unwrap());
            let touched = self.step();
            self.figures.steps += 1;
            if let Some(player) = touched {
                self.look_at(player)?;
            }
        }
        if self.seed.is_multiple_of(SETTLED_EVERY) { self.settle() } else { Ok(()) }
    }

    /// One step; tells whose desk it touched. Mostly what follows from what went before, so that a world gets somewhere;
    /// else anything at all.
    fn step(&mut self) -> Option<usize> {
        if self.roll(6) == 0 {
            return self.anything();
        }
        let observer = self.whose;
        let commander = if observer == 2 { 4 } else { 3 };
        let player = match self.course {
            0..=3 | 9 => observer,
            4..=6 | 8 => commander,
            _ => CELL,
        };
        let went_well = match self.course {
            0 | 2 => self.file(player),
            5 => self.judge(player, 3) && self.judge(player, 1),
            _ => self.travel(player),
        };
        if went_well {
            self.course = (self.course + 1) % 10;
            if self.course == 0 {
                self.whose = self.pick(&self.observers.clone());
            }
        }
        Some(player)
    }

    fn anything(&mut self) -> Option<usize> {
        let (observers, commanders) = (self.observers.clone(), self.commanders.clone());
        let (observer, commander) = (self.pick(&observers), self.pick(&commanders));
        let everybody = [observers, commanders, vec![CELL]].concat();
        let anybody = self.pick(&everybody);
        match self.roll(100) {
            0..24 => {
                self.file(observer);
                Some(observer)
            }
            24..40 => {
                self.travel(anybody);
                Some(anybody)
            }
            40..52 => {
                let act = self.roll(4);
                self.judge(commander, act);
                Some(commander)
            }
            52..62 => {
                self.answer();
                Some(CELL)
            }
            62..76 => {
                self.damage();
                None
            }
            76..82 => {
                self.tell(format!("{} restarts his program", self.stage.players[anybody].name));
                self.desks[anybody] = None;
                self.went_on.remove(&anybody);
                Some(anybody)
            }
            82..86 => {
                self.revoke(observer);
                None
            }
            86..90 => {
                self.tell("the relay restarts".to_owned());
                self.centre = None;
                None
            }
            _ => {
                let hours = 20 + self.roll(80);
                self.now = later(self.now, i64::try_from(hours * 60).unwrap());
                self.tell(format!("{hours} hours pass"));
                None
            }
        }
    }

    /// An observer files a report, or a new version of one; power may fail in the middle.
    fn file(&mut self, player: usize) -> bool {
        let (now, seed) = (self.now, self.roll(u64::MAX));
        let corrects = self.roll(4) == 0;
        let fails = self.roll(10) == 0;
        let name = self.stage.players[player].name;
        let begun = length(&self.log_of(player));
        let Desk::Observer(desk) = self.desk(player) else { panic!("somebody else sits there") };
        let last = desk.report_list().unwrap().first().map(|report| report.id);
        let draft = match last.filter(|_| corrects) {
            Some(id) => {
                let mut draft = desk.begin_correction(id, now, &mut SeededDice(seed)).unwrap();
                desk.discard(draft.id, now).unwrap();
                draft.facts = Narrative::new(&format!("Completed from memory, {seed}.")).ok();
                draft
            }
            None => {
                let id = ReportId::fresh(now, &mut SeededDice(seed));
                let mut draft = grey_van(Draft::begin(id, now, Language::English), now);
                draft.facts = Narrative::new(&format!("A grey van with covered windows, {seed}.")).ok();
                draft
            }
        };
        desk.keep(&draft, now).unwrap();
        match desk.file(draft.id, now) {
            Ok(_) => {}
            Err(DeskError::NotOnRoster) => {
                self.tell(format!("{name} may file nothing any more"));
                return true;
            }
            Err(other) => panic!("{other}"),
        }
        let what = if corrects { "a new version" } else { "a report" };
        self.tell(format!("{name} files {what}{}", if fails { " and loses power" } else { "" }));
        if fails {
            self.lose_power(player, begun);
        }
        self.learn_the_truth(player);
        true
    }

    /// What an observer's own vault says he filed is the truth of this world. Whatever he lost with the power he was
    /// never told to be filed.
    fn learn_the_truth(&mut self, player: usize) {
        let before = self.truth.len();
        let Desk::Observer(desk) = self.desk(player) else { panic!("somebody else sits there") };
        let me = desk.vault().profile().me;
        let links = desk.vault().chain(me).unwrap().0;
        let tally = desk.vault().latest_tallies().unwrap();
        let filed = links.last().map_or(0, |link| link.sequence);
        self.truth.extend(links.iter().map(|link| (link.digest, (player, link.sequence))));
        self.tallies.extend(tally.iter().map(|(_, digest)| (*digest, (player, filed))));
        self.figures.filed += (self.truth.len() - before) as u64;
    }

    /// Somebody travels one road, both ways, in whatever weather.
    fn travel(&mut self, player: usize) -> bool {
        let weather = Weather {
            cut_at: (self.roll(7) == 0).then(|| 1 + u32::try_from(self.roll(7)).unwrap()),
            after_the_work: self.roll(2) == 0,
            hides_one_in: (self.roll(5) == 0).then_some(2),
            // In every third world the first of two packets is late for the commander.
            hides_the_oldest: self.course == 4 && self.seed % 3 == 1,
            shuffles: self.roll(2) == 0,
        };
        let by_stick = self.roll(4) == 0;
        let loses_power = weather.cut_at.is_some() && self.roll(3) == 0;
        self.travel_in(player, weather, by_stick, loses_power)
    }

    fn travel_in(&mut self, player: usize, weather: Weather, by_stick: bool, loses_power: bool) -> bool {
        let (now, seed, patch) = (self.now, self.roll(u64::MAX), self.patch);
        let (stick, log) = (self.stick(), self.log_of(player));
        self.desk(player);
        self.centre();
        let mut desk = self.desks[player].take().unwrap();
        let road: Box<dyn Road + '_> = match (by_stick, &self.centre) {
            (false, Some(centre)) => {
                let player = &self.stage.players[player];
                Box::new(AtTheShelf { centre, runtime: self.runtime, player })
            }
            _ => Box::new(Folder::open(&stick).unwrap()),
        };
        let name = if by_stick { RoadName::Folder } else { RoadName::Relay };
        let begun = length(&log);
        let mut rough = Rough::new(road, weather, seed, &mut self.born, log);
        let mut dice = SeededDice(seed);
        let done = match (&mut desk, patch) {
            (Desk::Commander(desk), Patch::Drops | Patch::Edits) => {
                let mut patched = Patched { desk, patch };
                exchange(&mut patched, &mut rough, name, now, &mut dice, &mut |_| {})
            }
            (desk, _) => exchange(desk.correspondent(), &mut rough, name, now, &mut dice, &mut |_| {}),
        };
        let (told, was_cut) = (rough.told, rough.was_cut);
        drop(rough);
        self.desks[player] = Some(desk);
        let came_of_it = match done {
            Ok(done) => {
                self.figures.read += done.read.len() as u64;
                self.figures.repeated += done.already as u64;
                self.figures.refused += (done.refused.len() + done.unusable.len()) as u64;
                format!(
                    "sends {}, {} there already; reads {}; refuses {}",
                    done.sent.len(),
                    done.already,
                    done.read.len(),
                    done.refused.len() + done.unusable.len()
                )
            }
            Err(ExchangeError::Road(why)) => format!("breaks off: {why}"),
            Err(ExchangeError::Desk(why @ (DeskError::NotOnRoster | DeskError::NoCommander))) => {
                format!("cannot: {why}")
            }
            Err(ExchangeError::Desk(other)) => panic!("{}\n{other}", self.story.join("\n")),
        };
        let road = if by_stick { "the stick" } else { "the relay" };
        let who = self.stage.players[player].name;
        self.tell(format!("{who} by {road}, {weather:?}: {came_of_it}"));
        self.figures.cuts += u64::from(was_cut);
        if was_cut && loses_power {
            self.tell(format!("{who} loses power"));
            self.lose_power(player, told.max(begun));
        }
        !was_cut
    }

    /// Power fails: of what was written since others last learnt of something, the disk has as much as chance has it, down
    /// to the byte.
    fn lose_power(&mut self, player: usize, at_least: u64) {
        let (home, log) = (self.home(player), self.log_of(player));
        let whole = length(&log);
        let in_one_piece = whole <= LOG_IN_ONE_PIECE && !self.went_on.remove(&player);
        if self.desks[player].is_none() || whole <= at_least || !in_one_piece {
            self.desks[player] = None;
            return;
        }
        let left = at_least + self.roll(whole - at_least + 1);
        let (database, mut written) = (fs::read(home.join("vault.db")).unwrap(), fs::read(&log).unwrap());
        written.truncate(usize::try_from(left).unwrap());
        self.desks[player] = None;
        fs::write(home.join("vault.db"), database).unwrap();
        fs::write(&log, written).unwrap();
        self.figures.torn += 1;
        // It opens.
        self.desk(player);
        self.went_on.insert(player);
    }

    /// A commander grades, gives back or forwards.
    fn judge(&mut self, player: usize, act: u64) -> bool {
        let (now, seed) = (self.now, self.roll(u64::MAX));
        let patched = self.patch != Patch::None;
        let Desk::Commander(desk) = self.desk(player) else { panic!("somebody else sits there") };
        let owed: Vec<Digest> = desk.queue().unwrap().iter().map(|owed| owed.held.digest).collect();
        let did = match (act, owed.first()) {
            (_, None) => "has nothing to judge".to_owned(),
            (0, Some(report)) => {
                desk.give_back(*report, ReturnReason::PlaceUnclear, None, now).unwrap();
                "gives one back".to_owned()
            }
            (1 | 2, Some(_)) if patched => "judges nothing".to_owned(),
            (1, Some(_)) => match desk.forward(now, &mut SeededDice(seed)) {
                Ok(forwarded) => {
                    format!("forwards {}", forwarded.iter().map(|one| one.reports.len()).sum::<usize>())
                }
                Err(DeskError::Empty(_)) => "has nothing ready".to_owned(),
                Err(other) => panic!("{other}"),
            },
            (_, Some(_)) => {
                for report in &owed {
                    desk.review(*report, Default::default(), now).unwrap();
                }
                format!("grades {}", owed.len())
            }
        };
        self.tell(format!("{} {did}", self.stage.players[player].name));
        true
    }

    fn answer(&mut self) {
        let now = self.now;
        let Desk::Cell(desk) = self.desk(CELL) else { panic!("somebody else sits there") };
        let waiting = desk.inbox().unwrap().into_iter().find(|received| received.answers.is_empty());
        let told = waiting.is_some();
        if let Some(received) = waiting {
            let outcome = Outcome::new(FeedbackStatus::LinkedToKnown, None).unwrap();
            let words = |text| Narrative::new(text).ok();
            desk.answer(received.held.digest, outcome, words("It fits."), words("Known."), now).unwrap();
        }
        self.tell(if told { "the cell answers one" } else { "the cell has nothing to answer" }.to_owned());
    }

    /// Somebody alters a packet on the stick, or cuts it short, or makes it longer, and gives it the name that fits; or he
    /// loses it.
    fn damage(&mut self) {
        let stick = self.stick();
        let mut packets: Vec<PathBuf> = fs::read_dir(&stick)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "vigilia"))
            .collect();
        packets.sort();
        if packets.is_empty() {
            return;
        }
        let which = usize::try_from(self.roll(packets.len() as u64)).unwrap();
        let mut bytes = fs::read(&packets[which]).unwrap();
        let (place, kind) = (self.roll(bytes.len() as u64), self.roll(4));
        if kind == 3 {
            fs::remove_file(&packets[which]).unwrap();
            self.tell("somebody loses a packet from the stick".to_owned());
            return;
        }
        match kind {
            0 => bytes[usize::try_from(place).unwrap()] ^= 0x20,
            1 => bytes.truncate(usize::try_from(place).unwrap()),
            _ => bytes.extend_from_slice(b"more"),
        }
        let name = file_name(vigilia::wire::statement::digest_of(&bytes));
        fs::write(stick.join(name), bytes).unwrap();
        self.tell("somebody alters a packet on the stick".to_owned());
    }

    /// A device is lost: what its observer filed so far counts, what its keys sign later does not.
    fn revoke(&mut self, observer: usize) {
        if self.revoked.is_some() {
            return;
        }
        let through = self.truth.values().filter(|(who, _)| *who == observer).map(|(_, n)| *n).max();
        let through = through.unwrap_or(0);
        self.newest = self.stage.revoked(observer, through, self.now);
        let (newest, stick) = (self.newest.clone(), self.stick());
        self.centre().lay(&newest);
        Folder::open(&stick).unwrap().leave_roster(&newest).unwrap();
        self.revoked = Some((observer, through));
        self.figures.revoked += 1;
        self.tell(format!("{} is revoked through {through}", self.stage.players[observer].name));
    }

    /// The weather clears: everybody travels until nothing moves, and then everything must have arrived.
    fn settle(&mut self) -> Result<(), String> {
        self.tell("the weather clears".to_owned());
        let (observers, commanders) = (self.observers.clone(), self.commanders.clone());
        let (up, down) =
            ([&*observers, &*commanders].concat(), [&[CELL], &*commanders, &*observers].concat());
        for (minutes, travellers) in [(30, up), (80 * 60, commanders), (30, down)] {
            self.now = later(self.now, minutes);
            for player in travellers {
                self.travel_in(player, Weather::default(), false, false);
                self.look_at(player)?;
            }
        }
        self.figures.settled += 1;
        self.everything_arrived()
    }

    /// The cell's disk is replaced by an older copy of itself.
    pub fn the_cell_forgets(&mut self) {
        self.desks[CELL] = None;
        self.stage.lay(CELL, &self.home(CELL));
    }
}
