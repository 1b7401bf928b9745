import type { Column, FieldType } from '@tuheng/standard';
import type { InspectedLayer } from '../inspected-layer.ts';
import type { RefusedRepair, RepairEdit, RepairKind } from './repair-log.ts';
import { repairedFeature } from './repaired-feature.ts';

/** The attributes of a layer under repair: what the file says, and the values that were changed. */
export class ColumnDraft {
  readonly layer: InspectedLayer;
  readonly edits: RepairEdit[] = [];
  readonly refused: RefusedRepair[] = [];
  readonly #texts = new Map<string, Map<number, string>>();
  readonly #numbers = new Map<string, Map<number, number>>();

  constructor(layer: InspectedLayer) {
    this.layer = layer;
  }

  /** Fields of the copy: those of the file whose values were read. */
  get fields(): { readonly name: string; readonly type: FieldType; readonly length: number }[] {
    const { fields, columns } = this.layer.delivered;
    return fields
      .filter(({ dropped }) => dropped === undefined)
      .map(({ sourceName, name, type, length }) => {
        const key = name ?? sourceName;
        const kind = columns.get(key)?.kind;
        return {
          name: key,
          type: kind === 'text' && type !== 'date' ? ('text' as const) : (type ?? 'text'),
          length,
        };
      })
      .filter(({ name }) => columns.has(name));
  }

  setText(kind: RepairKind, field: string, feature: number, after: string, message: string): void {
    const values = this.#texts.get(field) ?? new Map<number, string>();
    this.#texts.set(field, values.set(feature, after));
    this.#log(kind, field, feature, this.layer.rawText(field, feature), after, message);
  }

  setNumber(kind: RepairKind, field: string, feature: number, after: number, message: string): void {
    const before = this.layer.number(field, feature);
    const values = this.#numbers.get(field) ?? new Map<number, number>();
    this.#numbers.set(field, values.set(feature, after));
    this.#log(kind, field, feature, Number.isNaN(before) ? null : before, after, message);
  }

  refuse(kind: RepairKind, feature: number, reason: string): void {
    this.refused.push({ ...repairedFeature(this.layer, feature), kind, reason });
  }

  /** The columns of the copy: as the file says them, but for what was changed. */
  build(): ReadonlyMap<string, Column> {
    const columns = new Map<string, Column>();
    for (const [field, column] of this.layer.delivered.columns)
      columns.set(field, this.#changed(field, column));
    return columns;
  }

  #changed(field: string, column: Column): Column {
    const texts = this.#texts.get(field);
    const numbers = this.#numbers.get(field);
    if (column.kind === 'text') {
      const values = column.raw ?? column.values;
      if (!texts && !numbers) return { kind: 'text', values };
      return {
        kind: 'text',
        values: values.map((value, f) => texts?.get(f) ?? numbers?.get(f)?.toString() ?? value),
      };
    }
    if (!numbers) return column;
    const values = column.values.slice();
    for (const [f, value] of numbers) values[f] = value;
    return { kind: 'number', values };
  }

  #log(
    kind: RepairKind,
    attribute: string,
    feature: number,
    before: string | number | null,
    after: string | number,
    message: string,
  ): void {
    this.edits.push({
      ...repairedFeature(this.layer, feature),
      kind,
      attribute,
      before,
      after,
      areaMoved: 0,
      message,
    });
  }
}
