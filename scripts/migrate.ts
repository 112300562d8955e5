import { migrateDatabase } from "@/db/migrate";
import { optionsOf } from "./command-line/read-options";
import { useLocalEnvironment } from "./local-environment";

/** `npm run migrate`: brings the database to the newest tables; does nothing when it has them. */
optionsOf({
  call: "npm run migrate",
  about: "Brings the database to the newest tables; does nothing when it has them.",
  options: {},
});
try {
  useLocalEnvironment();
  await migrateDatabase(process.env.DATABASE_URL!);
  console.log("The tables are up to date.");
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
