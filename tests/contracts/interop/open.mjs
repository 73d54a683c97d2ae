// Opens a file. Arguments: "identity" or "passphrase", the secret, the sealed file, where the content goes.
import { readFile, writeFile } from "node:fs/promises";
import { Decrypter } from "age-encryption";

const [how, secret, from, to] = process.argv.slice(1);
const decrypter = new Decrypter();
if (how === "identity") decrypter.addIdentity(secret);
else decrypter.addPassphrase(secret);
await writeFile(to, await decrypter.decrypt(await readFile(from)));
