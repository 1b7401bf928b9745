/** Refuses a profile, in Chinese. @throws ProfileError */
export type Fail = (what: string) => never;

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

export function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

/** The members of an object; none where it is missing. */
export function entriesOf(value: unknown, what: string, fail: Fail): [string, unknown][] {
  if (value === undefined) return [];
  return isRecord(value) ? Object.entries(value) : fail(`${what} 不是对象`);
}

/** Refuses members that nobody knows. */
export function checkKeys(
  value: Readonly<Record<string, unknown>>,
  known: readonly string[],
  fail: Fail,
): void {
  for (const key of Object.keys(value)) if (!known.includes(key)) fail(`不认识 "${key}"`);
}

const confidences = ['found', 'memory-high', 'memory-medium', 'memory-low', 'derived', 'suggestion', 'none'];

/** Refuses a level of confidence that is none; a missing one is allowed. */
export function checkConfidence(confidence: unknown, fail: Fail): void {
  if (confidence !== undefined && !confidences.includes(String(confidence)))
    fail(`confidence 应是 ${confidences.join('、')} 之一`);
}
