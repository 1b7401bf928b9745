/**
 * An administrative code without padding: 12-character fields pad county codes with zeros (`230899000000` → `230899`). Township
 * (9) and village (12) codes keep their digits. Anything that is not 6, 9 or 12 digits stays, but for surrounding spaces.
 */
export function normalizeAdcode(raw: string): string {
  const code = raw.trim();
  if (!/^\d{9}$|^\d{12}$/.test(code)) return code;
  if (/^0+$/.test(code.slice(6))) return code.slice(0, 6);
  if (code.length === 12 && code.endsWith('000')) return code.slice(0, 9);
  return code;
}
