// Writes the published vectors of the age format, one file each, into a folder. Argument: the folder.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as vectors from "cctv-age";

const folder = process.argv[2];
await mkdir(folder, { recursive: true });
for (const [name, bytes] of Object.entries(vectors)) await writeFile(join(folder, name), bytes);
