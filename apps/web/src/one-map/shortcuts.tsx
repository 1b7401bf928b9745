import { Modal } from 'antd';
import { useEffect, useState } from 'react';
import { useStage } from '../map/stage-context.ts';
import { useWords } from '../words/use-words.ts';
import { catalogueSearchId } from './catalogue/catalogue.tsx';
import { useModel } from './model-context.ts';
import { panels } from './scene-state.ts';
import style from './shortcuts.module.css';
import { oneMapWords } from './words.ts';

/** Pixels that an arrow key moves the map. */
const STEP = 120;

const arrows: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

/** The keys of the place, where nothing on the page has the keys for itself; `?` lists them. */
export function Shortcuts({ onMeasure }: { onMeasure(kind: 'distance' | 'area'): void }) {
  const words = useWords(oneMapWords);
  const { state, change } = useModel();
  const { map } = useStage();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target))
        return;
      const act = actionOf(event);
      if (!act) return;
      event.preventDefault();
      act();
    };
    const actionOf = ({ key }: KeyboardEvent): (() => void) | undefined => {
      const panel = panels[Number(key) - 1];
      if (panel) return () => change({ panel });
      const arrow = arrows[key];
      if (arrow) return () => map.panBy([arrow[0], arrow[1]], { duration: 120 });
      if (key === '?') return () => setOpen(true);
      if (key === '+' || key === '=') return () => map.zoomIn();
      if (key === '-') return () => map.zoomOut();
      if (key === 'm' || key === 'M') return () => onMeasure('distance');
      if (key === 'a' || key === 'A') return () => onMeasure('area');
      if (key === 'Escape' && state.point) return () => change({ point: undefined, feature: undefined });
      if (key === '/')
        return () => {
          change({ panel: 'layers' });
          requestAnimationFrame(() => document.getElementById(catalogueSearchId)?.focus());
        };
      return undefined;
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [map, change, state.point, onMeasure]);
  return (
    <Modal open={isOpen} title={words.shortcuts} footer={null} width={420} onCancel={() => setOpen(false)}>
      <dl className={style.list}>
        {words.shortcutList.map(([keys, does]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}

/** Whether what has the focus takes keys itself: fields, tables, the handle of a comparison, the map. */
function isBusy(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest(
      'input, textarea, select, [role=grid], [role=slider], [role=dialog], [role=combobox], [role=listbox], .maplibregl-canvas',
    ) !== null &&
    !(target instanceof HTMLInputElement && target.type === 'checkbox')
  );
}
