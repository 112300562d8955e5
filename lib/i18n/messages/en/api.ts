import type { Translation } from "../../translation";
import type { api as german } from "../de/api";

export const api: Translation<typeof german> = {
  title: {
    malformed: "The request cannot be read",
    unauthenticated: "Authentication is missing",
    forbidden: "Not allowed",
    notFound: "Not found",
    methodNotAllowed: "Method not allowed",
    conflict: "Conflict with the current state",
    tooLarge: "The request is too large",
    unsupportedType: "Format not supported",
    invalid: "Invalid values",
    rateLimited: "Too many requests",
    unexpected: "Unexpected error",
    unavailable: "Temporarily unavailable",
  },
  tokenMissing: "Please send the header “Authorization: Bearer” with an API token.",
  tokenInvalid: "This API token is not valid, or no longer valid.",
  scopeMissing: "This API token lacks the scope {scope}.",
  method: "Only these methods are available here: {methods}.",
  address: "This address does not exist.",
  contentType: "Please send JSON in UTF-8 with the header “Content-Type: application/json”.",
  json: "The content is not valid JSON.",
  tooLarge: "The limit is {kilobytes, number} kB.",
  fields: "{count, plural, one {One value is} other {# values are}} invalid, see “errors”.",
  unknownField: "There is no such field.",
  unknownParameter: "There is no such parameter.",
  repeatedParameter: "Please give this parameter only once.",
  cursor: "Please use the address from “next” on the previous page without changing it.",
  idempotencyKey: "Please send 1 to 255 printable ASCII characters.",
};
