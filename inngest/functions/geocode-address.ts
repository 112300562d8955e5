import { geocodeAddress } from "@/lib/domain/geo/geocode-address";
import { inngest } from "../client";
import { runVerb } from "../run-verb";

/** Public geocoders allow one question a second; without one there is nobody to spare. */
const pace = process.env.GEOCODER_URL ? { throttle: { limit: 1, period: "1s" as const } } : {};

/** Finds the coordinates of a new or changed address: the source's own, else a geocoder's, else the postcode's. */
export const geocodeAddressFunction = inngest.createFunction(
  {
    id: "geocode-address",
    triggers: [{ event: "address/changed" }],
    concurrency: { limit: 4 },
    retries: 10,
    ...pace,
  },
  async ({ event, step }) => {
    const subject = event.data as { subject: "patient" | "location"; subjectId: string };
    return step.run("geocode", () => runVerb("geocode-address", (ctx) => geocodeAddress(ctx, subject)));
  },
);
