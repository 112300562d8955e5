import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

const header = "x-forwarded-for";

/** The network address of a browser, for limits, as `settleClientAddresses` found it. */
export function addressOf(read: (name: string) => string | null | undefined): string {
  return read(header)?.trim() || "unknown";
}

/**
 * The address that the outermost of `trustedProxies` proxies saw. Each proxy appends the address it was called from;
 * whatever stands before that was written by the browser itself and counts for nothing. With 0 it is the connection's.
 */
export function clientAddress(
  forwardedFor: string,
  connectedFrom: string | undefined,
  trustedProxies: number,
): string {
  const chain = forwardedFor
    .split(",")
    .map((address) => address.trim())
    .filter(Boolean);
  if (connectedFrom) chain.push(connectedFrom);
  return chain[Math.max(0, chain.length - 1 - trustedProxies)] ?? "unknown";
}

/**
 * From now on every request to this process carries exactly one X-Forwarded-For: the client's address. The framework
 * keeps whatever a browser claims in this header and does not hand on the connection, so it is settled before the
 * framework sees the request.
 */
export function settleClientAddresses(trustedProxies: number): void {
  subscribe("http.server.request.start", (message) => {
    const { headers, socket } = (message as { request: IncomingMessage }).request;
    headers[header] = clientAddress(String(headers[header] ?? ""), socket.remoteAddress, trustedProxies);
  });
}
