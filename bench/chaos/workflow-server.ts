/**
 * What the web server does for workflows, and nothing else: it serves them and relays events. Started as a program, with
 * the environment of a web server: `tsx bench/chaos/workflow-server.ts PORT`. `POST /clock` moves its clock by
 * `{"advanceMs":n}`; CLOCK_OFFSET_MS is where it starts.
 */
import { type IncomingMessage, createServer } from "node:http";
import { serve } from "inngest/node";
import { inngest } from "@/inngest/client";
import { functions } from "@/inngest/functions";
import { startRelay } from "@/inngest/relay";
import { advanceClock } from "@/lib/core/clock";

advanceClock(Number(process.env.CLOCK_OFFSET_MS ?? "0"));
const workflows = serve({ client: inngest, functions, servePath: "/api/inngest" });
createServer((request, response) => {
  if (request.url === "/live") return void response.writeHead(200).end();
  if (request.url !== "/clock") return void workflows(request, response);
  void bodyOf(request).then((body) => {
    advanceClock((JSON.parse(body) as { advanceMs: number }).advanceMs);
    response.writeHead(204).end();
  });
}).listen(Number(process.argv[2]), "127.0.0.1");
startRelay();

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
