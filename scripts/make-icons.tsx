import { readFileSync, writeFileSync } from "node:fs";
import { chromium, type Page } from "playwright";
import { renderToStaticMarkup } from "react-dom/server";
import { Fairway } from "@/components/public/fairway";
import { Logo } from "@/components/ui/logo";

/**
 * Draws app/apple-icon.png, app/favicon.ico and app/opengraph-image.png anew from app/icon.svg, the word and the
 * picture of the first page. Run it after one of them has changed: `npx tsx scripts/make-icons.tsx`.
 */
const icon = readFileSync("app/icon.svg", "utf8");
const colours = [...readFileSync("app/globals.css", "utf8").matchAll(/(--color-[\w-]+): light-dark\((#\w+)/g)]
  .map(([, name, light]) => `${name}:${light}`)
  .join(";");
const typeface = readFileSync("app/fonts/atkinson-hyperlegible-next-latin-400-700.woff2").toString("base64");

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
try {
  const page = await browser.newPage();
  // Telephones round the corners themselves, so this one fills its square.
  writeFileSync("app/apple-icon.png", await draw(page, 180, 180, icon.replace(/ rx="\d+"/, "")));
  writeFileSync("app/favicon.ico", icoOf(await draw(page, 32, 32, icon), 32));
  writeFileSync("app/opengraph-image.png", await draw(page, 1200, 630, card()));
} finally {
  await browser.close();
}

async function draw(page: Page, width: number, height: number, body: string): Promise<Buffer> {
  await page.setViewportSize({ width, height });
  await page.setContent(
    `<style>@font-face{font-family:A;src:url(data:font/woff2;base64,${typeface});font-weight:400 700}
    :root{${colours}}*{margin:0;box-sizing:border-box}body{width:${width}px;height:${height}px;overflow:hidden;font-family:A}
    body>svg{display:block;width:100%;height:100%}</style>${body}`,
  );
  await page.evaluate(() => document.fonts.ready);
  return page.screenshot({ omitBackground: true });
}

function card(): string {
  return `<main style="display:flex;height:100%;align-items:center;justify-content:space-between;padding:0 80px;background:var(--color-paper);color:var(--color-ink)">
    <div style="width:560px"><div style="color:var(--color-main)" class="logo">${renderToStaticMarkup(<Logo className="" />)}</div>
    <p style="margin-top:48px;font-size:50px;line-height:1.2;font-weight:600;letter-spacing:-0.01em">Wir suchen einen Therapieplatz für Sie</p></div>
    <div style="width:420px">${renderToStaticMarkup(<Fairway />)}</div></main><style>.logo svg{height:110px;display:block}</style>`;
}

/** An .ico file with one PNG inside. */
function icoOf(png: Buffer, size: number): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.writeUInt8(size, 6);
  head.writeUInt8(size, 7);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}
