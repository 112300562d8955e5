import { existsSync } from "node:fs";
import { join } from "node:path";
import Pdf from "pdfkit";
import { formatDate, formatDateTime } from "@/lib/format";
import { checkWords, contactWords, countsWords } from "./document-words";
import type { Dossier } from "./get-dossier";
import { drawTable } from "./pdf-table";

const fonts = "node_modules/@expo-google-fonts/atkinson-hyperlegible-next";
const margin = 48;

/** The evidence as a tagged PDF with text that can be read and searched; German, since it is for German insurers. */
export async function dossierPdf(dossier: Dossier): Promise<Buffer> {
  const document = new Pdf({
    size: "A4",
    margins: { top: margin, bottom: margin + 16, left: margin, right: margin },
    bufferPages: true,
    tagged: true,
    lang: "de-DE",
    pdfVersion: "1.7",
    displayTitle: true,
    info: { Title: "Nachweis der Suche nach einem Therapieplatz", CreationDate: dossier.madeAt },
  });
  document.registerFont("regular", fontFile("400Regular"));
  document.registerFont("bold", fontFile("700Bold"));
  const chunks: Buffer[] = [];
  const finished = new Promise<Buffer>((resolve, reject) => {
    document.on("data", (chunk: Buffer) => chunks.push(chunk));
    document.on("end", () => resolve(Buffer.concat(chunks)));
    document.on("error", reject);
  });
  writeHead(document, dossier);
  writeFacts(document, dossier);
  writeContacts(document, dossier);
  writeChecks(document, dossier);
  numberPages(document);
  document.end();
  return finished;
}

type Document = InstanceType<typeof Pdf>;

/** The working directory is the project's root in every entrance; a script started elsewhere finds it from here. */
function fontFile(weight: "400Regular" | "700Bold"): string {
  const path = join(fonts, weight, `AtkinsonHyperlegibleNext_${weight}.ttf`);
  const inWorkingDirectory = join(process.cwd(), path);
  return existsSync(inWorkingDirectory) ? inWorkingDirectory : join(import.meta.dirname, "../../..", path);
}

function text(document: Document, type: "H1" | "H2" | "P", words: string, bold: boolean, size: number): void {
  const write = () => {
    document
      .font(bold ? "bold" : "regular")
      .fontSize(size)
      .text(words, margin, document.y, { lineGap: 2 });
  };
  document.addStructure(document.struct(type, {}, write));
}

function writeHead(document: Document, { patient, seats, contacts, madeAt, madeBy }: Dossier): void {
  text(document, "H1", "Nachweis der Suche nach einem Therapieplatz", true, 18);
  document.moveDown(0.4);
  const since = patient.searchingSince
    ? ` Gesucht wird seit dem ${formatDate(patient.searchingSince, "de")}.`
    : "";
  text(
    document,
    "P",
    `Dieser Nachweis hält fest, welche Praxen nach einem Platz für Psychotherapie gefragt wurden und was sie geantwortet haben.${since} ${countsWords(seats.contacted, contacts.length)} Erstellt von ${madeBy} am ${formatDateTime(madeAt, "de")}.`,
    false,
    10.5,
  );
}

function writeFacts(document: Document, { patient, facts }: Dossier): void {
  const day = (value: string | null) => (value ? formatDate(value, "de") : "nicht bekannt");
  const recommendation = [
    patient.ptv11.acute && "Akutbehandlung",
    patient.ptv11.urgent && "zeitnah erforderlich",
  ].filter(Boolean);
  const rows: [string, string][] = [
    ["Name", `${patient.firstName} ${patient.lastName}`],
    ["Geburtsdatum", day(patient.birthDate)],
    ["Krankenkasse", patient.insurer || "nicht bekannt"],
    ["Versichertennummer", patient.insuranceNumber || "nicht bekannt"],
    ["Sprechstunde am", patient.consultationDone ? day(patient.consultationOn) : "noch nicht"],
    ["Empfehlung (PTV 11)", recommendation.join(", ") || "nicht bekannt"],
    ["Krankenkasse gefragt am", day(facts.insurerAskedOn)],
  ];
  document.moveDown(1);
  text(document, "H2", "Versicherte Person", true, 13);
  document.moveDown(0.3);
  drawTable(document, {
    widths: [150, 349],
    rows,
    headColumn: true,
  });
}

function writeContacts(document: Document, { contacts }: Dossier): void {
  document.moveDown(1);
  text(document, "H2", "Kontakte mit Praxen", true, 13);
  document.moveDown(0.3);
  if (contacts.length === 0) return text(document, "P", "Bisher ist kein Kontakt festgehalten.", false, 10.5);
  drawTable(document, {
    head: ["Zeitpunkt", "Praxis", "Sitz", "Weg", "Ergebnis", "Wartezeit"],
    widths: [86, 128, 42, 80, 107, 56],
    rows: contacts.map((contact) => {
      const { when, therapist, city, seat, channel, result, namedWait } = contactWords(contact);
      return [when, city ? `${therapist}, ${city}` : therapist, seat, channel, result, namedWait];
    }),
  });
}

function writeChecks(document: Document, { checks }: Dossier): void {
  const missing = checks.filter(({ holds }) => !holds);
  document.moveDown(1);
  text(document, "H2", "Vollständigkeit", true, 13);
  document.moveDown(0.3);
  const sentence =
    missing.length === 0
      ? "Alle Angaben, die dieser Nachweis vorsieht, liegen vor."
      : `Noch offen: ${missing.map(({ id }) => checkWords[id]).join("; ")}.`;
  text(document, "P", sentence, false, 10.5);
}

function numberPages(document: Document): void {
  const { start, count } = document.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    document.switchToPage(page);
    // Below the margin pdfkit would begin a new page.
    document.page.margins.bottom = 0;
    document.markContent("Artifact", { type: "Pagination" });
    document
      .font("regular")
      .fontSize(9)
      .text(`Seite ${page + 1} von ${count}`, margin, document.page.height - margin, {
        width: document.page.width - 2 * margin,
        align: "right",
        lineBreak: false,
      });
    document.endMarkedContent();
  }
}
