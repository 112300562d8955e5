import { isOwnServer } from "@/lib/domain/geo/ask-service";
import { geocodeAddress } from "@/lib/domain/geo/geocode-address";
import { inngest } from "../client";
import { runVerb } from "../run-verb";

/**
 * Public geocoders allow one question a second; without one, or with one of our own, there is nobody to spare. The
 * verb keeps the pace too, by a row in the database; the throttle lets runs wait without holding a worker.
 */
const geocoder = process.env.GEOCODER_URL;
const isPublic = geocoder !== undefined && URL.canParse(geocoder) && !isOwnServer(new URL(geocoder).hostname);
const pace = isPublic ? { throttle: { limit: 1, period: "1s" as const } } : {};

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
