//! Who belongs to the realm, as it stands here.

use serde_json::json;

use crate::commands::contingent::table;
use crate::commands::failure::Failure;
use crate::commands::session::Session;
use crate::desks::commander::CommanderDesk;
use crate::domain::code::Coded;
use crate::domain::people::Role;
use crate::wire::roster::Member;

/// Everybody in force; for a commander his contingent, and how it stands.
pub fn list(session: &Session) -> Result<(), Failure> {
    let vault = session.unlock()?;
    let Some(roster) = vault.roster()? else {
        session.output().result("No roster is installed yet.", &json!({ "epoch": null, "members": [] }));
        return Ok(());
    };
    let members: Vec<_> = roster.everybody().collect();
    let line = |member: &Member| {
        let contingent =
            member.contingent.as_ref().map(|contingent| contingent.0.to_string()).unwrap_or_default();
        let state = match (&member.revoked, roster.voucher_of(member.id())) {
            (Some(_), _) => "revoked",
            (None, Some(_)) => "enrolled by his commander",
            (None, None) => "",
        };
        let (role, callsign) = (member.role.0.code(), member.callsign.0.as_str());
        format!("{}  {role:<10} {callsign:<16} {contingent:<10} {state}", member.id()).trim_end().to_owned()
    };
    let words: Vec<String> = members.iter().map(|member| line(member)).collect();
    let told: Vec<_> = (members.iter())
        .map(|member| {
            json!({
                "id": member.id().to_string(),
                "role": member.role.0.code(),
                "callsign": member.callsign.0.as_str(),
                "contingent": member.contingent.as_ref().map(|contingent| contingent.0.as_str()),
                "vouched_by": roster.voucher_of(member.id()).map(|by| by.to_string()),
                "revoked": member.revoked.is_some(),
            })
        })
        .collect();
    let epoch = roster.epoch();
    if vault.profile().role == Role::Commander {
        let (table, contingent) = table(&CommanderDesk::open(vault)?.contingent()?);
        session
            .output()
            .result(&table, &json!({ "epoch": epoch, "members": told, "contingent": contingent }));
    } else {
        session.output().result(&words.join("\n"), &json!({ "epoch": epoch, "members": told }));
    }
    Ok(())
}
