import { answered, methodNotAllowed, options } from "@/lib/web/api";
import { apiDocument } from "../document";

/** Open to everybody: it describes the product and holds nobody's data. */
export const GET = answered("openapi", async () => Response.json(apiDocument()));

export const POST = methodNotAllowed("GET");
export const PUT = POST;
export const PATCH = POST;
export const DELETE = POST;
export const OPTIONS = options("GET");
