import type { Finding, Inspection } from '@tuheng/inspection';

/** An inspection as the desk shows it first: all of it but the findings, which are asked for in pages. */
export interface ScreenInspection extends Omit<Inspection, 'findings'> {
  /** How many findings there are. */
  readonly findings: number;
  /** How many of each rule, severity and layer. */
  readonly found: readonly {
    readonly rule: string;
    readonly severity: Finding['severity'];
    readonly layer: string;
    readonly findings: number;
  }[];
}

export function screenInspection({ findings, ...rest }: Inspection): ScreenInspection {
  const counts = new Map<
    string,
    { rule: string; severity: Finding['severity']; layer: string; findings: number }
  >();
  for (const { rule, severity, layer } of findings) {
    const key = JSON.stringify([rule, severity, layer]);
    const count = counts.get(key) ?? { rule, severity, layer, findings: 0 };
    count.findings++;
    counts.set(key, count);
  }
  return { ...rest, findings: findings.length, found: [...counts.values()] };
}
