/** Writes the invented people of samples/. The same program always writes the same files: `npm run samples`. */
import { mkdirSync, writeFileSync } from "node:fs";
import { optionsOf } from "./command-line/read-options";
import { makeSampleFiles } from "./samples/make-sample-files";

optionsOf({
  call: "npm run samples",
  about: "Writes the invented people of samples/. The same program always writes the same files.",
  options: {},
});
mkdirSync("samples", { recursive: true });
for (const [name, text] of Object.entries(makeSampleFiles())) {
  writeFileSync(`samples/${name}`, text);
  console.log(`samples/${name}: ${text.split("\n").length - 3} entries`);
}
