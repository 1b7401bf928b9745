import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { Look } from '../../map/look.ts';
import { isClassed } from '../../map/scene.ts';
import { useWords } from '../../words/use-words.ts';
import { classesQuery } from '../classes.ts';
import type { PlacedLayer } from '../use-one-map.ts';
import { Swatch } from './swatch.tsx';
import { catalogueWords } from './words.ts';

/** Classes that are there before one asks for more. */
const FEW = 12;

/** The classes that occur in a layer, in the colours they are drawn in. */
export function Legend({ layer, look }: { readonly layer: PlacedLayer; readonly look: Look | undefined }) {
  const words = useWords(catalogueWords);
  const isDrawn = isClassed(look, layer.code);
  const { data } = useQuery({ ...classesQuery(layer), enabled: isDrawn });
  const [isWhole, setWhole] = useState(false);
  if (!isDrawn || !data) return null;
  const classes = isWhole ? data.classes : data.classes.slice(0, FEW);
  return (
    <ul aria-label={words.legend}>
      {classes.map(({ code, title, colour }) => (
        <li key={code} title={`${code} ${title}`}>
          <Swatch look={look} code={layer.code} colour={colour} />
          <span>{title}</span>
        </li>
      ))}
      {data.classes.length > classes.length && (
        <li>
          <Button type="link" size="small" onClick={() => setWhole(true)}>
            {words.moreClasses(data.classes.length - classes.length)}
          </Button>
        </li>
      )}
    </ul>
  );
}
