//! One thing that could not be packed holds nothing else up.

use crate::desks::error::DeskError;

/// Why something could not be packed, told after everything else was.
#[derive(Debug, Default)]
pub(crate) struct HeldUp(Option<DeskError>);

impl HeldUp {
    /// What was done, or nothing where it concerns this one thing alone.
    ///
    /// # Errors
    /// What concerns everything.
    pub fn note<T>(&mut self, done: Result<T, DeskError>) -> Result<Option<T>, DeskError> {
        match done {
            Ok(done) => Ok(Some(done)),
            Err(why) if why.is_about_contents() => {
                self.0 = Some(why);
                Ok(None)
            }
            Err(why) => Err(why),
        }
    }

    /// This, or else what was held up before.
    pub fn or(self, before: Self) -> Self {
        Self(self.0.or(before.0))
    }

    /// Tells the last.
    pub fn told<T>(self, done: T) -> Result<T, DeskError> {
        self.0.map_or(Ok(done), Err)
    }
}
