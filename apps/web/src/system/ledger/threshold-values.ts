import type { ThresholdRecord } from '../../rules/history.ts';
import type { LedgerRow } from './ledger-queries.ts';

/** Milliseconds within which a row of the ledger and the record that it tells of were written: they are one transaction. */
const TOGETHER = 5000;

/** Which of the records of a region's thresholds a row of the ledger tells of; -1 where none is at hand. */
export function recordOf(
  records: readonly ThresholdRecord[],
  { scope, object, actor, reason, at }: LedgerRow,
): number {
  return records.findIndex(
    (record) =>
      scope === `region:${record.region.adcode}` &&
      object === `threshold:${record.book}/${record.rule}.${record.parameter}` &&
      record.by === actor &&
      record.reason === reason &&
      Math.abs(Date.parse(record.at) - Date.parse(at)) < TOGETHER,
  );
}
