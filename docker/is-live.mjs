/** Health check inside the containers: the address answers with success. */
const address = process.argv[2] ?? `http://127.0.0.1:${process.env.PORT ?? 3000}/api/health/live`;
try {
  const answer = await fetch(address);
  process.exit(answer.ok ? 0 : 1);
} catch {
  process.exit(1);
}
