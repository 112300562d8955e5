/**
 * How fast the desk answers with a whole country in the database: the production server on a PostgreSQL of its own, one
 * signed-in coordinator's session, every page asked for by one client and by twenty at once, each asking again as soon
 * as it has its answer; the preview of the composition, a whole matching run twice over, by one admin alone. One line of
 * JSON per page: milliseconds until the whole answer is there, half of them below p50, 95 of 100 below p95:
 * `npm run bench:pages -- [--therapists N] [--searches N] [--seconds N] [--pages TEXT]`; with TEXT only the pages whose
 * name it is part of.
 */
import { count, text } from "@/scripts/command-line/options";
import { optionsOf } from "@/scripts/command-line/read-options";
import { withDesk } from "../with-desk";
import { measurePage } from "./measure-page";
import { compositionPreview, pagesToMeasure, signedInCookie } from "./prepare";

const values = optionsOf({
  call: "npm run bench:pages",
  about: "How fast the desk answers with a whole country in the database.",
  options: {
    therapists: count(33000, "therapists in the made-up country"),
    searches: count(10000, "searches in it"),
    seconds: count(10, "how long each page is asked for"),
    pages: text("TEXT", "only pages whose name holds it"),
  },
});
const size = { therapists: values.therapists, searches: values.searches };
const { seconds } = values;

await withDesk(size, async ({ localUrl, proposals }) => {
  const cookie = await signedInCookie();
  const adminCookie = await signedInCookie("admin");
  for (const [page, addresses] of Object.entries(await pagesToMeasure())) {
    if (!page.includes(values.pages ?? "")) continue;
    for (const clients of [1, 20]) {
      const urls = addresses.map((address) => localUrl + address);
      const times = await measurePage({ urls, cookie, clients, seconds });
      console.log(JSON.stringify({ page, clients, ...times, ...size, proposals }));
    }
  }
  const page = "preview of the composition";
  if (page.includes(values.pages ?? "")) {
    const preview = await compositionPreview(localUrl, adminCookie);
    const times = await measurePage({ ...preview, clients: 1, seconds });
    console.log(JSON.stringify({ page, clients: 1, ...times, ...size, proposals }));
  }
});
