import { z } from "zod";

const flag = z
  .enum(["0", "1"])
  .default("0")
  .transform((value) => value === "1");
const url = (protocols: RegExp) => z.url({ protocol: protocols });
const secret = z.string().min(32, { error: "must have at least 32 characters" });
const optionalText = z
  .string()
  .trim()
  .optional()
  .transform((value) => value || undefined);

/** Every environment variable of the application, described for people in docs/operations.md. */
const schema = z.object({
  /** Postgres, directly or through PgBouncer in transaction mode. */
  DATABASE_URL: url(/^postgres(ql)?$/),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(200).default(10),
  /** Key ring `id:base64` of 32-byte keys, comma separated; the first one encrypts, all decrypt. */
  ENCRYPTION_KEYS: z.string().regex(/^(\s*[a-z0-9-]{1,20}:[a-z0-9+/]{43}=\s*(,|$))+$/i, {
    error: "must be a list of id:base64, each key of 32 bytes",
  }),
  BLIND_INDEX_KEY: secret,
  NEXTAUTH_SECRET: secret,
  /** Where people reach the application; links in mails begin with it. */
  APP_URL: url(/^https?$/),
  /** How many proxies stand between browsers and us; each appends the address it saw to X-Forwarded-For. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  SMTP_URL: url(/^smtps?$/).optional(),
  /** Set to 1 for a mail server in a network of one's own that offers no TLS. */
  SMTP_ALLOW_PLAINTEXT: flag,
  /** Where answers go; the sign of an inquiry is added behind a plus. */
  REPLY_ADDRESS: z.email().optional(),
  /** Signs mails for the domain of MAIL_FROM (RFC 6376): the selector in DNS and the key in PEM; both or none. */
  DKIM_SELECTOR: optionalText,
  DKIM_PRIVATE_KEY: optionalText.transform((pem) => pem?.replaceAll("\\n", "\n")),
  MAIL_FROM: z.string().min(3).default("Lotse <lotse@localhost.localdomain>"),
  /** The mailbox whose mails are read, `imaps://user:password@host/INBOX`. */
  IMAP_URL: url(/^imaps?$/).optional(),
  INNGEST_BASE_URL: url(/^https?$/).optional(),
  INNGEST_EVENT_KEY: optionalText,
  INNGEST_SIGNING_KEY: optionalText,
  /** Nominatim-compatible search endpoint; without it addresses are placed at their postcode. */
  GEOCODER_URL: url(/^https?$/).optional(),
  /** OSRM-compatible table services, up to and with the profile; without one ways are estimated. */
  ROUTER_CAR_URL: url(/^https?$/).optional(),
  ROUTER_BICYCLE_URL: url(/^https?$/).optional(),
  ROUTER_FOOT_URL: url(/^https?$/).optional(),
  /** MOTIS-compatible one-to-many service with public transport. */
  TRANSIT_ROUTER_URL: url(/^https?$/).optional(),
  OPERATOR_NAME: optionalText,
  OPERATOR_STREET: optionalText,
  OPERATOR_CITY: optionalText,
  OPERATOR_EMAIL: optionalText,
  OPERATOR_PHONE: optionalText,
  /** Set by `npm start`: shows the banner that this is a demonstration with invented people. */
  DEMO: flag,
});
export type Env = z.output<typeof schema>;

let cached: Env | undefined;

/** The checked environment; throws one sentence that names every wrong variable and never prints a value. */
export function env(): Env {
  cached ??= readEnv(process.env);
  return cached;
}

export function readEnv(source: Record<string, string | undefined>): Env {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const result = schema.safeParse(present);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `${issue.path.join(".")} (${issue.message})`);
  throw new Error(
    `The environment is not complete: ${[...new Set(problems)].join(", ")}. See docs/operations.md.`,
  );
}
