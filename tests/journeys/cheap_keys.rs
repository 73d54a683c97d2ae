//! Keys that cost next to nothing to try: thousands of doors are opened here, and what a guess costs is tested elsewhere.

use std::fs;
use std::io::Write;
use std::path::Path;

use age::Encryptor;
use age::scrypt::Recipient;
use vigilia::crypto::passphrase::open_with_passphrase;
use vigilia::crypto::secret::Passphrase;

/// What holds the key of a vault.
pub const KEY_FILE: &str = "vault.key.age";

/// Seals the key of a vault anew, with the same passphrase and the least work.
pub fn wrap_cheaply(home: &Path, passphrase: &str) {
    let file = home.join(KEY_FILE);
    let key = open_with_passphrase(&fs::read(&file).unwrap(), &Passphrase::new(passphrase.to_owned()), 32);
    let mut recipient = Recipient::new(passphrase.to_owned().into());
    recipient.set_work_factor(1);
    let encryptor = Encryptor::with_recipients(std::iter::once(&recipient as _)).unwrap();
    let mut sealed = encryptor.wrap_output(Vec::new()).unwrap();
    sealed.write_all(key.unwrap().expose()).unwrap();
    fs::write(file, sealed.finish().unwrap()).unwrap();
}
