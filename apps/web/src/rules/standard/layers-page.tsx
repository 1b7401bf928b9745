import type { FieldSpec, LayerSpec } from '@tuheng/standard';
import { Input } from 'antd';
import { ChevronLeft } from 'lucide-react';
import { Link, useLocation } from 'react-router';
import { ConfidenceMark } from '../../provenance/confidence-mark.tsx';
import notes from '../../shell/notes.module.css';
import contents from '../../split/contents.module.css';
import { ScrollBox } from '../../split/scroll-box.tsx';
import split from '../../split/split.module.css';
import { Split } from '../../split/split.tsx';
import { useSearch } from '../../split/use-search.ts';
import { hasWords } from '../../words/has-words.ts';
import { useWords } from '../../words/use-words.ts';
import { FieldTable } from './field-table.tsx';
import style from './standard.module.css';
import type { Standard } from './standard-query.ts';
import { standardWords } from './words.ts';

/** The layers of a plan database, and the fields of the one that the address names. */
export function LayersPage({
  standard,
  layer,
}: {
  readonly standard: Standard;
  readonly layer: string | undefined;
}) {
  const words = useWords(standardWords);
  const { search } = useLocation();
  const [asked, change] = useSearch();
  const text = asked.get('q') ?? '';
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = standard.allLayerSpecs().filter((spec) => hasWords(textOf(spec), wanted));
  const open = layer === undefined ? undefined : standard.layerSpec(layer);
  return (
    <Split
      isOpen={layer !== undefined}
      listLabel={words.layers}
      detailLabel={open?.title ?? words.layers}
      list={
        <>
          <div className={contents.filters}>
            <Input
              type="search"
              allowClear
              value={text}
              placeholder={words.searchLayers}
              aria-label={words.searchLayers}
              onChange={({ target }) => change({ q: target.value })}
            />
          </div>
          <ScrollBox className={split.body} label={words.layers}>
            <ul className={contents.rules}>
              {found.map(({ code, title, fields, maintainable }) => (
                <li key={code}>
                  <Link
                    to={{ pathname: `/rules/standard/layers/${code}`, search }}
                    aria-current={code === layer ? 'true' : undefined}
                  >
                    <span className={contents.ruleTitle}>{title}</span>
                    <small>{words.fieldsOf(fields.length)}</small>
                    <code>{code}</code>
                    <small>{maintainable && words.maintainable}</small>
                  </Link>
                </li>
              ))}
            </ul>
            {found.length === 0 && <p className={notes.empty}>{words.noneFound}</p>}
          </ScrollBox>
        </>
      }
      detail={
        <>
          <div className={`${split.head} ${split.back}`}>
            <Link to={{ pathname: '/rules/standard/layers', search }}>
              <ChevronLeft size={14} aria-hidden="true" /> {words.back}
            </Link>
          </div>
          <ScrollBox className={split.body} label={open?.title ?? words.layers}>
            {open ? (
              <LayerFields spec={open} />
            ) : (
              <p className={notes.empty}>{layer === undefined ? words.chooseLayer : words.noSuchLayer}</p>
            )}
          </ScrollBox>
        </>
      }
    />
  );
}

/** All of a layer that people would look for. */
function textOf({ code, title, aliases, fields }: LayerSpec): string {
  return [code, title, ...aliases, ...fields.flatMap((field: FieldSpec) => [field.name, field.title])]
    .join('\n')
    .toLowerCase();
}

function LayerFields({ spec }: { readonly spec: LayerSpec }) {
  const words = useWords(standardWords);
  const { code, title, mode, comparedField, maintainable, ysdm, aliases, source, confidence } = spec;
  return (
    <article className={contents.detail}>
      <header className={contents.title}>
        <h1>{title}</h1>
        <p className={contents.tags}>
          <code className={contents.id}>{code}</code>
          <ConfidenceMark confidence={confidence} />
          <span>
            {words.source} {source}
          </span>
        </p>
        <p className={style.facts}>
          <span>{maintainable ? words.maintainable : words.notMaintainable}</span>
          <span>{comparedField === null ? words.modes[mode] : words.comparedField(comparedField)}</span>
          <span>
            {words.elementCode} {ysdm.value ?? words.unknown}
          </span>
          {aliases.length > 0 && (
            <span>
              {words.aliases} {aliases.join('、')}
            </span>
          )}
        </p>
      </header>
      <FieldTable label={title} fields={spec.fields} />
      {spec.variants?.map((variant) => (
        <section key={variant.title} aria-label={variant.title}>
          <h2>{words.variant(variant.title)}</h2>
          <FieldTable label={variant.title} fields={variant.fields} />
        </section>
      ))}
    </article>
  );
}
