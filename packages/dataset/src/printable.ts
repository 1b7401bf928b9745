/** Names in foreign files may hold control characters, or be endless: neither may reach a terminal or a report. */
export function printable(name: string): string {
  const clean = name.replace(/\p{C}/gu, '?');
  return clean.length > 120 ? `${clean.slice(0, 119)}…` : clean;
}
