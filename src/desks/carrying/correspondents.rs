//! Who sends and receives, and what each packs before he does.

use crate::desks::carrying::exchange::Correspondent;
use crate::desks::carrying::resealing::reseal;
use crate::desks::cell::CellDesk;
use crate::desks::commander::CommanderDesk;
use crate::desks::error::DeskError;
use crate::desks::held_up::HeldUp;
use crate::desks::observer::ObserverDesk;
use crate::domain::ids::{Dice, Digest};
use crate::domain::time::Timestamp;
use crate::vault::unlock::Vault;

impl Correspondent for ObserverDesk {
    fn vault(&mut self) -> &mut Vault {
        Self::vault(self)
    }

    fn prepare(&mut self, now: Timestamp, dice: &mut dyn Dice) -> Result<Vec<Digest>, DeskError> {
        self.pack(now, dice)
    }
}

impl Correspondent for CommanderDesk {
    fn vault(&mut self) -> &mut Vault {
        Self::vault(self)
    }

    fn prepare(&mut self, now: Timestamp, dice: &mut dyn Dice) -> Result<Vec<Digest>, DeskError> {
        let mut held_up = HeldUp::default();
        held_up.note(reseal(Self::vault(self), now, dice))?;
        let packed = held_up.note(self.pack(now, dice))?;
        held_up.told(packed.unwrap_or_default())
    }
}

impl Correspondent for CellDesk {
    fn vault(&mut self) -> &mut Vault {
        Self::vault(self)
    }

    fn prepare(&mut self, now: Timestamp, dice: &mut dyn Dice) -> Result<Vec<Digest>, DeskError> {
        // What is wrong with one author or addressee waits for him alone, and nobody is kept from the road by it.
        let mut held_up = HeldUp::default();
        held_up.note(self.acknowledge(now))?;
        let packed = held_up.note(self.pack(now, dice))?;
        held_up.told(packed.unwrap_or_default())
    }
}
