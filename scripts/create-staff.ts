import { randomBytes } from "node:crypto";
import { z } from "zod";
import { closeDatabase } from "@/db/client";
import { systemContext } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { createStaff } from "@/lib/domain/staff/create-staff";
import { staffRoles } from "@/lib/domain/staff/status";
import { optionsOf } from "./command-line/read-options";
import { UsageError, tellProblem } from "./command-line/usage-error";
import { useLocalEnvironment } from "./local-environment";
import { Problem } from "./start/problem";

/**
 * `npm run create-staff -- EMAIL ROLE NAME...`: adds somebody to the team, the first admin above all, and prints the
 * password to begin with. The others are added at the desk.
 */
const { words } = optionsOf({
  call: "npm run create-staff",
  about: "Adds somebody to the team, the first admin above all, and prints the password to begin with.",
  words: { placeholder: "EMAIL ROLE NAME", help: `with one of the roles ${staffRoles.join(", ")}` },
  options: {},
});
try {
  const [email = "", role, ...name] = words;
  const input = z.object({ email: z.email(), role: z.enum(staffRoles), name: z.string().min(1) });
  const person = input.safeParse({ email, role, name: name.join(" ") });
  if (!person.success)
    throw new UsageError(`Use: npm run create-staff -- EMAIL ${staffRoles.join("|")} NAME`);
  useLocalEnvironment();
  const password = randomBytes(15).toString("base64url");
  await createStaff(systemContext("create-staff"), { ...person.data, password });
  console.log(`${email} may sign in with the password ${password} and should change it at once.`);
} catch (error) {
  const taken = error instanceof AppError && error.key === "email_taken";
  tellProblem(taken ? new Problem("Somebody with this address is in the team already.") : error);
} finally {
  await closeDatabase();
}
