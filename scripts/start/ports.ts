import { createServer } from "node:net";
import { Problem } from "./problem";

/** Throws a Problem when the web server could not listen there. */
export async function checkPort(host: string, port: number): Promise<void> {
  const code = await tryToListen(host, port);
  if (code === undefined) return;
  if (code === "EADDRINUSE") {
    throw new Problem(
      `Port ${port} for the web server is taken by another program: stop it, or choose another with PORT=${port + 1}.`,
    );
  }
  if (code === "EACCES")
    throw new Problem(`Your user may not open port ${port}: choose one above 1023 with PORT.`);
  throw new Problem(`The web server cannot listen on ${host}, port ${port} (${code}): check HOST and PORT.`);
}

function tryToListen(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.on("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "unknown"));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}
