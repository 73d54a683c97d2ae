//! Bulletins: published by the cell, read at every desk.
//!
//! ```text
//!  cell: publish ─▶ number, who is concerned, what is in force beside it ─ sign ─▶ with the answers, one packet for each
//!                                                                                 commander concerned
//!  any desk: list ─▶ open, the signature verified anew
//! ```
//!
//! From Brussels a bulletin goes to commanders alone, and to an observer only where nobody commands: one packet for a
//! contingent instead of one for each soldier, and the cell does not know who of them has a line. How it goes on from
//! there is told in [`crate::desks::commander::passing_down`].

use crate::desks::cell::{CellDesk, commander_of};
use crate::desks::commander::CommanderDesk;
use crate::desks::enrolment::roster_in_force;
use crate::desks::error::DeskError;
use crate::desks::observer::ObserverDesk;
use crate::desks::observer::answers::Heading;
use crate::desks::signer::{Signature, Signer, signature_of, signer_of};
use crate::domain::bulletin::{Beside, Bulletin, BulletinError, BulletinKind, Edition, Validity, are_among};
use crate::domain::ids::{Digest, MemberId};
use crate::domain::no_orders::orders;
use crate::domain::people::{Addressee, Contingent, Role};
use crate::domain::time::Timestamp;
use crate::vault::bulletins::HeldBulletin;
use crate::vault::error::VaultError;
use crate::vault::unlock::Vault;
use crate::wire::bulletin::BulletinV1;
use crate::wire::roster::{Member, Roster};

/// How long a bulletin is in force if its author does not say, in days.
const USUAL_DAYS: u32 = 90;

/// What an officer of the cell wants to tell.
#[derive(Debug, Clone, PartialEq)]
pub struct Announcement {
    /// What it is.
    pub kind: BulletinKind,
    /// The same in one to four languages.
    pub editions: Vec<Edition>,
    /// Whom it concerns; none means every contingent.
    pub contingents: Vec<Contingent>,
    /// Until when it is in force; otherwise for ninety days.
    pub until: Option<Timestamp>,
    /// The bulletin it replaces.
    pub supersedes: Option<Digest>,
}

/// A bulletin as a list shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct BulletinLine {
    /// The digest of its statement.
    pub statement: Digest,
    /// Its number, its titles, how long it is in force.
    pub heading: Heading,
    /// Whom it concerns; none means every contingent.
    pub contingents: Vec<Contingent>,
    /// Which desk of the cell signed it.
    pub signer: MemberId,
    /// The same, as far as the roster in force knows it.
    pub signed_by: Option<Signer>,
    /// When it was issued, by the cell's clock.
    pub issued: Timestamp,
    /// When it was taken in here, or published.
    pub arrived: Timestamp,
    /// When it was first looked at here.
    pub seen: Option<Timestamp>,
    /// To how many members a road was given it from here.
    pub handed_on: u32,
}

/// A bulletin that was opened.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenedBulletin {
    /// As the list shows it.
    pub line: BulletinLine,
    /// Whether the signature holds today.
    pub signature: Signature,
    /// What it says; nothing where the signature does not hold.
    pub bulletin: Option<Bulletin>,
}

/// Every bulletin in a vault, the newest first.
pub fn listed(vault: &Vault) -> Result<Vec<BulletinLine>, DeskError> {
    let (roster, missing) = (vault.roster()?, vault.missing_bulletins()?);
    vault.bulletins(None)?.into_iter().map(|held| line(vault, &held, roster.as_ref(), &missing)).collect()
}

/// One bulletin with its words, verified anew.
pub fn opened(vault: &Vault, statement: Digest) -> Result<OpenedBulletin, DeskError> {
    let roster = vault.roster()?.ok_or(DeskError::NoRoster)?;
    let held = vault.bulletins(Some(statement))?.pop().ok_or(VaultError::NotFound("bulletin"))?;
    let line = line(vault, &held, Some(&roster), &vault.missing_bulletins()?)?;
    let signature = signature_of::<BulletinV1>(vault, statement, &roster)?;
    Ok(OpenedBulletin {
        line,
        signature,
        bulletin: (signature != Signature::Broken).then_some(held.bulletin),
    })
}

fn line(
    vault: &Vault,
    held: &HeldBulletin,
    roster: Option<&Roster>,
    missing: &[(Digest, Vec<Beside>)],
) -> Result<BulletinLine, DeskError> {
    Ok(BulletinLine {
        statement: held.statement,
        heading: Heading::of(held, missing),
        contingents: held.bulletin.contingents.clone(),
        signer: held.signer,
        signed_by: roster.and_then(|roster| signer_of(roster, held.signer)),
        issued: held.bulletin.issued,
        arrived: held.arrived,
        seen: held.seen,
        handed_on: vault.handed_on(held.statement)?,
    })
}

impl ObserverDesk {
    /// Every bulletin that came, the newest first. They stand among the answers too.
    pub fn bulletins(&self) -> Result<Vec<BulletinLine>, DeskError> {
        listed(&self.vault)
    }

    /// One bulletin with its words, verified anew.
    pub fn bulletin(&self, statement: Digest) -> Result<OpenedBulletin, DeskError> {
        opened(&self.vault, statement)
    }
}

impl CommanderDesk {
    /// Every bulletin that came, the newest first, with how many were handed it.
    pub fn bulletins(&self) -> Result<Vec<BulletinLine>, DeskError> {
        listed(&self.vault)
    }

    /// One bulletin with its words, verified anew.
    pub fn bulletin(&self, statement: Digest) -> Result<OpenedBulletin, DeskError> {
        opened(&self.vault, statement)
    }
}

impl CellDesk {
    /// Every bulletin published here, the newest first.
    pub fn bulletins(&self) -> Result<Vec<BulletinLine>, DeskError> {
        listed(&self.vault)
    }

    /// One bulletin with its words, verified anew.
    pub fn bulletin(&self, statement: Digest) -> Result<OpenedBulletin, DeskError> {
        opened(&self.vault, statement)
    }

    /// Signs a bulletin; it goes with the next exchange.
    ///
    /// # Errors
    /// [`DeskError::BulletinAsks`] for words that ask a soldier to find something out, [`DeskError::NobodyOf`] for a
    /// contingent without members, [`DeskError::Bulletin`] where its parts do not agree. Nothing is signed then, and no
    /// number is taken.
    pub fn publish(&mut self, told: Announcement, now: Timestamp) -> Result<BulletinLine, DeskError> {
        let roster = roster_in_force(&self.vault)?;
        for edition in &told.editions {
            if let Some(at) = orders(&edition.whole()).into_iter().next() {
                return Err(DeskError::BulletinAsks { language: edition.language, at });
            }
        }
        let serves = |contingent: &Contingent| roster.active().any(|member| is_of(member, contingent));
        if let Some(nobody) = told.contingents.iter().find(|contingent| !serves(contingent)) {
            return Err(DeskError::NobodyOf(nobody.clone()));
        }
        let me = self.vault.profile().me;
        let mut held = self.vault.bulletins(None)?;
        if let Some(old) = told.supersedes {
            let old = held.iter().find(|held| held.statement == old);
            let whom = &old.ok_or(VaultError::NotFound("bulletin"))?.bulletin.contingents;
            if !are_among(whom, &told.contingents) {
                return Err(BulletinError::Narrower.into());
            }
        }
        held.retain(|held| {
            held.signer == me
                && Some(held.statement) != told.supersedes
                && held.bulletin.validity(held.replaced, now) == Validity::InForce
                && are_among(&told.contingents, &held.bulletin.contingents)
        });
        held.sort_by_key(|held| held.bulletin.number);
        let beside =
            |held: &HeldBulletin| Beside { number: held.bulletin.number, until: held.bulletin.until };
        let in_force = held.iter().map(beside).collect();
        let bulletin = Bulletin {
            number: self.vault.last_bulletin_of(me)?.saturating_add(1),
            kind: told.kind,
            editions: told.editions,
            contingents: told.contingents,
            issued: now,
            until: told.until.unwrap_or_else(|| now.plus_hours(USUAL_DAYS * 24)),
            supersedes: told.supersedes,
            in_force,
        };
        let signed = self.signed(BulletinV1::from(&bulletin.checked()?))?;
        self.vault.take_bulletin(&signed, now)?;
        Ok(opened(&self.vault, signed.statement.digest())?.line)
    }

    /// Bulletins in force that no packet carries yet to whom they go from here.
    pub(super) fn bulletins_to_send(
        &self,
        roster: &Roster,
        now: Timestamp,
    ) -> Result<Vec<(Addressee, Digest)>, DeskError> {
        let mut to_send = Vec::new();
        for member in roster.active() {
            let contingent = member.contingent.as_ref().map(|contingent| &contingent.0);
            let commander = contingent.and_then(|contingent| commander_of(roster, contingent));
            let himself = Addressee::Member(member.id());
            let goes = match member.role.0 {
                Role::Commander => commander.as_ref() == Some(&himself),
                Role::Observer => commander.is_none(),
                Role::Relay | Role::Cell | Role::Integrity | Role::Authority => false,
            };
            if goes {
                let riders = self.vault.bulletins_not_riding(contingent, &himself, now)?;
                to_send.extend(riders.into_iter().map(|digest| (himself.clone(), digest)));
            }
        }
        Ok(to_send)
    }
}

/// Whether a member serves in a contingent.
fn is_of(member: &Member, contingent: &Contingent) -> bool {
    member.contingent.as_ref().map(|his| &his.0) == Some(contingent)
}
