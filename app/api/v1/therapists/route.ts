import { refuseDoubtful } from "@/lib/domain/geo/doubt-address";
import { createTherapist } from "@/lib/domain/therapists/create-therapist";
import { getTherapist } from "@/lib/domain/therapists/get-therapist";
import { pageTherapists } from "@/lib/domain/therapists/page-therapists";
import { paths } from "@/lib/paths";
import { endpoint, methodNotAllowed, options } from "@/lib/web/api";
import { createdAt, page, placesOf, written } from "../answers";
import { therapistOperations } from "../operations";

export const GET = endpoint(therapistOperations.list, async ({ ctx, query }) => {
  const { status, limit, cursor: after } = query;
  return page(paths.api.therapists, await pageTherapists(ctx, { status, after, limit: limit + 1 }), query);
});

export const POST = endpoint(therapistOperations.create, async ({ ctx, body, query, once }) => {
  if (!query.addressConfirmed) refuseDoubtful(placesOf(body.locations));
  const { id, replayed } = await once(async (tx) => (await createTherapist(tx, body)).id);
  return createdAt(
    paths.api.therapist(id),
    await written(ctx, "therapists.read", id, getTherapist),
    replayed,
  );
});

export const PUT = methodNotAllowed("GET", "POST");
export const PATCH = PUT;
export const DELETE = PUT;
export const OPTIONS = options("GET", "POST");
