import { execFileSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { connect } from "node:net";
import { ImapFlow } from "imapflow";
import { freePort } from "@/scripts/free-port";
import { serverUser } from "@/scripts/postgres/server-user";
import { bareEnvironment } from "@/scripts/processes/bare-environment";
import { type Launched, launch } from "@/scripts/processes/launch";

export type Dovecot = {
  /** For IMAP_URL. */
  url: string;
  /** Puts messages into the folder, over one connection. */
  deliver: (...messages: (string | Buffer)[]) => Promise<void>;
  /** The flags of every message in the folder, in its order. */
  flags: () => Promise<string[][]>;
  /** Ends the server without warning. */
  kill: () => Promise<void>;
  restart: () => Promise<void>;
  /** Numbers every message anew, as after a restore from a backup. */
  renumber: () => Promise<void>;
  stop: () => Promise<void>;
};

/** The Dovecot of this machine with IMAP, or undefined. Debian puts it where only root looks for programs. */
export function findDovecot(): string | undefined {
  const directories = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/usr/local/sbin"];
  const program = directories.map((directory) => join(directory, "dovecot")).find((file) => existsSync(file));
  const imap = ["/usr/lib/dovecot/imap", "/usr/libexec/dovecot/imap", "/usr/local/libexec/dovecot/imap"];
  return program && imap.some((file) => existsSync(file)) ? program : undefined;
}

/** A mail server with one empty mailbox in a temporary directory, on a free port, without root's rights. */
export async function startDovecot(program: string): Promise<Dovecot> {
  const directory = mkdtempSync(join(tmpdir(), "lotse-dovecot-"));
  const user = serverUser("");
  const [uid, gid] = [user?.uid ?? process.getuid!(), user?.gid ?? process.getgid!()];
  const port = await freePort();
  const file = join(directory, "dovecot.conf");
  for (const sub of ["run", "state", "mail"]) mkdirSync(join(directory, sub));
  writeFileSync(file, configuration(program, { directory, port, names: namesOf(uid, gid) }));
  writeFileSync(join(directory, "passwd"), `lotse:{PLAIN}geheim:${uid}:${gid}::${directory}/mail::\n`);
  chmodSync(directory, 0o755);
  for (const sub of ["", "run", "state", "mail", "passwd", "dovecot.conf"])
    chownSync(join(directory, sub), uid, gid);
  const url = `imap://lotse:geheim@127.0.0.1:${port}/INBOX`;
  const start = () => started(program, file, { directory, port, user });
  let server = await start();
  const stop = async () => {
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  };
  return {
    url,
    deliver: (...messages) =>
      withClient(url, async (client) => {
        for (const message of messages) await client.append("INBOX", Buffer.from(message));
      }),
    flags: () =>
      withClient(url, async (client) => {
        await client.mailboxOpen("INBOX");
        return (await client.fetchAll("1:*", { flags: true })).map(({ flags }) => [...(flags ?? [])]);
      }),
    kill: async () => {
      process.kill(-server.pid, "SIGKILL");
      await server.ended;
    },
    restart: async () => {
      server = await start();
    },
    renumber: async () => {
      await server.stop();
      const maildir = join(directory, "mail", "Maildir");
      for (const name of readdirSync(maildir))
        if (name.startsWith("dovecot")) rmSync(join(maildir, name), { recursive: true });
      // The number of the folder is the second of its making.
      await new Promise((resolve) => setTimeout(resolve, 1100));
      server = await start();
    },
    stop,
  };
}

type Place = { directory: string; port: number };

async function started(
  program: string,
  file: string,
  place: Place & { user: ReturnType<typeof serverUser> },
): Promise<Launched> {
  const server = await launch({
    command: program,
    args: ["-F", "-c", file],
    cwd: "/",
    env: bareEnvironment({ PATH: "/usr/sbin:/usr/bin:/sbin:/bin" }),
    user: place.user,
    temporaryDirectory: place.directory,
  });
  for (const deadline = Date.now() + 10_000; !(await greets(place.port));) {
    if (server.result() || Date.now() > deadline) {
      await server.stop();
      throw new Error("Dovecot did not start");
    }
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  return server;
}

function greets(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    const end = (greeted: boolean) => {
      socket.destroy();
      resolve(greeted);
    };
    socket.setTimeout(2000, () => end(false));
    socket
      .on("data", () => end(true))
      .on("error", () => end(false))
      .on("close", () => end(false));
  });
}

function configuration(program: string, { directory, port, names }: Place & { names: Names }): string {
  const version = execFileSync(program, ["--version"], { encoding: "utf8" });
  const isOld = /^2\.[0-3]\./.test(version);
  return [...(isOld ? before24(directory) : from24(directory)), ...common(directory, port, names)].join("\n");
}

type Names = { user: string; group: string };

function common(directory: string, port: number, { user, group }: Names): string[] {
  return [
    "protocols = imap",
    "listen = 127.0.0.1",
    "ssl = no",
    `base_dir = ${directory}/run`,
    `state_dir = ${directory}/state`,
    `log_path = ${directory}/state/log`,
    `default_internal_user = ${user}`,
    `default_internal_group = ${group}`,
    `default_login_user = ${user}`,
    "first_valid_uid = 1",
    "first_valid_gid = 1",
    // Without root nobody can be locked into a directory.
    "service anvil {\n  chroot =\n}",
    "service stats {\n  chroot =\n}",
    `service imap-login {\n  chroot =\n  inet_listener imap {\n    port = ${port}\n  }\n  inet_listener imaps {\n    port = 0\n  }\n}`,
    "",
  ];
}

function before24(directory: string): string[] {
  return [
    "disable_plaintext_auth = no",
    "auth_mechanisms = plain login",
    `mail_location = maildir:${directory}/mail/Maildir`,
    `passdb {\n  driver = passwd-file\n  args = ${directory}/passwd\n}`,
    `userdb {\n  driver = passwd-file\n  args = ${directory}/passwd\n}`,
  ];
}

function from24(directory: string): string[] {
  return [
    "dovecot_config_version = 2.4.0",
    "dovecot_storage_version = 2.4.0",
    "auth_allow_cleartext = yes",
    "auth_mechanisms {\n  plain = yes\n  login = yes\n}",
    "mail_driver = maildir",
    `mail_path = ${directory}/mail/Maildir`,
    `passdb passwd-file {\n  passwd_file_path = ${directory}/passwd\n}`,
    `userdb passwd-file {\n  passwd_file_path = ${directory}/passwd\n}`,
  ];
}

function namesOf(uid: number, gid: number): Names {
  return { user: nameIn("/etc/passwd", uid), group: nameIn("/etc/group", gid) };
}

function nameIn(file: string, id: number): string {
  const line = readFileSync(file, "utf8")
    .split("\n")
    .find((entry) => entry.split(":")[2] === String(id));
  return line?.split(":")[0] ?? String(id);
}

async function withClient<T>(url: string, work: (client: ImapFlow) => Promise<T>): Promise<T> {
  const { hostname: host, port, username: user, password: pass } = new URL(url);
  const client = new ImapFlow({
    host,
    port: Number(port),
    secure: false,
    doSTARTTLS: false,
    auth: { user, pass },
    logger: false,
  });
  client.on("error", () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.logout();
  }
}
