import { customType, timestamp, uuid } from "drizzle-orm/pg-core";
import { v7 } from "uuid";
import { decrypt, decryptBytes, encrypt, encryptBytes } from "./cipher";

/** A new UUIDv7: unique everywhere and sorted by time of creation. */
export const newId = () => v7();

export const id = () => uuid().primaryKey().$defaultFn(newId);

export const instant = () => timestamp({ withTimezone: true, mode: "date" });
export const createdAt = () => instant().notNull().defaultNow();
export const updatedAt = () => instant().notNull().defaultNow();

/** JSON that is encrypted before it leaves the application; `purpose` is bound to the value. */
export const encryptedJson = <T>(purpose: string) =>
  customType<{ data: T; driverData: string }>({
    dataType: () => "text",
    toDriver: (value) => encrypt(JSON.stringify(value), purpose),
    fromDriver: (value) => JSON.parse(decrypt(value, purpose)) as T,
  })();

/** Text that is encrypted before it leaves the application; `purpose` is bound to the value. */
export const encryptedText = (purpose: string) =>
  customType<{ data: string; driverData: string }>({
    dataType: () => "text",
    toDriver: (value) => encrypt(value, purpose),
    fromDriver: (value) => decrypt(value, purpose),
  })();

/** A file that is encrypted before it leaves the application; `purpose` is bound to the value. */
export const encryptedBytes = (purpose: string) =>
  customType<{ data: Buffer; driverData: string }>({
    dataType: () => "text",
    toDriver: (value) => encryptBytes(value, purpose),
    fromDriver: (value) => decryptBytes(value, purpose),
  })();
