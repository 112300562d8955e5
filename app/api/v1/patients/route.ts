import { refuseDoubtful } from "@/lib/domain/geo/doubt-address";
import { createPatient } from "@/lib/domain/patients/create-patient";
import { getPatient } from "@/lib/domain/patients/get-patient";
import { pagePatients } from "@/lib/domain/patients/list-patients";
import { paths } from "@/lib/paths";
import { endpoint, methodNotAllowed, options } from "@/lib/web/api";
import { createdAt, page, written } from "../answers";
import { patientOperations } from "../operations";

export const GET = endpoint(patientOperations.list, async ({ ctx, query }) => {
  const { status, limit, cursor: after } = query;
  return page(paths.api.patients, await pagePatients(ctx, { status, after, limit: limit + 1 }), query);
});

export const POST = endpoint(patientOperations.create, async ({ ctx, body, query, once }) => {
  if (!query.addressConfirmed) refuseDoubtful([{ at: "address", address: body.address }]);
  const { waitingSince, ...patient } = body;
  const since = waitingSince === undefined ? {} : { waitingSince: new Date(`${waitingSince}T00:00:00Z`) };
  const { id, replayed } = await once(async (tx) => (await createPatient(tx, { ...patient, ...since })).id);
  return createdAt(paths.api.patient(id), await written(ctx, "patients.read", id, getPatient), replayed);
});

export const PUT = methodNotAllowed("GET", "POST");
export const PATCH = PUT;
export const DELETE = PUT;
export const OPTIONS = options("GET", "POST");
