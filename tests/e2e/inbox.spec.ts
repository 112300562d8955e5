import { randomUUID } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import { inboundMails, inquiries, inquiryItems, mails } from "@/db/schema";
import { paths } from "@/lib/paths";
import { givenPatient, givenSentInquiry, givenTherapist } from "@/tests/support/factories";
import { givenInboundMail } from "@/tests/support/inbound-mails";
import { expect, expectAccessible, signIn, systemCtx, test } from "./support/test";

const plain = "Content-Type: text/plain; charset=utf-8";
const stateOf = async (id: string) =>
  (await systemCtx().db.select().from(inboundMails).where(eq(inboundMails.id, id)))[0]!.state;
const outcomesOf = async (inquiryId: string) => {
  const items = systemCtx().db.select().from(inquiryItems).where(eq(inquiryItems.inquiryId, inquiryId));
  return (await items.orderBy(asc(inquiryItems.position))).map((item) => item.outcome);
};

async function givenAsked() {
  const mark = randomUUID().slice(0, 8);
  const email = `praxis-${mark}@example.org`;
  const therapist = await givenTherapist(systemCtx(), { lastName: `Boje ${mark}`, email });
  const searchIds: string[] = [];
  for (const index of [1, 2]) {
    const patient = { lastName: `Lotsin ${mark} ${index}`, email: `lotsin-${mark}-${index}@example.org` };
    searchIds.push((await givenPatient(systemCtx(), patient)).searchId);
  }
  const { inquiryId } = await givenSentInquiry(systemCtx(), therapist, searchIds);
  const [row] = await systemCtx().db.select().from(inquiries).where(eq(inquiries.id, inquiryId));
  return { inquiryId, reference: row!.reference, mark, email };
}

test("a coordinator confirms what a practice answered by mail, changes one suggestion, and it is entered", async ({
  browser,
}) => {
  const { inquiryId, reference, mark, email } = await givenAsked();
  const mail = await givenInboundMail(
    systemCtx(),
    [
      `From: Praxis ${mark} <${email}>`,
      `To: antwort+${reference}@lotse.example`,
      `Subject: AW: Anfrage ${reference}`,
      plain,
    ],
    "Patient 1 kann ich aufnehmen.\r\nPatient 2 leider kein Platz.\r\n\r\n> Auch „kein Platz“ hilft.",
  );
  // Without JavaScript, as everything at the desk that decides.
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "de-DE" });
  const page = await context.newPage();
  await signIn(page, "coordinator");
  await page.goto(paths.admin.inbox);
  await page
    .getByRole("link", { name: `AW: Anfrage ${reference}` })
    .first()
    .click();
  await expect(page.locator("#mail")).toHaveText(`AW: Anfrage ${reference}`);
  const first = page.getByRole("group", { name: /^Person 1/ });
  const second = page.getByRole("group", { name: /^Person 2/ });
  await expect(first.getByLabel("Antwort")).toHaveValue("accepted");
  await expect(second.getByLabel("Antwort")).toHaveValue("rejected_capacity");
  expect(await outcomesOf(inquiryId), "nothing is entered by itself").toEqual(["pending", "pending"]);
  await second.getByLabel("Antwort").selectOption("later");
  await second.getByLabel("Wieder fragen ab").fill(`${new Date().getFullYear() + 1}-05-01`);
  await page.getByRole("button", { name: "Antworten eintragen" }).click();
  await expect(page.getByText("Die Antworten sind eingetragen.")).toBeVisible();
  expect(await outcomesOf(inquiryId)).toEqual(["accepted", "later"]);
  expect(await stateOf(mail.id)).toBe("settled");
  await page.goto(paths.admin.inquiry(inquiryId));
  await expect(page.getByRole("link", { name: `AW: Anfrage ${reference}` })).toBeVisible();
  await context.close();
});

test("that nobody is there is no answer: the inquiry waits until they are back, without JavaScript", async ({
  browser,
}) => {
  const { inquiryId, reference, email } = await givenAsked();
  const year = new Date().getFullYear() + 1;
  const mail = await givenInboundMail(
    systemCtx(),
    [
      `From: ${email}`,
      `To: antwort+${reference}@lotse.example`,
      "Subject: Abwesenheitsnotiz",
      "Auto-Submitted: auto-replied",
      plain,
    ],
    `Ich bin bis zum 14.06.${year} im Urlaub.`,
  );
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "de-DE" });
  const page = await context.newPage();
  await signIn(page, "coordinator");
  await page.goto(paths.admin.inboxMail(mail.id));
  await expect(page.getByRole("group", { name: /^Person 1/ }), "no answer is suggested").toHaveCount(0);
  await expect(page.getByLabel("Wieder fragen ab")).toHaveValue(`${year}-06-15`);
  await page.getByRole("button", { name: "Dann wieder fragen" }).click();
  await expect(page.getByText("Die Anfrage wartet bis zu diesem Tag.")).toBeVisible();
  expect(await outcomesOf(inquiryId)).toEqual(["pending", "pending"]);
  expect(await stateOf(mail.id)).toBe("settled");
  await context.close();
});

test("a mail that nobody knows is assigned by search, put away and taken back; two at once are told", async ({
  page,
}) => {
  const { inquiryId, reference, mark } = await givenAsked();
  const subject = `Unbekannt ${mark}`;
  const mail = await givenInboundMail(
    systemCtx(),
    ["From: fremd@anders.example", `Subject: ${subject}`, plain],
    "Patient 2 kann ich aufnehmen.",
  );
  await signIn(page, "coordinator");
  await page.goto(paths.admin.inboxMail(mail.id));
  await page.getByLabel("Anfrage, Praxis oder Patient suchen").fill(reference);
  await page.getByRole("button", { name: "Suchen" }).click();
  await page.getByRole("button", { name: `Zuordnen: ${reference}` }).click();
  await expect(page.getByText("Die Mail ist zugeordnet.")).toBeVisible();
  await expect(page.getByRole("group", { name: /^Person 2/ }).getByLabel("Antwort")).toHaveValue("accepted");
  await expect(page.getByText("Diese Mail kommt nicht von der Adresse")).toBeVisible();
  expect(await outcomesOf(inquiryId)).toEqual(["pending", "pending"]);
  await page.goto(paths.admin.inboxMail(mail.id));
  await systemCtx().db.update(inboundMails).set({ version: 77 }).where(eq(inboundMails.id, mail.id));
  await page.getByRole("button", { name: "Nicht für uns" }).click();
  await expect(page.getByText("Jemand anderes hat diese Mail inzwischen bearbeitet.")).toBeVisible();
  await page.getByRole("button", { name: "Nicht für uns" }).click();
  await expect(page.getByText("Die Mail ist weggelegt.")).toBeVisible();
  expect(await stateOf(mail.id)).toBe("dismissed");
  await page.getByRole("button", { name: "Rückgängig" }).click();
  await expect(page.getByText("Die Mail wartet wieder.")).toBeVisible();
  await expect(page.locator("#mail")).toHaveText(subject);
});

test("a hostile mail shows its words only, its attachments can be saved or say why not, and a reader sees nothing", async ({
  browser,
}) => {
  const { mark } = await givenAsked();
  const html =
    '<p>Guten Tag</p><script>parent.document.title="x"</script><img src="https://example.org/pixel.png"><a href="javascript:alert(1)">k</a>';
  const part = (name: string, content: string) =>
    `--b\r\nContent-Disposition: attachment; filename="${name}"\r\n\r\n${content}\r\n`;
  const mail = await givenInboundMail(
    systemCtx(),
    [
      "From: fremd@anders.example",
      `Subject: Anhang ${mark} <b>fett</b>`,
      "MIME-Version: 1.0",
      "Content-Type: multipart/mixed; boundary=b",
    ],
    `--b\r\nContent-Type: text/html\r\n\r\n${html}\r\n${part("notiz.html.js", "nur Text")}${part("bild.png", "MZ90")}--b--`,
  );
  const context = await browser.newContext({ locale: "de-DE" });
  const page = await context.newPage();
  const foreign: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(process.env.E2E_URL!) && !request.url().startsWith("about:"))
      foreign.push(request.url());
  });
  await signIn(page, "coordinator");
  await page.goto(paths.admin.inboxMail(mail.id));
  await expect(page.locator("#mail")).toHaveText(`Anhang ${mark} <b>fett</b>`);
  await page.getByText("Mit Schrift und Tabellen", { exact: true }).click();
  await expect(page.frameLocator("iframe").getByText("Guten Tag")).toBeVisible();
  await expect(page.frameLocator("iframe").locator("script, img")).toHaveCount(0);
  await expect(page.getByText("Nicht übernommen: Das ist ein Programm.")).toBeVisible();
  await expectAccessible(page);
  const link = (await page.getByRole("link", { name: "notiz.html.js herunterladen" }).getAttribute("href"))!;
  const saved = await page.request.get(link);
  expect(saved.headers()).toMatchObject({
    "content-type": "text/plain; charset=utf-8",
    "x-content-type-options": "nosniff",
  });
  expect(saved.headers()["content-disposition"]).toContain('attachment; filename="notiz.txt"');
  expect(foreign, "nothing is loaded from elsewhere").toEqual([]);
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.goto(paths.admin.inbox);
  await expectAccessible(page);
  await context.close();

  const reader = await browser.newContext({ locale: "de-DE" });
  const readerPage = await reader.newPage();
  await signIn(readerPage, "viewer");
  await expect(readerPage.getByRole("link", { name: "Posteingang" })).toHaveCount(0);
  for (const path of [paths.admin.inbox, paths.admin.inboxMail(mail.id), link])
    expect((await readerPage.request.get(path)).status(), path).toBe(403);
  await reader.close();
  const stranger = await browser.newContext();
  expect((await stranger.request.get(link)).status()).toBe(403);
  await stranger.close();
});

test("while an objection waits to be read, the desk sees that nothing leaves to the practice", async ({
  page,
}) => {
  const { inquiryId, reference, email } = await givenAsked();
  const [inquiry] = await systemCtx().db.select().from(inquiries).where(eq(inquiries.id, inquiryId));
  const heads = [`From: ${email}`, `To: antwort+${reference}@lotse.example`, plain];
  await givenInboundMail(systemCtx(), heads, "Bitte keine weiteren Anfragen.");
  // Queued without its event, so that it stays so.
  const [queued] = await systemCtx()
    .db.insert(mails)
    .values({
      template: "inquiry_reminder",
      occasion: `e2e:${randomUUID()}`,
      practiceId: inquiry!.practiceId,
      inquiryId,
    })
    .returning();
  await signIn(page, "coordinator");
  await page.goto(paths.admin.mailItem(queued!.id));
  await expect(page.locator("main")).toContainText("Eine Mail dieser Praxis wartet im Posteingang");
  await expectAccessible(page);
  await page.goto(paths.admin.inquiry(inquiryId));
  await expect(page.locator("main")).toContainText("wird nichts gesendet, nicht erinnert");
});
