/** The biggest file that can be uploaded. */
export const maxImportBytes = 20 * 1024 * 1024;
