type Properties = Readonly<Record<string, unknown>>;

/**
 * A colour of the server's style for one feature: a plain one, or `['match', ['get', field], value, colour, …, other]`, which is all that it writes.
 */
export function colourOf(paint: unknown, properties: Properties): string | undefined {
  if (typeof paint === 'string') return paint;
  if (!Array.isArray(paint) || paint[0] !== 'match') return undefined;
  const [, get, ...cases] = paint as readonly unknown[];
  const value = Array.isArray(get) ? properties[String(get[1])] : undefined;
  for (let i = 0; i + 1 < cases.length; i += 2) if (cases[i] === value) return String(cases[i + 1]);
  return String(cases.at(-1));
}
