//! The terminal while we have it, and the promise to give it back as it was.

use std::io::{self, IsTerminal, Stdout};
use std::mem::ManuallyDrop;
use std::panic;
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use crossterm::cursor::{MoveTo, Show};
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::execute;
use crossterm::style::ResetColor;
use crossterm::terminal::{
    Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode, size,
};
use ratatui::Frame;
use ratatui::backend::CrosstermBackend;

/// Whether the terminal is ours now. There is one terminal for the whole program, hence one flag.
static TAKEN: AtomicBool = AtomicBool::new(false);

static PANIC_HOOK: Once = Once::new();

/// The terminal, taken over. Dropping it gives it back; so does a panic of the thread
/// that draws, before anything about it is printed.
///
/// Whoever holds this prints nothing: an error is returned, the terminal dropped, and only then told.
pub struct Terminal {
    // Never dropped by itself: ratatui's own drop shows the cursor, which `restore` does too, and prints when it cannot,
    // which is a panic where the terminal has gone away.
    screen: ManuallyDrop<ratatui::Terminal<CrosstermBackend<Stdout>>>,
}

impl Terminal {
    /// Takes the terminal over: every key comes to us, and what stood there before stays behind our picture.
    ///
    /// # Errors
    /// When input or output is no terminal, or it refuses. The terminal is then as it was.
    pub fn enter() -> io::Result<Self> {
        if !(io::stdin().is_terminal() && io::stdout().is_terminal()) {
            return Err(io::Error::new(
                io::ErrorKind::Unsupported,
                "this desk needs a terminal for both input and output; in a script use the commands instead",
            ));
        }
        PANIC_HOOK.call_once(|| {
            let told_before = panic::take_hook();
            let drawing = thread::current().id();
            panic::set_hook(Box::new(move |panic| {
                // A worker that fails leaves the loop and its picture standing.
                if thread::current().id() == drawing {
                    let _ = restore();
                }
                told_before(panic);
            }));
        });
        // From here on a failure half way must be undone, so the flag goes up first.
        TAKEN.store(true, Ordering::SeqCst);
        let taken = take_over().and_then(|()| ratatui::Terminal::new(CrosstermBackend::new(io::stdout())));
        match taken {
            Ok(screen) => Ok(Self { screen: ManuallyDrop::new(screen) }),
            Err(error) => {
                let _ = restore();
                Err(error)
            }
        }
    }

    /// Columns and rows.
    ///
    /// # Errors
    /// When the terminal does not say.
    pub fn size(&self) -> io::Result<(u16, u16)> {
        size()
    }

    /// Draws one picture; only what differs from the last one is sent.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn draw(&mut self, picture: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        self.screen.draw(picture).map(|_| ())
    }

    /// Forgets the last picture, so that the next one is sent whole: something else wrote over it.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn forget_picture(&mut self) -> io::Result<()> {
        execute!(io::stdout(), ResetColor, Clear(ClearType::All))?;
        self.begin_anew();
        Ok(())
    }

    /// Takes the last picture off the screen and out of what the terminal keeps above it, at once.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn show_nothing(&mut self) -> io::Result<()> {
        show_nothing()?;
        self.begin_anew();
        Ok(())
    }

    /// Gives the terminal back with nothing on it and nothing above it, not even what stood there before.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn leave_nothing(self) -> io::Result<()> {
        show_nothing()?;
        restore()?;
        show_nothing()
    }

    /// Compares the next picture with an empty one. ratatui's own way asks the terminal where its cursor stands, and the
    /// answer would have to come past the thread that reads the keys.
    fn begin_anew(&mut self) {
        self.screen.swap_buffers();
    }
}

/// Empties the screen we are on, and what is kept above it. In this order: some terminals move what is cleared into what
/// they keep.
fn show_nothing() -> io::Result<()> {
    execute!(io::stdout(), ResetColor, Clear(ClearType::All), Clear(ClearType::Purge), MoveTo(0, 0))
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = restore();
    }
}

/// Gives the terminal back as it was. Does nothing when it is not ours, so it may be called any number of times.
///
/// # Errors
/// When the terminal is gone; there is then nothing left to restore.
pub fn restore() -> io::Result<()> {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return Ok(());
    }
    // Each step is tried even where the one before it failed.
    let cooked = disable_raw_mode();
    // A terminal that has no other screen would keep the last picture.
    let left = execute!(
        io::stdout(),
        ResetColor,
        Clear(ClearType::All),
        MoveTo(0, 0),
        DisableBracketedPaste,
        LeaveAlternateScreen,
        Show
    );
    cooked.and(left)
}

fn take_over() -> io::Result<()> {
    enable_raw_mode()?;
    execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste)
}

#[cfg(test)]
mod tests {
    use super::restore;

    #[test]
    fn giving_back_what_was_never_taken_does_nothing() {
        assert!(restore().is_ok());
        assert!(restore().is_ok());
    }
}
