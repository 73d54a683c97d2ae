//! A commander whose program was patched: it does everything an honest one does, and then not quite.

use vigilia::desks::carrying::exchange::Correspondent;
use vigilia::desks::commander::CommanderDesk;
use vigilia::desks::error::DeskError;
use vigilia::domain::ids::{Dice, Digest, PacketId};
use vigilia::domain::marking::Marking;
use vigilia::domain::people::{Addressee, Role};
use vigilia::domain::precedence::Precedence;
use vigilia::domain::text::Narrative;
use vigilia::domain::time::Timestamp;
use vigilia::vault::unlock::Vault;
use vigilia::wire::contents::Contents;
use vigilia::wire::report::ReportV1;
use vigilia::wire::review::ReviewV1;
use vigilia::wire::sealing::{Dispatch, seal_packet};
use vigilia::wire::spelling::Plain;
use vigilia::wire::statement::sign;

/// What was done to the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Patch {
    None,
    /// It leaves out every report with an even number.
    Drops,
    /// It puts other words into every report with an even number and signs them itself.
    Edits,
}

/// A patched commander at his desk.
pub struct Patched<'a> {
    pub desk: &'a mut CommanderDesk,
    pub patch: Patch,
}

impl Correspondent for Patched<'_> {
    fn vault(&mut self) -> &mut Vault {
        self.desk.vault()
    }

    fn prepare(&mut self, now: Timestamp, dice: &mut dyn Dice) -> Result<Vec<Digest>, DeskError> {
        let mut packets = self.desk.pass_down(now, dice)?;
        let cell = Addressee::Role(Role::Cell);
        let owed: Vec<_> = self.desk.queue()?.into_iter().map(|owed| owed.held).collect();
        let (victims, others): (Vec<_>, Vec<_>) =
            owed.into_iter().partition(|held| held.report.head().sequence % 2 == 0);
        for held in &others {
            if self.desk.vault().review_of(held.digest)?.is_none() {
                self.desk.review(held.digest, Default::default(), now)?;
            }
        }
        let vault = self.desk.vault();
        let (mut statements, mut riders) = (Vec::new(), Vec::new());
        for held in &others {
            let (review, said) = vault.review_of(held.digest)?.unwrap();
            assert_eq!(ReviewV1::from(&said).report.0, held.digest);
            riders.extend([held.digest, review]);
        }
        riders.extend(vault.latest_tallies()?.into_iter().map(|(_, tally)| tally));
        riders = vault.not_riding(&riders, &cell)?;
        for rider in &riders {
            statements.push(vault.statement(*rider)?);
        }
        if self.patch == Patch::Edits {
            for held in &victims {
                let mut said = vault.signed::<ReportV1>(held.digest)?.payload;
                said.facts = Narrative::new("Nothing out of the ordinary.").ok().map(Plain);
                let profile = vault.profile();
                statements.push(sign(said, &profile.signing, profile.realm.id())?.statement);
            }
        }
        if riders.is_empty() {
            return Ok(packets);
        }
        let dispatch = Dispatch {
            packet: PacketId::fresh(now, dice),
            to: cell,
            precedence: Precedence::Routine,
            marking: Marking::default(),
            created: now,
        };
        let contents = Contents { statements, ..Contents::default() };
        let roster = vault.roster()?.unwrap();
        let packet = seal_packet(&contents, &dispatch, &roster, &vault.profile().signing)?;
        vault.keep_packet(&packet, &riders, now)?;
        packets.push(packet.digest());
        Ok(packets)
    }
}
