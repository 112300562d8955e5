/** The HTML of a mail for a sandboxed frame: no script, nothing loaded from elsewhere, links in a new window. */
export function framedMail(html: string): string {
  const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
  const head = `<meta http-equiv="Content-Security-Policy" content="${policy}"><base target="_blank">`;
  const withHead = html.replace(/<head[^>]*>/i, (tag) => tag + head);
  return withHead === html ? head + html : withHead;
}
