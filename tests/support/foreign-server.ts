import { type IncomingMessage, type ServerResponse, createServer } from "node:http";

export type Answer = (response: ServerResponse, request: IncomingMessage, body: string) => void;
export type ForeignServer = {
  url: string;
  host: string;
  requests: { method: string; url: string; headers: IncomingMessage["headers"]; body: string }[];
  answer: (next: Answer) => void;
  /** Breaks every open connection. */
  dropAll: () => void;
  close: () => void;
};

/** A local server that speaks for a foreign service: answers as told and remembers what it was asked. */
export async function startForeignServer(first: Answer): Promise<ForeignServer> {
  let answer = first;
  const requests: ForeignServer["requests"] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      requests.push({
        method: request.method ?? "",
        url: request.url ?? "",
        headers: request.headers,
        body,
      });
      answer(response, request, body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const host = `127.0.0.1:${(server.address() as { port: number }).port}`;
  return {
    url: `http://${host}/`,
    host,
    requests,
    answer: (next) => (answer = next),
    dropAll: () => server.closeAllConnections(),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

export const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}): Answer =>
  (response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  };

/** Never answers. */
export const hang: Answer = () => {};

/** Sends one byte now and then, forever. */
export const drip: Answer = (response) => {
  response.writeHead(200, { "content-type": "application/json" });
  const timer = setInterval(() => response.write(" "), 20);
  response.on("close", () => clearInterval(timer));
};

/** Sends without end as fast as it can. */
export const flood: Answer = (response) => {
  response.writeHead(200, { "content-type": "application/json" });
  const block = "[".repeat(65_536);
  const more = () => {
    while (!response.destroyed && response.write(block));
  };
  response.on("drain", more);
  more();
};

/** What can go wrong with any foreign service. */
export const brokenAnswers: [string, Answer][] = [
  ["an error of the server", json({ error: "oops" }, 500)],
  ["too many requests", json({ message: "Too Many Requests" }, 429, { "retry-after": "120" })],
  ["a page instead of data", json("<!doctype html><title>Welcome</title>")],
  ["JSON cut in two", json('{"code":"Ok","dura')],
  ["JSON of another shape", json({ hello: "world" })],
  ["nothing", json("")],
  ["null", json("null")],
  ["a redirect", json("", 302, { location: "http://169.254.169.254/latest" })],
  ["a broken connection", (response) => response.destroy()],
  ["a flood", flood],
];
