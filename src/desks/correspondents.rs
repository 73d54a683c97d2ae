//! Who sends and receives, and what each packs before he does.

use crate::desks::cell::CellDesk;
use crate::desks::commander::CommanderDesk;
use crate::desks::error::DeskError;
use crate::desks::exchange::Correspondent;
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
        self.pack(now, dice)
    }
}

impl Correspondent for CellDesk {
    fn vault(&mut self) -> &mut Vault {
        Self::vault(self)
    }

    fn prepare(&mut self, now: Timestamp, dice: &mut dyn Dice) -> Result<Vec<Digest>, DeskError> {
        self.acknowledge(now)?;
        self.pack(now, dice)
    }
}
