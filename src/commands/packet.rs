//! Packets by hand.

use std::path::{Path, PathBuf};

use clap::Subcommand;
use serde_json::json;

use crate::commands::edge::now;
use crate::commands::failure::Failure;
use crate::commands::member::read_file;
use crate::commands::session::Session;
use crate::commands::show::{dtg, intake as sentence};
use crate::desks::intake::read_packet;
use crate::domain::code::Coded;
use crate::wire::packet::{MOST, UnverifiedPacket};

/// Read and look at packets.
#[derive(Debug, Subcommand)]
pub enum PacketCommand {
    /// Seal what waits and write it to a stick or shared folder.
    Write {
        /// The folder.
        #[arg(long)]
        to_folder: PathBuf,
    },
    /// Read packets that came by hand.
    Read {
        /// Packet files.
        #[arg(required = true)]
        paths: Vec<PathBuf>,
    },
    /// What a carrier can see of a packet.
    Inspect {
        /// A packet file.
        file: PathBuf,
    },
}

impl PacketCommand {
    /// Runs the command.
    pub fn run(self, session: &Session) -> Result<(), Failure> {
        match self {
            Self::Write { to_folder } => crate::commands::sync::write_to_folder(session, &to_folder),
            Self::Read { paths } => read(session, &paths),
            Self::Inspect { file } => inspect(session, &file),
        }
    }
}

fn read(session: &Session, paths: &[PathBuf]) -> Result<(), Failure> {
    let mut vault = session.unlock()?;
    let (mut told, mut words, mut worst) = (Vec::new(), Vec::new(), None);
    for path in paths {
        // A bad file never stops the rest.
        let outcome = read_file(path, MOST as u64)
            .and_then(|bytes| read_packet(&mut vault, bytes, now()).map_err(Failure::from));
        match outcome {
            Ok(intake) => {
                words.push(format!("{}: {}", path.display(), sentence(&intake)));
                told.push(json!({
                    "file": path,
                    "packet": intake.packet.to_string(),
                    "again": intake.again,
                    "taken": intake.taken.len(),
                    "set_aside": intake.set_aside.len(),
                    "attachments": intake.attachments,
                }));
            }
            Err(failure) => {
                words.push(format!("{}: not read. {}", path.display(), failure.sentence()));
                told.push(json!({ "file": path, "refused": failure.sentence() }));
                worst = Some(failure);
            }
        }
    }
    session.output().result(&words.join("\n"), &json!(told));
    worst.map_or(Ok(()), Err)
}

fn inspect(session: &Session, file: &Path) -> Result<(), Failure> {
    let packet = UnverifiedPacket::parse(read_file(file, MOST as u64)?);
    let packet = packet.map_err(|wrong| Failure::unverified(wrong.to_string()))?;
    let vault = session.unlock()?;
    let roster = vault
        .roster()?
        .ok_or_else(|| Failure::failed("no roster is installed, so the label cannot be checked"))?;
    let packet = packet.verify(&roster).map_err(|wrong| Failure::unverified(wrong.to_string()))?;
    let label = packet.label();
    let sender = roster.member(packet.label_statement().signer()).map(|member| member.callsign.0.to_string());
    let words = format!(
        "Packet {}\n  from        {}\n  to          {}\n  precedence  {}\n  marking     {}\n  made        {}\n  sealed      {} bytes\nThe label is signed by its sender and fits what is sealed.",
        packet.digest(),
        sender.clone().unwrap_or_default(),
        label.to.0,
        label.precedence.0,
        label.marking.0.banner(),
        dtg(label.created.0),
        label.size,
    );
    let told = json!({
        "packet": packet.digest().to_string(),
        "from": sender,
        "to": label.to.0.to_string(),
        "precedence": label.precedence.0.code(),
        "marking": label.marking.0.code(),
        "created": label.created.0.to_string(),
        "size": label.size,
    });
    session.output().result(&words, &told);
    Ok(())
}
