import { type Socket, createServer } from "node:net";

/** How the server treats a mail: takes it, refuses it for now or for good, or hangs up with the text in its hands. */
export type Manner = "accept" | "temporary" | "permanent" | "hang-up";

/** When the server may answer otherwise than a kind one: at the greeting, to a command, to the text. */
type Moment = "greeting" | "mail" | "rcpt" | "data" | "text";
/** A reply such as "451 later", no reply at all, or the end of the connection. */
type Answers = Partial<Record<Moment, string>>;

const manners: Record<Manner, Answers> = {
  accept: {},
  temporary: { mail: "451 later please" },
  permanent: { rcpt: "550 nobody here" },
  "hang-up": { text: "hang-up" },
};

export type MailServer = {
  url: string;
  /** Every text that arrived whole, whatever was answered to it. */
  received: { to: string; text: string }[];
  /** Connections so far. */
  connections: number;
  manner: Manner;
  /** "451 later", "hang" or "hang-up" at any moment; goes before `manner`. */
  answers: Answers;
  /** Ends every connection, as servers do with idle ones. */
  dropConnections: () => void;
  stop: () => Promise<void>;
};

/** A mail server on 127.0.0.1 that speaks as much SMTP as a delivery needs. */
export async function startMailServer(): Promise<MailServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    state.connections += 1;
    socket.on("close", () => sockets.delete(socket)).on("error", () => {});
    converse(socket, state);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address() as { port: number };
  const state: MailServer = {
    url: `smtp://127.0.0.1:${address.port}`,
    received: [],
    connections: 0,
    manner: "accept",
    answers: {},
    dropConnections: () => sockets.forEach((socket) => socket.end()),
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
  return state;
}

function converse(socket: Socket, server: MailServer): void {
  let recipient = "";
  let buffer = "";
  let inText = false;
  const answer = (moment: Moment, kind: string) => {
    const reply = { ...manners[server.manner], ...server.answers }[moment] ?? kind;
    if (reply === "hang-up") socket.destroy();
    else if (reply !== "hang") socket.write(`${reply}\r\n`);
    return reply === kind;
  };
  answer("greeting", "220 test");
  socket.on("data", (chunk) => {
    buffer += chunk.toString("utf8");
    for (;;) {
      const end = buffer.indexOf(inText ? "\r\n.\r\n" : "\r\n");
      if (end < 0) return;
      const part = buffer.slice(0, end);
      buffer = buffer.slice(end + (inText ? 5 : 2));
      if (inText) {
        inText = false;
        server.received.push({ to: recipient, text: part });
        answer("text", "250 taken");
      } else if (/^MAIL/i.test(part)) answer("mail", "250 ok");
      else if (/^RCPT/i.test(part)) {
        recipient = /<(.*)>/.exec(part)?.[1] ?? "";
        answer("rcpt", "250 ok");
      } else if (/^DATA/i.test(part)) inText = answer("data", "354 go on");
      else if (/^QUIT/i.test(part)) socket.end("221 bye\r\n");
      else socket.write("250 ok\r\n");
    }
  });
}
