/** The biggest file that can be uploaded; the limit for server actions in next.config.js lies above it. */
export const maxImportBytes = 20 * 1024 * 1024;
