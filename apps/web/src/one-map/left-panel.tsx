import { ChartColumn, Columns2, Layers, PanelLeftClose, PanelLeftOpen, Printer, Search } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useWords } from '../words/use-words.ts';
import { useModel } from './model-context.ts';
import style from './panel.module.css';
import { type PanelName, panels } from './scene-state.ts';
import { oneMapWords } from './words.ts';

const icons = {
  layers: Layers,
  query: Search,
  statistics: ChartColumn,
  compare: Columns2,
  print: Printer,
} as const;

/** The panel at the left: one of five, or folded to its tabs. A sheet at the bottom on a narrow screen. */
export function LeftPanel({ children }: { readonly children: (panel: PanelName) => ReactNode }) {
  const words = useWords(oneMapWords);
  const { state, change } = useModel();
  const id = useId();
  const open = state.panel;
  const fold = open ? words.collapse : words.expand;
  const Fold = open ? PanelLeftClose : PanelLeftOpen;
  return (
    <section className={style.left} data-open={open !== undefined} aria-label={open && words.panels[open]}>
      <div className={style.tabs}>
        <div role="tablist" style={{ display: 'contents' }}>
          {panels.map((panel) => {
            const Icon = icons[panel];
            return (
              <button
                key={panel}
                type="button"
                role="tab"
                id={`${id}-${panel}`}
                aria-selected={panel === open}
                aria-label={words.panels[panel]}
                title={words.panels[panel]}
                onClick={() => change({ panel })}
              >
                <Icon size={16} aria-hidden="true" />
                {panel === open && words.panels[panel]}
              </button>
            );
          })}
        </div>
        <button
          type="button"
          className={style.fold}
          aria-label={fold}
          title={fold}
          aria-expanded={open !== undefined}
          onClick={() => change({ panel: open ? undefined : 'layers' })}
        >
          <Fold size={16} aria-hidden="true" />
        </button>
      </div>
      {open && open !== 'statistics' && (
        <div className={style.body} role="tabpanel" aria-labelledby={`${id}-${open}`}>
          {children(open)}
        </div>
      )}
    </section>
  );
}
