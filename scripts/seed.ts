import { closeDatabase, database } from "@/db/client";
import { staff } from "@/db/schema";
import { optionsOf } from "./command-line/read-options";
import { tellProblem } from "./command-line/usage-error";
import { useLocalEnvironment } from "./local-environment";
import { seedDemo } from "./seed/demo";

/** `npm run seed`: fills an empty database with invented people; does nothing when somebody works with it already. */
optionsOf({
  call: "npm run seed",
  about: "Fills an empty database with invented people; does nothing when somebody works with it already.",
  options: {},
});
try {
  useLocalEnvironment();
  const someone = await database().select({ id: staff.id }).from(staff).limit(1);
  console.log(someone.length > 0 ? "kept as it is" : await seedDemo());
} catch (error) {
  tellProblem(error);
} finally {
  await closeDatabase();
}
