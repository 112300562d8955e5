import { noSuchAddress } from "@/lib/web/api";

/** Whatever is not there is said in the same form as every other problem. */
export const GET = noSuchAddress;
export const POST = noSuchAddress;
export const PUT = noSuchAddress;
export const PATCH = noSuchAddress;
export const DELETE = noSuchAddress;
