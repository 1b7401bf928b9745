import { Input } from 'antd';
import { useState } from 'react';
import type { Look } from '../../map/look.ts';
import notes from '../../shell/notes.module.css';
import { useWords } from '../../words/use-words.ts';
import { groupOf, layerGroups, withLayer } from '../layer-groups.ts';
import { useModel } from '../model-context.ts';
import type { ShownLayer } from '../scene-state.ts';
import type { PlacedLayer } from '../use-one-map.ts';
import { oneMapWords } from '../words.ts';
import { BasemapRow } from './basemap-row.tsx';
import style from './catalogue.module.css';
import { HiddenRow, ShownRow } from './layer-row.tsx';
import { VersionPicker } from './version-picker.tsx';
import { catalogueWords } from './words.ts';

/** Id of the field to find layers in, for the key that goes there. */
export const catalogueSearchId = 'catalogue-search';

/** What can be shown: the layers on the map in their order, the others by what they are about. */
export function LayerCatalogue({ looks }: { readonly looks: ReadonlyMap<string, Look> }) {
  const words = useWords(catalogueWords);
  const common = useWords(oneMapWords);
  const { layers, shown, change, isVersionKnown } = useModel();
  const [sought, setSought] = useState('');
  const isSought = ({ code, title }: PlacedLayer): boolean =>
    `${code} ${title}`.toUpperCase().includes(sought.trim().toUpperCase());
  const write = (next: readonly ShownLayer[]): void => change({ layers: next });
  const on = new Set(shown.map(({ code }) => code));
  const upper = shown.toReversed().filter(({ code }) => isSought(layers.get(code)!));
  const off = [...layers.values()].filter((layer) => !on.has(layer.code) && isSought(layer));
  return (
    <>
      <VersionPicker />
      {!isVersionKnown && <p className={notes.small}>{common.noRecord}</p>}
      <Input
        id={catalogueSearchId}
        size="small"
        allowClear
        value={sought}
        placeholder={words.findHint}
        aria-label={words.find}
        onChange={({ target }) => setSought(target.value)}
      />
      {upper.length + off.length === 0 && <p className={notes.empty}>{words.nothingFound}</p>}
      {(upper.length > 0 || sought === '') && (
        <section className={style.group}>
          <h3>
            {words.shown}{' '}
            {upper.length > 0 ? <small>{words.shownHint}</small> : <small>{words.nothingShown}</small>}
          </h3>
          <ul>
            {upper.map((one) => {
              const place = shown.indexOf(one);
              return (
                <ShownRow
                  key={one.code}
                  layer={layers.get(one.code)!}
                  look={looks.get(layers.get(one.code)!.source)}
                  shown={one}
                  isFirst={place === shown.length - 1}
                  isLast={place === 0}
                  onHide={() => write(shown.filter(({ code }) => code !== one.code))}
                  onOpacity={(opacity) =>
                    write(shown.map((layer) => (layer === one ? { ...one, opacity } : layer)))
                  }
                  onMove={(by) => write(moved(shown, one.code, place + by))}
                  onDrop={(code) => write(moved(shown, code, place))}
                />
              );
            })}
          </ul>
        </section>
      )}
      {layerGroups.map((group) => {
        const own = off.filter(({ code }) => groupOf(code) === group);
        if (own.length === 0) return null;
        return (
          <section key={group} className={style.group}>
            <h3>{common.groups[group]}</h3>
            <ul>
              {own.map((layer) => (
                <HiddenRow
                  key={layer.code}
                  layer={layer}
                  look={looks.get(layer.source)}
                  onShow={() => write(withLayer(shown, { code: layer.code, opacity: 1 }))}
                />
              ))}
            </ul>
          </section>
        );
      })}
      {sought === '' && <BasemapRow />}
      <Unverified looks={looks} />
    </>
  );
}

/** What the server's style says of its colours, once. */
function Unverified({ looks }: { readonly looks: ReadonlyMap<string, Look> }) {
  const said = new Set([...looks.values()].flatMap(({ metadata }) => metadata?.['tuheng:colours'] ?? []));
  return [...said].map((note) => (
    <p key={note} className={style.note}>
      {note}
    </p>
  ));
}

/** A layer taken out and put back at a place. */
export function moved(layers: readonly ShownLayer[], code: string, to: number): readonly ShownLayer[] {
  const one = layers.find((layer) => layer.code === code);
  if (!one) return layers;
  const others = layers.filter((layer) => layer !== one);
  return [...others.slice(0, to), one, ...others.slice(to)];
}
