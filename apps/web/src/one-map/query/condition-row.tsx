import { Input, Select } from 'antd';
import { X } from 'lucide-react';
import { useWords } from '../../words/use-words.ts';
import { valueChoices } from '../field-text.ts';
import panel from '../panel.module.css';
import style from './query.module.css';
import { type Condition, type Operator, operatorsOf, valuesOf } from './query-spec.ts';
import { queryWords } from './words.ts';

interface ConditionRowProps {
  readonly condition: Condition;
  readonly fields: readonly {
    readonly name: string;
    readonly kind: 'text' | 'number';
    readonly title: string;
  }[];
  onChange(condition: Condition): void;
  onRemove(): void;
}

/** One condition: a field, how it is compared, and with what; values of a code list are chosen by name. */
export function ConditionRow({ condition, fields, onChange, onRemove }: ConditionRowProps) {
  const words = useWords(queryWords);
  const kind = fields.find(({ name }) => name === condition.field)?.kind ?? 'text';
  return (
    <div className={style.condition}>
      <Select
        size="small"
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={words.field}
        value={condition.field}
        options={fields.map(({ name, title }) => ({ value: name, label: `${title} ${name}` }))}
        onChange={(field) => onChange({ field, operator: '=', values: [] })}
      />
      <Select<Operator>
        size="small"
        aria-label={words.operator}
        value={condition.operator}
        options={operatorsOf(kind).map((operator) => ({ value: operator, label: words.operators[operator] }))}
        onChange={(operator) => onChange({ ...condition, operator })}
      />
      <button
        type="button"
        className={panel.icon}
        aria-label={words.removeCondition}
        title={words.removeCondition}
        onClick={onRemove}
      >
        <X size={14} aria-hidden="true" />
      </button>
      <Value condition={condition} kind={kind} onChange={(values) => onChange({ ...condition, values })} />
    </div>
  );
}

function Value({
  condition: { field, operator, values },
  kind,
  onChange,
}: {
  readonly condition: Condition;
  readonly kind: 'text' | 'number';
  onChange(values: readonly string[]): void;
}) {
  const words = useWords(queryWords);
  const wanted = valuesOf(operator);
  if (wanted === 0) return null;
  const choices = kind === 'text' ? valueChoices(field) : undefined;
  if (wanted === 'many' || (choices && (operator === '=' || operator === '<>')))
    return (
      <Select
        size="small"
        style={{ gridColumn: '1 / -1' }}
        {...(wanted === 'many' && { mode: choices ? 'multiple' : 'tags' })}
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={words.value}
        placeholder={choices && words.searchClass}
        value={(wanted === 'many' ? [...values] : (values[0] ?? null)) as unknown as string}
        options={(choices ?? []).map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
        onChange={(chosen: unknown) =>
          onChange(Array.isArray(chosen) ? (chosen as string[]) : [String(chosen)])
        }
      />
    );
  const field0 = (i: number) => (
    <Input
      size="small"
      inputMode={kind === 'number' ? 'decimal' : undefined}
      aria-label={words.value}
      value={values[i] ?? ''}
      onChange={({ target }) => {
        const next = [...values];
        next[i] = target.value;
        onChange(Array.from({ length: wanted }, (_, k) => next[k] ?? ''));
      }}
    />
  );
  return (
    <div className={style.value}>
      {field0(0)}
      {wanted === 2 && (
        <>
          {words.to}
          {field0(1)}
        </>
      )}
    </div>
  );
}
