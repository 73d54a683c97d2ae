// Seals a file. Arguments: "recipient" or "passphrase", to whom or the words, the content, where the sealed file goes.
import { readFile, writeFile } from "node:fs/promises";
import { Encrypter } from "age-encryption";

const [how, towards, from, to] = process.argv.slice(1);
const encrypter = new Encrypter();
if (how === "recipient") {
  encrypter.addRecipient(towards);
} else {
  encrypter.setPassphrase(towards);
  encrypter.setScryptWorkFactor(10);
}
await writeFile(to, await encrypter.encrypt(await readFile(from)));
