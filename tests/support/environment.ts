import { inject } from "vitest";

/** Gives every test file the variables that lib/env.ts asks for; databases are passed by context, not by variable. */
process.env.DATABASE_URL ??= inject("databaseServer");
process.env.ENCRYPTION_KEYS = inject("encryptionKeys");
process.env.BLIND_INDEX_KEY = "a key that only the tests of this project use";
process.env.NEXTAUTH_SECRET = "a secret that only the tests of this project use";
process.env.APP_URL = "http://127.0.0.1:3999";
