/** A date as YYYY-MM-DD from what files hold: 2024-01-02T00:00:00, 2024/1/2, 20240102, 2024年1月2日. Anything else stays. */
export function normalizeDate(raw: string): string {
  const text = raw.trim();
  const parts =
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?=$|[T ])/.exec(text);
  if (!parts) return raw;
  const [, year, month, day] = parts;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const real = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return real ? date.toISOString().slice(0, 10) : raw;
}
