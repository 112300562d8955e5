import { type Socket, createServer } from "node:net";

/** How the server treats a mail: takes it, refuses it for now or for good, or hangs up with the text in its hands. */
export type Manner = "accept" | "temporary" | "permanent" | "hang-up";

export type MailServer = {
  url: string;
  received: { to: string; text: string }[];
  manner: Manner;
  stop: () => Promise<void>;
};

/** A mail server on 127.0.0.1 that speaks as much SMTP as a delivery needs. */
export async function startMailServer(): Promise<MailServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => {});
    converse(socket, state);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address() as { port: number };
  const state: MailServer = {
    url: `smtp://127.0.0.1:${address.port}`,
    received: [],
    manner: "accept",
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
  const say = (line: string) => socket.write(`${line}\r\n`);
  say("220 test");
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
        if (server.manner === "hang-up") return void socket.destroy();
        say("250 taken");
      } else if (/^MAIL/i.test(part) && server.manner === "temporary") say("451 later please");
      else if (/^RCPT/i.test(part) && server.manner === "permanent") say("550 nobody here");
      else if (/^RCPT/i.test(part)) {
        recipient = /<(.*)>/.exec(part)?.[1] ?? "";
        say("250 ok");
      } else if (/^DATA/i.test(part)) {
        inText = true;
        say("354 go on");
      } else if (/^QUIT/i.test(part)) socket.end("221 bye\r\n");
      else say("250 ok");
    }
  });
}
