//! Packets by hand.

use std::path::{Path, PathBuf};

use clap::Subcommand;
use serde_json::{Value, json};

use crate::commands::came;
use crate::commands::edge::now;
use crate::commands::failure::Failure;
use crate::commands::file::read_file;
use crate::commands::how_far::HowFar;
use crate::commands::session::Session;
use crate::commands::show::{count, dtg, intake as sentence};
use crate::commands::sync::at_its_desk;
use crate::desks::carrying::exchange::Correspondent;
use crate::desks::carrying::progress::{Moving, Progress};
use crate::desks::carrying::transfer::{ReadBack, Reading, TransferError, write_to_folder};
use crate::desks::dice::IdDice;
use crate::desks::error::DeskError;
use crate::desks::intake::{Intake, read_packet};
use crate::desks::spoken::roads;
use crate::domain::code::Coded;
use crate::language::tongue::Tongue;
use crate::language::word::Word;
use crate::vault::packets::RoadName;
use crate::vault::under_way::UnderWay;
use crate::wire::packet::{MOST, UnverifiedPacket};

/// Write, read and look at packets.
#[derive(Debug, Subcommand)]
pub enum PacketCommand {
    /// What waits to be carried.
    Waiting,
    /// Seal what waits and write it to a stick or shared folder. Each packet is read back and compared.
    Write {
        /// The folder.
        #[arg(long)]
        to_folder: PathBuf,
    },
    /// Read packets that came by hand.
    Read {
        /// Packet files, or folders of them.
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
            Self::Waiting => waiting(session),
            Self::Write { to_folder } => write(session, &to_folder),
            Self::Read { paths } => read(session, &paths),
            Self::Inspect { file } => inspect(session, &file),
        }
    }
}

fn waiting(session: &Session) -> Result<(), Failure> {
    let mut desk = at_its_desk(session.unlock()?)?;
    let vault = desk.vault();
    let unpacked = vault.unpacked(vault.profile().me)?;
    let mut words = vec![match unpacked {
        0 => "Everything filed is in a packet.".to_owned(),
        number => format!("{number} filed and in no packet yet: writing or sending packs them."),
    }];
    let mut told = Vec::new();
    for packet in vault.waiting_packets()? {
        let roads = match (packet.by_folder, packet.by_relay) {
            (None, None) => "on no road yet".to_owned(),
            (Some(at), None) => format!("to a folder {}", dtg(at)),
            (None, Some(at)) => format!("to the relay {}", dtg(at)),
            (Some(folder), Some(relay)) => {
                format!("to a folder {}, to the relay {}", dtg(folder), dtg(relay))
            }
        };
        let reports = count(usize::try_from(packet.reports).unwrap_or(usize::MAX), "report");
        words.push(format!("  {}  {} bytes  {reports}  {roads}", packet.digest.short(), packet.size));
        let under_way = vault.under_way(packet.digest, RoadName::Relay)?;
        words.extend(under_way.iter().map(|under_way| stopped(under_way, packet.size)));
        told.push(json!({
            "packet": packet.digest.to_string(),
            "to": packet.addressee.to_string(),
            "size": packet.size,
            "reports": packet.reports,
            "made": packet.made.to_string(),
            "by_folder": packet.by_folder.map(|at| at.to_string()),
            "by_relay": packet.by_relay.map(|at| at.to_string()),
            "receipt": packet.receipt,
            "under_way": under_way.map(|under_way| json!({
                "held": under_way.held,
                "tries": under_way.tries,
                "tried": under_way.tried.to_string(),
                "trouble": under_way.trouble.map(Coded::code),
                "next_try": under_way.next_try.map(|at| at.to_string()),
            })),
        }));
    }
    session.output().result(&words.join("\n"), &json!({ "unpacked": unpacked, "packets": told }));
    Ok(())
}

/// How far a packet has come on the line, and what stopped it.
fn stopped(under_way: &UnderWay, size: u64) -> String {
    let tries = count(usize::try_from(under_way.tries).unwrap_or(usize::MAX), "attempt");
    let mut words = format!(
        "      {} of {size} bytes over the line, {tries}, last {}",
        under_way.held,
        dtg(under_way.tried)
    );
    if let Some(trouble) = under_way.trouble {
        words.push_str(&format!("\n      stopped: {}", Tongue::English.say(roads::trouble(trouble))));
    }
    if let Some(next) = under_way.next_try {
        words.push_str(&format!("\n      next try {}", dtg(next)));
    }
    words
}

fn write(session: &Session, folder: &Path) -> Result<(), Failure> {
    let mut dice = IdDice::from_os().map_err(DeskError::from)?;
    let mut desk = at_its_desk(session.unlock()?)?;
    let mut how_far = HowFar::new(session.output());
    let outcome = write_to_folder(desk.as_mut(), folder, now(), &mut dice, &mut |written| {
        how_far.tell(written.progress());
    });
    drop(how_far);
    let written = outcome?;
    let mut words = format!(
        "Wrote {} and read each back whole; {} there already. {} bytes of packets from here lie in the folder.",
        count(written.new, "packet"),
        written.already,
        written.bytes
    );
    if written.left_out > 0 {
        let older = Word("transfer-left-out").with("count", written.left_out);
        words.push_str(&format!("\n{}", Tongue::English.speak(&older)));
    }
    let told = json!({
        "sent": written.new,
        "already_there": written.already,
        "left_out": written.left_out,
        "bytes": written.bytes,
    });
    session.output().result(&words, &told);
    Ok(())
}

fn read(session: &Session, paths: &[PathBuf]) -> Result<(), Failure> {
    let mut desk = at_its_desk(session.unlock()?)?;
    let (mut told, mut words, mut worst) = (Vec::new(), Vec::new(), None);
    for path in paths {
        if path.is_dir() {
            let came = read_all_in(session, desk.as_mut(), path)?;
            words.extend(came::read(&came.read));
            if came.again > 0 {
                words.push(format!("{} read before; nothing to do", count(came.again, "packet")));
            }
            told.extend(came.read.iter().map(|intake| as_json(path, intake)));
            words.extend(came::left(&came.refused, &came.unusable));
            let refused = came.refused.iter().map(|(packet, why)| (packet.short(), why.to_string()));
            let unusable = came.unusable.iter().map(|file| (file.name.clone(), file.why.to_string()));
            for (name, why) in refused.chain(unusable) {
                told.push(json!({ "file": name, "refused": why }));
                worst = Some(Failure::unverified("some files could not be read; the others were"));
            }
            continue;
        }
        // A bad file never stops the rest.
        let outcome = read_file(path, MOST as u64)
            .and_then(|bytes| read_packet(desk.vault(), bytes, now()).map_err(Failure::from));
        match outcome {
            Ok(intake) => {
                words.push(format!("{}: {}", path.display(), sentence(&intake)));
                told.push(as_json(path, &intake));
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

/// Reads a folder, and says how far it is.
fn read_all_in(
    session: &Session,
    desk: &mut dyn Correspondent,
    folder: &Path,
) -> Result<ReadBack, TransferError> {
    let mut how_far = HowFar::new(session.output());
    let mut looked = |done, of| {
        how_far.tell(Progress::new(Moving::Looking, done, of));
        true
    };
    let reading = Reading::begin_telling(desk, folder, now(), &mut looked)?;
    reading.to_the_end(desk, now(), &mut |reading| how_far.tell(reading.progress()))
}

fn as_json(path: &Path, intake: &Intake) -> Value {
    json!({
        "file": path,
        "packet": intake.packet.to_string(),
        "again": intake.again,
        "taken": intake.taken.len(),
        "set_aside": intake.set_aside.len(),
        "attachments": intake.attachments,
    })
}

impl From<TransferError> for Failure {
    fn from(error: TransferError) -> Self {
        let sentence = error.to_string();
        match error {
            TransferError::Desk(error) => error.into(),
            TransferError::Road(error) => error.into(),
            TransferError::Midway { .. } => Self::failed(sentence),
        }
    }
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
