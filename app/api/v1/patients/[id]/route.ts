import { refuseDoubtful } from "@/lib/domain/geo/doubt-address";
import { deletePatient } from "@/lib/domain/patients/delete-patient";
import { getPatient } from "@/lib/domain/patients/get-patient";
import { updatePatient } from "@/lib/domain/patients/update-patient";
import { endpoint, methodNotAllowed, options } from "@/lib/web/api";
import { written } from "../../answers";
import { patientOperations } from "../../operations";

export const GET = endpoint(patientOperations.get, async ({ ctx, id }) =>
  Response.json(await getPatient(ctx, id)),
);

export const PATCH = endpoint(patientOperations.update, async ({ ctx, id, body, query }) => {
  if (body.address && !query.addressConfirmed) refuseDoubtful([{ at: "address", address: body.address }]);
  await updatePatient(ctx, id, body);
  return Response.json(await written(ctx, "patients.read", id, getPatient));
});

export const DELETE = endpoint(patientOperations.remove, async ({ ctx, id }) => {
  await deletePatient(ctx, id);
  return new Response(null, { status: 204 });
});

export const POST = methodNotAllowed("GET", "PATCH", "DELETE");
export const PUT = POST;
export const OPTIONS = options("GET", "PATCH", "DELETE");
