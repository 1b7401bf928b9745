import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { basemapQuery } from '../../map/basemap.ts';
import { mapWords } from '../../map/words.ts';
import { useWords } from '../../words/use-words.ts';
import { useModel } from '../model-context.ts';
import style from './catalogue.module.css';
import { MoreButton } from './more-button.tsx';
import { OpacitySlider } from './opacity-slider.tsx';
import { catalogueWords } from './words.ts';

/** 底图, always below the layers; nothing where the server has none. */
export function BasemapRow() {
  const words = useWords(catalogueWords);
  const { basemap: title } = useWords(mapWords);
  const { state, change } = useModel();
  const { data: known } = useQuery(basemapQuery);
  const [isOpen, setOpen] = useState(false);
  if (!known) return null;
  const isOn = state.basemap > 0;
  return (
    <section className={style.group}>
      <h3>{title}</h3>
      <div className={style.line}>
        <label>
          <input
            type="checkbox"
            checked={isOn}
            onChange={() => change({ basemap: isOn ? 0 : 1 })}
            aria-label={words.show(title)}
          />
          <span title={known.attribution}>{known.attribution || title}</span>
        </label>
        <MoreButton label={words.opacity(title)} isOpen={isOpen} onToggle={() => setOpen(!isOpen)} />
      </div>
      {isOpen && (
        <div className={style.more}>
          <OpacitySlider title={title} opacity={state.basemap} onOpacity={(basemap) => change({ basemap })} />
        </div>
      )}
    </section>
  );
}
