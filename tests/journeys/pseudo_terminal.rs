//! A real terminal around the built program: keys go in, pictures come out.

use std::fs::File;
use std::io::{Read, Write};
use std::num::NonZero;
use std::os::fd::OwnedFd;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use rustix::fs::{Mode, OFlags};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{LocalModes, Termios, Winsize, tcgetattr, tcsetwinsize};

/// Longer than anything here takes; it decides no test, it only ends one that hangs.
const HANGS: Duration = Duration::from_secs(120);

/// Pieces of output within which what is waited for must come.
const MOST_PIECES: usize = 400;

pub struct PseudoTerminal {
    child: Child,
    keys: File,
    pieces: Receiver<Vec<u8>>,
    screen: vt100::Parser,
    end: FrameEnd,
    /// What the last frame showed; what comes before it is complete is half of two.
    frame: String,
    raw: Vec<u8>,
    slave: OwnedFd,
    before: Termios,
}

/// Starts a program in a new terminal: the program, the side the keys go into, and the side it sees.
pub fn in_a_terminal(command: &mut Command, columns: u16, rows: u16) -> (Child, File, OwnedFd, Termios) {
    let master = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY | OpenptFlags::CLOEXEC).unwrap();
    grantpt(&master).unwrap();
    unlockpt(&master).unwrap();
    let name = ptsname(&master, Vec::new()).unwrap();
    let slave =
        rustix::fs::open(&*name, OFlags::RDWR | OFlags::NOCTTY | OFlags::CLOEXEC, Mode::empty()).unwrap();
    tcsetwinsize(&slave, Winsize { ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0 }).unwrap();
    let before = tcgetattr(&slave).unwrap();
    let end = || Stdio::from(slave.try_clone().unwrap());
    let child = command.stdin(end()).stdout(end()).stderr(end()).env_remove("NO_COLOR").spawn().unwrap();
    (child, File::from(master), slave, before)
}

impl PseudoTerminal {
    pub fn run(command: &mut Command, columns: u16, rows: u16) -> Self {
        let (child, keys, slave, before) = in_a_terminal(command, columns, rows);
        let mut reading = keys.try_clone().unwrap();
        let (told, pieces) = channel();
        std::thread::spawn(move || {
            let mut piece = [0; 8192];
            while let Ok(length @ 1..) = reading.read(&mut piece) {
                if told.send(piece[..length].to_vec()).is_err() {
                    return;
                }
            }
        });
        let screen = vt100::Parser::new(NonZero::new(rows).unwrap(), NonZero::new(columns).unwrap(), 0);
        let end = FrameEnd::default();
        Self { child, keys, pieces, screen, end, frame: String::new(), raw: Vec::new(), slave, before }
    }

    /// Waits until the picture holds some words.
    pub fn wait_for(&mut self, words: &str) -> String {
        // A desk that waits still draws now and then; one that has drawn this often will not come to it any more.
        for _ in 0..MOST_PIECES {
            let picture = self.screen.screen().contents();
            if picture.contains(words) {
                return picture;
            }
            let Ok(piece) = self.pieces.recv_timeout(HANGS) else { break };
            self.take(&piece);
        }
        panic!("{words:?} never came:\n{}", self.screen.screen().contents());
    }

    /// Waits until a whole frame holds some words: whoever presses a key because of it presses it on the screen he sees.
    pub fn wait_for_frame(&mut self, words: &str) -> String {
        for _ in 0..MOST_PIECES {
            if self.frame.contains(words) {
                return self.frame.clone();
            }
            let Ok(piece) = self.pieces.recv_timeout(HANGS) else { break };
            self.take(&piece);
        }
        panic!("{words:?} never came:\n{}", self.frame);
    }

    fn take(&mut self, piece: &[u8]) {
        for byte in piece {
            self.screen.process(&[*byte]);
            if self.end.takes(*byte) {
                self.frame = self.screen.screen().contents();
            }
        }
        self.raw.extend(piece);
    }

    pub fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
    }

    pub fn signal(&self, signal: rustix::process::Signal) {
        rustix::process::kill_process(rustix::process::Pid::from_child(&self.child), signal).unwrap();
    }

    /// Whether typed letters show up again and lines are edited: how a shell needs its terminal.
    pub fn is_as_before(&self) -> bool {
        let now = tcgetattr(&self.slave).unwrap();
        let cooked = LocalModes::ECHO | LocalModes::ICANON | LocalModes::ISIG;
        now.local_modes == self.before.local_modes && now.local_modes.contains(cooked)
    }

    pub fn is_taken_over(&self) -> bool {
        !self.is_as_before() && self.screen.screen().alternate_screen()
    }

    /// Waits for the end of the program and takes in everything it still wrote.
    pub fn end(&mut self) -> ExitStatus {
        let status = self.child.wait().unwrap();
        while let Ok(piece) = self.pieces.recv_timeout(Duration::from_millis(200)) {
            self.take(&piece);
        }
        status
    }

    pub fn left_the_other_screen(&self) -> bool {
        !self.screen.screen().alternate_screen()
    }

    /// What stands on the terminal now.
    pub fn shown(&self) -> String {
        self.screen.screen().contents()
    }

    /// Everything the program ever wrote to the terminal.
    pub fn raw(&self) -> &[u8] {
        &self.raw
    }
}

impl Drop for PseudoTerminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Finds where frames end. The last thing a frame does is to hide the cursor, or to show it and put it where it belongs;
/// nothing else in a frame touches whether it is seen.
#[derive(Default)]
pub struct FrameEnd {
    sequence: Vec<u8>,
    showing: bool,
}

impl FrameEnd {
    /// Whether this byte is the last of a frame.
    pub fn takes(&mut self, byte: u8) -> bool {
        match (byte, self.sequence.as_slice()) {
            (0x1b, _) => self.sequence = vec![byte],
            (_, []) => {}
            (b'[', [0x1b]) | (0x20..=0x3f, [0x1b, b'[', ..]) => self.sequence.push(byte),
            _ => {
                self.sequence.push(byte);
                let sequence = std::mem::take(&mut self.sequence);
                match sequence.as_slice() {
                    b"\x1b[?25l" => return true,
                    b"\x1b[?25h" => self.showing = true,
                    [.., b'H'] if self.showing => {
                        self.showing = false;
                        return true;
                    }
                    _ => {}
                }
            }
        }
        false
    }
}
