import { useQuery } from '@tanstack/react-query';
import type { Answer } from '../../api/answers.ts';
import { remarksQuery } from '../desk/queries.ts';

export type Remarks = Answer<'/api/v1/jobs/{job}/remarks'>;
export type Remark = Remarks['remarks'][number];
export type Matter = Remarks['states'][number];
export type Matters = readonly Matter[];
export type Subject = Matter['subject'];

const none: Matters = [];

/** What was talked about and how it stands; empty until it is known. */
export function useMatters(job: string): Matters {
  return useQuery(remarksQuery(job)).data?.states ?? none;
}

/** What is talked about of one rule. */
export function mattersOfRule(matters: Matters, rule: string, kinds: readonly Subject['kind'][]): Matters {
  const found = matters.filter(({ subject }) => subject.rule === rule && kinds.includes(subject.kind));
  return found.length === 0 ? none : found;
}

/** Whether both are the same matter. */
export function isSame(a: Subject, b: Subject): boolean {
  return a.kind === b.kind && a.rule === b.rule && a.piece === b.piece && a.side === b.side;
}
