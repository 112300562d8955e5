import { afterAll, beforeAll, expect, test } from "vitest";
import { inboundMails } from "@/db/schema";
import { readMailboxNow } from "@/lib/domain/inbox/read-mailbox-now";
import { createStaff } from "@/lib/domain/staff/create-staff";
import { type World, startWorld } from "@/scripts/journey/world";
import { type Dovecot, findDovecot, startDovecot } from "@/tests/support/dovecot";

let server: Dovecot;
let world: World;
beforeAll(async () => {
  server = await startDovecot(findDovecot() ?? "dovecot");
  process.env.IMAP_URL = server.url;
  process.env.ENGINE_TEST_CLOCK = "1";
  world = await startWorld();
}, 120_000);
afterAll(async () => {
  await world.stop();
  await server.stop();
}, 60_000);

const count = () => world.ctx().db.$count(inboundMails);
const deliver = (from: number, to: number) =>
  server.deliver(
    ...Array.from(
      { length: to - from },
      (_, i) =>
        `From: praxis-${from + i}@example.org\r\nMessage-ID: <${from + i}@example.org>\r\n\r\nText ${from + i}`,
    ),
  );

test("the engine and the mail server are killed while mails come in: each is stored once, asked for and by itself", async () => {
  const person = {
    name: "Kim",
    email: "kim@example.org",
    role: "coordinator",
    password: "vier Wörter ohne Sinn",
  } as const;
  const { id } = await createStaff(world.ctx(), person);
  const staff = () => ({
    ...world.ctx(),
    actor: { kind: "staff", id, role: person.role, name: "Kim" } as const,
  });
  await deliver(0, 40);
  await readMailboxNow(staff());
  await expect.poll(count, { timeout: 60_000, interval: 5 }).toBeGreaterThan(3);
  await world.killEngine();
  await expect.poll(count, { timeout: 60_000 }).toBe(40);
  await server.kill();
  await readMailboxNow(staff());
  await server.restart();
  await deliver(40, 45);
  // Nobody asks: two minutes later the next run is due.
  await world.advance(3 * 60_000);
  await expect.poll(count, { timeout: 60_000 }).toBe(45);
  await world.untilQuiet("receive-mail");
  expect(await count()).toBe(45);
}, 240_000);
