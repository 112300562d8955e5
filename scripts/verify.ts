import { runVerify } from "./verify/run-verify";

/** `npm run verify`: everything that can be checked without running the product, in seconds. */
const { failed } = await runVerify();
process.exitCode = failed === 0 ? 0 : 1;
