// Prints an identity and its recipient, each on a line. Argument: an identity, or nothing for a new one.
import { generateHybridIdentity, identityToRecipient } from "age-encryption";

const identity = process.argv[1] ?? (await generateHybridIdentity());
console.log(identity);
console.log(await identityToRecipient(identity));
