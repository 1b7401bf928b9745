import { crsOf, type FieldSpec, layerSpec } from '@tuheng/standard';
import { geometryName } from '../cql2/parse-filter.ts';
import type { Collection } from './collection.ts';

/** An attribute that features can be filtered by. */
export interface Queryable {
  readonly name: string;
  readonly title: string;
  readonly kind: 'text' | 'number';
  readonly spec: FieldSpec | undefined;
}

/** In the order of the standard's field table; others behind. */
export function queryablesOf({ layer }: Collection): Queryable[] {
  const spec = layerSpec(layer.code);
  const fields = [...(spec?.fields ?? []), ...(spec?.variants ?? []).flatMap((variant) => variant.fields)];
  const place = ({ spec: field }: Queryable): number => (field ? fields.indexOf(field) : fields.length);
  return layer.fields
    .map(([name, kind]) => {
      const field = fields.find((one) => one.name === name);
      return { name, title: field?.title ?? name, kind, spec: field };
    })
    .sort((a, b) => place(a) - place(b));
}

/** JSON Schema of what a filter may name (OGC 19-079r2, 6). */
export function queryablesDocument(collection: Collection, address: string) {
  const { title, layer } = collection;
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: address,
    type: 'object',
    title,
    description: `${crsOf(layer.epsg)!.name}；属性为空时比较不成立`,
    properties: {
      [geometryName]: { title: '几何', format: 'geometry-multipolygon', 'x-ogc-role': 'primary-geometry' },
      ...Object.fromEntries(
        queryablesOf(collection).map(({ name, title: fieldTitle, kind, spec }) => [
          name,
          {
            title: fieldTitle,
            type: kind === 'text' ? 'string' : 'number',
            ...(kind === 'text' && spec?.type === 'date' && { format: 'date' }),
          },
        ]),
      ),
    },
    additionalProperties: false,
  };
}
