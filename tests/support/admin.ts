import postgres from "postgres";

export const templateName = "lotse_test_template";

/** Runs one statement as the server's administrator. */
export async function adminQuery(serverUrl: string, statement: string): Promise<void> {
  const client = postgres(serverUrl, { max: 1, prepare: false, onnotice: () => {} });
  try {
    await client.unsafe(statement);
  } finally {
    await client.end({ timeout: 5 });
  }
}
