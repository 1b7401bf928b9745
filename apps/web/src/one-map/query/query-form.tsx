import { Button, Segmented, Select } from 'antd';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../../words/use-words.ts';
import { fieldTitle } from '../field-text.ts';
import { withLayer } from '../layer-groups.ts';
import { useModel } from '../model-context.ts';
import panel from '../panel.module.css';
import { ConditionRow } from './condition-row.tsx';
import { PlaceField } from './place-field.tsx';
import style from './query.module.css';
import type { Condition, QuerySpec } from './query-spec.ts';
import { queryWords } from './words.ts';

/** What is to be asked of a layer, put together; asking writes it into the address. */
export function QueryForm({
  isDrawing,
  onDrawing,
}: {
  readonly isDrawing: boolean;
  onDrawing(isDrawing: boolean): void;
}) {
  const words = useWords(queryWords);
  const { layers, shown, state, change } = useModel();
  const top = shown.find(({ code }) => layers.has(code))?.code ?? [...layers.keys()][0] ?? '';
  const [draft, setDraft] = useState<QuerySpec>(state.query ?? emptyQuery(top));
  const layer = layers.get(draft.layer);
  const fields = (layer?.fields ?? []).map(({ name, kind, title }) => ({
    name,
    kind,
    title: fieldTitle(draft.layer, name, title),
  }));
  const edit = (changed: Partial<QuerySpec>): void => setDraft({ ...draft, ...changed });
  const replace = (i: number, condition: Condition | undefined): void =>
    edit({
      conditions: draft.conditions.flatMap((one, k) => (k !== i ? [one] : condition ? [condition] : [])),
    });
  const ask = (): void => {
    const isShown = shown.some(({ code }) => code === draft.layer);
    change({
      query: draft,
      ...(!isShown && { layers: withLayer(shown, { code: draft.layer, opacity: 1 }) }),
    });
  };
  return (
    <form
      className={style.form}
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
    >
      <div className={panel.field}>
        {words.layer}
        <Select
          aria-label={words.layer}
          value={draft.layer}
          showSearch={{ optionFilterProp: 'label' }}
          options={[...layers.values()].map(({ code, title }) => ({
            value: code,
            label: `${title} ${code}`,
          }))}
          onChange={(code) => edit({ layer: code, conditions: [] })}
        />
      </div>
      <section>
        <h3>
          {words.conditions}
          {draft.conditions.length > 1 && (
            <Segmented
              size="small"
              value={draft.join}
              options={(['and', 'or'] as const).map((value) => ({ value, label: words.join[value] }))}
              onChange={(join) => edit({ join })}
            />
          )}
        </h3>
        {draft.conditions.map((condition, i) => (
          <ConditionRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a condition is its place in the list
            key={i}
            condition={condition}
            fields={fields}
            onChange={(next) => replace(i, next)}
            onRemove={() => replace(i, undefined)}
          />
        ))}
        <Button
          size="small"
          icon={<Plus size={14} aria-hidden="true" />}
          onClick={() =>
            edit({
              conditions: [...draft.conditions, { field: firstField(fields), operator: '=', values: [] }],
            })
          }
        >
          {words.addCondition}
        </Button>
      </section>
      <PlaceField
        place={draft.place}
        relation={draft.relation}
        epsg={layer?.epsg ?? 4490}
        onChange={edit}
        isDrawing={isDrawing}
        onDrawing={onDrawing}
      />
      <div className={panel.row}>
        <Button type="primary" htmlType="submit">
          {words.ask}
        </Button>
        <Button
          onClick={() => {
            setDraft(emptyQuery(draft.layer));
            change({ query: undefined });
          }}
        >
          {words.clear}
        </Button>
      </div>
    </form>
  );
}

function emptyQuery(layer: string): QuerySpec {
  return { layer, join: 'and', conditions: [], place: undefined, relation: 'intersects' };
}

/** What one mostly asks by: the class. */
function firstField(fields: readonly { readonly name: string }[]): string {
  const names = fields.map(({ name }) => name);
  return ['YDYHFLDM', 'GHFQDM', 'DLBM'].find((name) => names.includes(name)) ?? names[0] ?? '';
}
