import { unblockTherapist } from "@/lib/domain/therapists/unblock-therapist";
import { getTherapist } from "@/lib/domain/therapists/get-therapist";
import { endpoint, methodNotAllowed, options } from "@/lib/web/api";
import { written } from "../../../answers";
import { therapistOperations } from "../../../operations";

export const POST = endpoint(therapistOperations.unblock, async ({ ctx, id }) => {
  await unblockTherapist(ctx, id);
  return Response.json(await written(ctx, "therapists.read", id, getTherapist));
});

export const GET = methodNotAllowed("POST");
export const PUT = GET;
export const PATCH = GET;
export const DELETE = GET;
export const OPTIONS = options("POST");
