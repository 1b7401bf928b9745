import { ChevronDown, ChevronUp, GripVertical } from 'lucide-react';
import { useState } from 'react';
import type { Look } from '../../map/look.ts';
import { count } from '../../words/numbers.ts';
import { useWords } from '../../words/use-words.ts';
import panel from '../panel.module.css';
import type { ShownLayer } from '../scene-state.ts';
import type { PlacedLayer } from '../use-one-map.ts';
import style from './catalogue.module.css';
import { Legend } from './legend.tsx';
import { MoreButton } from './more-button.tsx';
import { OpacitySlider } from './opacity-slider.tsx';
import { Swatch } from './swatch.tsx';
import { catalogueWords } from './words.ts';

interface ShownRowProps {
  readonly layer: PlacedLayer;
  readonly look: Look | undefined;
  readonly shown: ShownLayer;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  onHide(): void;
  onOpacity(opacity: number): void;
  /** By so many places upwards. */
  onMove(by: number): void;
  /** Something was let go on it: the code of a layer. */
  onDrop(code: string): void;
}

const DRAGGED = 'application/x-tuheng-layer';

/** A layer that is shown: off, up and down (by keys, or dragged), how much it covers, and its classes. */
export function ShownRow({
  layer,
  look,
  shown,
  isFirst,
  isLast,
  onHide,
  onOpacity,
  onMove,
  onDrop,
}: ShownRowProps) {
  const words = useWords(catalogueWords);
  const [isOpen, setOpen] = useState(false);
  const [isOver, setOver] = useState(false);
  const { code, title } = layer;
  return (
    <li
      className={style.layer}
      data-over={isOver}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(DRAGGED)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onDrop(event.dataTransfer.getData(DRAGGED));
      }}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the buttons move it by keys */}
      <div
        className={style.line}
        draggable
        onDragStart={(event) => event.dataTransfer.setData(DRAGGED, code)}
      >
        <span className={style.handle} title={words.drag} aria-hidden="true">
          <GripVertical size={14} />
        </span>
        <label>
          <input type="checkbox" checked onChange={onHide} aria-label={words.show(title)} />
          <Swatch look={look} code={code} />
          <span title={`${title} ${code}`}>{title}</span>
        </label>
        <button
          type="button"
          className={panel.icon}
          aria-label={words.up(title)}
          title={words.up(title)}
          disabled={isFirst}
          onClick={() => onMove(1)}
        >
          <ChevronUp size={15} aria-hidden="true" />
        </button>
        <button
          type="button"
          className={panel.icon}
          aria-label={words.down(title)}
          title={words.down(title)}
          disabled={isLast}
          onClick={() => onMove(-1)}
        >
          <ChevronDown size={15} aria-hidden="true" />
        </button>
        <MoreButton label={words.more(title)} isOpen={isOpen} onToggle={() => setOpen(!isOpen)} />
      </div>
      {isOpen && (
        <div className={style.more}>
          <OpacitySlider title={title} opacity={shown.opacity} onOpacity={onOpacity} />
          <Legend layer={layer} look={look} />
        </div>
      )}
    </li>
  );
}

/** A layer that can be switched on. */
export function HiddenRow({
  layer,
  look,
  onShow,
}: {
  readonly layer: PlacedLayer;
  readonly look: Look | undefined;
  onShow(): void;
}) {
  const words = useWords(catalogueWords);
  return (
    <li className={style.layer}>
      <div className={style.line}>
        <label>
          <input type="checkbox" checked={false} onChange={onShow} aria-label={words.show(layer.title)} />
          <Swatch look={look} code={layer.code} />
          <span title={`${layer.title} ${layer.code}`}>{layer.title}</span>
        </label>
        <small>{words.features(count(layer.features))}</small>
      </div>
    </li>
  );
}
