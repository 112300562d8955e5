/**
 * Stands in for the web server where a production build would take too long: it serves workflows, relays events, and has
 * no pages. Started as a program, with the environment of a web server: `tsx bench/chaos/workflow-server.ts PORT`.
 */
import { createServer } from "node:http";
import { serve } from "inngest/node";
import { inngest } from "@/inngest/client";
import { functions } from "@/inngest/functions";
import { startRelay } from "@/inngest/relay";

const workflows = serve({ client: inngest, functions, servePath: "/api/inngest" });
createServer((request, response) => {
  if (request.url === "/api/health/ready") return void response.writeHead(200).end();
  void workflows(request, response);
}).listen(Number(process.argv[2]), "127.0.0.1");
startRelay();
