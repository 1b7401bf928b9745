import { type Layer, layerSpec, textAt } from '@tuheng/standard';
import { type ClassColour, classColours, UNKNOWN } from './class-colours.ts';
import { lineLooks, otherLook } from './line-looks.ts';

/** The classes that occur in a layer, and of which each feature is. */
export interface LayerClasses {
  /** The field that the layer is coloured by; null where it has one look: then all features are of one class, the layer. */
  readonly field: string | null;
  /** In the order of the code table; behind them codes that it does not have, and features without one. */
  readonly classes: readonly ClassColour[];
  /** Place in `classes`, by row. */
  readonly of: Uint32Array;
}

export function layerClasses(layer: Layer): LayerClasses {
  const features = layer.polygons.featureStart.length - 1;
  const known = classColours([...layer.columns].map(([name, { kind }]) => [name, kind] as const));
  if (!known) {
    const title = layerSpec(layer.code)?.title ?? layer.code;
    const only = { code: layer.code, title, colour: (lineLooks[layer.code] ?? otherLook).colour };
    return { field: null, classes: [only], of: new Uint32Array(features) };
  }
  const codes = Array.from({ length: features }, (_, row) => textAt(layer, known.field, row)?.trim() ?? '');
  const found = new Set(codes);
  const classes = known.classes.filter(({ code }) => found.has(code));
  const named = new Set(classes.map(({ code }) => code));
  for (const code of [...found].sort())
    if (!named.has(code) && code !== '') classes.push({ code, title: code, colour: UNKNOWN });
  if (found.has('')) classes.push({ code: '', title: '未填', colour: UNKNOWN });
  const places = new Map(classes.map(({ code }, place) => [code, place]));
  return { field: known.field, classes, of: Uint32Array.from(codes, (code) => places.get(code)!) };
}
