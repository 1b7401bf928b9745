import { useQuery } from '@tanstack/react-query';
import { SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { basemapQuery } from '../../map/basemap.ts';
import { mapWords } from '../../map/words.ts';
import { useWords } from '../../words/use-words.ts';
import { useModel } from '../model-context.ts';
import panel from '../panel.module.css';
import style from './catalogue.module.css';
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
        <button
          type="button"
          className={panel.icon}
          aria-label={words.opacity(title)}
          title={words.opacity(title)}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <SlidersHorizontal size={14} aria-hidden="true" />
        </button>
      </div>
      {isOpen && (
        <div className={style.more}>
          <OpacitySlider title={title} opacity={state.basemap} onOpacity={(basemap) => change({ basemap })} />
        </div>
      )}
    </section>
  );
}
