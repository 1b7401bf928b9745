/**
 * An administrative code without its padding: `230899000000` → `230899`, `230899101000` → `230899101`. A county has 6 digits,
 * a township 9, a village 12; a longer code loses three zeros at a time down to the next of these lengths. Everything that is
 * not 9 or 12 digits stays as it is, but for surrounding blanks.
 */
export function normalizeAdcode(raw: string): string {
  const code = raw.trim();
  if (!/^(\d{9}|\d{12})$/.test(code)) return code;
  const village = code.length === 12 && !code.endsWith('000');
  const township = !code.slice(6, 9).endsWith('000');
  if (village) return code;
  return township ? code.slice(0, 9) : code.slice(0, 6);
}
