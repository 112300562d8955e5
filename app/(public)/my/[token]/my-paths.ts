import { paths } from "@/lib/paths";

export const consentsPath = (token: string) => `${paths.my(token)}/consents`;
/** What was tried so far, as evidence for the insurer. */
export const dossierPath = (token: string) => `${paths.my(token)}/dossier`;
export const endPath = (token: string) => `${paths.my(token)}/end`;
/** Asks why a place is not wanted or did not work out. */
export const givePlaceUpPath = (token: string) => `${paths.my(token)}/give-up`;
export const formPath = (token: string, formId: string) => `${paths.my(token)}/forms/${formId}`;
