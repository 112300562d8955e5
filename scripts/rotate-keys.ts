import { closeDatabase } from "@/db/client";
import { systemContext } from "@/lib/core/context";
import { rotateKeys } from "@/lib/domain/privacy/rotate-keys";
import { optionsOf } from "./command-line/read-options";
import { useLocalEnvironment } from "./local-environment";

/** `npm run rotate-keys`: encrypts everything anew with the first key of ENCRYPTION_KEYS. */
optionsOf({
  call: "npm run rotate-keys",
  about: "Encrypts everything anew with the first key of ENCRYPTION_KEYS.",
  options: {},
});
try {
  useLocalEnvironment();
  console.log(`${await rotateKeys(systemContext("rotate-keys"))} values encrypted anew`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
} finally {
  await closeDatabase();
}
