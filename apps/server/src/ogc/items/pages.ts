import { type Html, html } from '@tuheng/dossier';
import { ellipsoidArea, featureBox, transformBetween, transformedBox } from '@tuheng/geometry';
import { CGCS2000, textAt } from '@tuheng/standard';
import type { PlanVersion } from '@tuheng/store';
import { hasPlace } from '../../geojson/feature-writer.ts';
import type { HeldLayer } from '../../held-versions/held-layer.ts';
import { addressOf } from '../address.ts';
import type { Collection } from '../collection.ts';
import type { Link } from '../link.ts';
import { queryablesOf } from '../queryables.ts';
import { linkTable, trail } from '../resource.ts';
import type { ItemsQuery } from './items-query.ts';

interface Head {
  readonly numberMatched: number;
  readonly numberReturned: number;
  readonly version?: number;
  readonly links: readonly Link[];
}

interface Found {
  readonly held: HeldLayer | undefined;
  readonly rows: Uint32Array;
  readonly query: ItemsQuery;
}

function stepsTo({ id, title }: Collection): (readonly [string, string])[] {
  return [
    ['/collections', '数据集'],
    [`/collections/${encodeURIComponent(id)}`, title],
  ];
}

function jsonOf(links: readonly Link[]): string {
  return links.find(({ rel }) => rel === 'alternate')!.href;
}

/** A page of features as a table. */
export function featuresPage(
  base: string,
  collection: Collection,
  { numberMatched, numberReturned, version, links }: Head,
  { held, rows, query: { offset, properties } }: Found,
): Html {
  const fields = queryablesOf(collection).filter(({ name }) => properties?.includes(name) ?? true);
  const shown = numberReturned === 0 ? '这一页没有要素' : `第 ${offset + 1} 至 ${offset + numberReturned} 个`;
  const own = addressOf(base, collection.id);
  return html`${trail(base, stepsTo(collection), jsonOf(links))}
    <p>${version === undefined ? '当时还没有版本。' : `第 ${version} 版，`}共 ${numberMatched} 个要素，${shown}。</p>
    ${pager(links)}
    ${
      held &&
      html`<table class="wide"><thead><tr><th>编号</th>${fields.map(
        ({ name, title }) => html`<th>${title}<br><code>${name}</code></th>`,
      )}</tr></thead><tbody>${[...rows].map(
        (row) =>
          html`<tr><td><a href="${own}/items/${held.ids[row]}?f=html&amp;version=${version}">${held.ids[row]}</a></td>${fields.map(
            ({ name }) => html`<td>${textAt(held.layer, name, row)}</td>`,
          )}</tr>`,
      )}</tbody></table>`
    }${pager(links)}`;
}

function pager(links: readonly Link[]): Html | false {
  const pages = links.filter(({ rel }) => rel === 'prev' || rel === 'next');
  return (
    pages.length > 0 &&
    html`<nav>${pages.map(({ href, rel, title }) => html`<a href="${href}" rel="${rel}">${title}</a> `)}</nav>`
  );
}

/** One feature: its attributes, and where it lies. */
export function featurePage(
  base: string,
  collection: Collection,
  { number, publishedAt }: PlanVersion,
  { held, row, links }: { readonly held: HeldLayer; readonly row: number; readonly links: readonly Link[] },
): Html {
  const steps = [
    ...stepsTo(collection),
    [`/collections/${encodeURIComponent(collection.id)}/items`, '要素'] as const,
  ];
  return html`${trail(base, steps, jsonOf(links))}
    <dl><dt>版本</dt><dd>第 ${number} 版，${publishedAt}</dd>${place(held, row)}</dl>
    <table><thead><tr><th>属性</th><th>名称</th><th>值</th></tr></thead><tbody>${queryablesOf(collection).map(
      ({ name, title }) =>
        html`<tr><td><code>${name}</code></td><td>${title}</td><td>${textAt(held.layer, name, row)}</td></tr>`,
    )}</tbody></table><h2>链接</h2>${linkTable(links)}`;
}

function place({ layer: { polygons, crs } }: HeldLayer, row: number): Html {
  if (!hasPlace(polygons, row)) return html`<dt>几何</dt><dd>没有</dd>`;
  const box = transformedBox(featureBox(polygons, row), transformBetween(crs, CGCS2000));
  const parts = polygons.featureStart[row + 1]! - polygons.featureStart[row]!;
  return html`<dt>范围（经度、纬度）</dt><dd>${box.map((degrees) => degrees.toFixed(6)).join('，')}</dd>
    <dt>面</dt><dd>${parts} 个，椭球面积 ${ellipsoidArea(polygons, row, crs).toFixed(2)} 平方米</dd>`;
}
