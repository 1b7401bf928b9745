import { type Remark, type RemarkState, type RemarkSubject, stateOf } from '@tuheng/store';

/** How it stands with something that was talked about. */
export interface SubjectState {
  readonly subject: RemarkSubject;
  readonly state: RemarkState;
  /** Whom it was given to last. */
  readonly assignee?: string;
  readonly remarks: number;
}

/** The state of everything that was talked about. @param remarks the oldest first */
export function subjectStates(remarks: readonly Remark[]): SubjectState[] {
  const of = new Map<string, Remark[]>();
  for (const remark of remarks) {
    const { kind, rule, piece, side } = remark.subject;
    const key = JSON.stringify([kind, rule, piece, side]);
    of.set(key, [...(of.get(key) ?? []), remark]);
  }
  return [...of.values()].map((said) => {
    const assignee = said.findLast(({ to }) => to !== undefined)?.to;
    return {
      subject: said[0]!.subject,
      state: stateOf(said.map(({ action }) => action)),
      ...(assignee !== undefined && { assignee }),
      remarks: said.length,
    };
  });
}
