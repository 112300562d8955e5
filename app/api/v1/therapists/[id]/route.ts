import { refuseDoubtful } from "@/lib/domain/geo/doubt-address";
import { deleteTherapist } from "@/lib/domain/therapists/delete-therapist";
import { getTherapist } from "@/lib/domain/therapists/get-therapist";
import { updateTherapist } from "@/lib/domain/therapists/update-therapist";
import { endpoint, methodNotAllowed, options } from "@/lib/web/api";
import { placesOf, written } from "../../answers";
import { therapistOperations } from "../../operations";

export const GET = endpoint(therapistOperations.get, async ({ ctx, id }) =>
  Response.json(await getTherapist(ctx, id)),
);

export const PATCH = endpoint(therapistOperations.update, async ({ ctx, id, body, query }) => {
  if (!query.addressConfirmed) refuseDoubtful(placesOf(body.locations ?? []));
  await updateTherapist(ctx, id, body);
  return Response.json(await written(ctx, "therapists.read", id, getTherapist));
});

export const DELETE = endpoint(therapistOperations.remove, async ({ ctx, id }) => {
  await deleteTherapist(ctx, id);
  return new Response(null, { status: 204 });
});

export const POST = methodNotAllowed("GET", "PATCH", "DELETE");
export const PUT = POST;
export const OPTIONS = options("GET", "PATCH", "DELETE");
