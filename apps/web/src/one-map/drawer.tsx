import { type PointerEvent, type ReactNode, useState } from 'react';
import panel from './panel.module.css';

/** Pixels: what the drawer leaves of the map at least, and has itself. */
const LEAST_MAP = 160;
const LEAST = 120;

interface DrawerProps {
  readonly title: string;
  readonly resize: string;
  readonly height: number;
  onHeight(height: number): void;
  /** Beside the title. */
  readonly head: ReactNode;
  readonly children: ReactNode;
}

/** A table or chart below the map, as high as one pulls it: by its upper edge, or by arrow keys on it. */
export function Drawer({ title, resize, height, onHeight, head, children }: DrawerProps) {
  const [from, setFrom] = useState<number>();
  const limited = (wanted: number): number =>
    Math.max(LEAST, Math.min(wanted, globalThis.innerHeight - 56 - LEAST_MAP));
  const drag = ({ clientY }: PointerEvent): void => {
    if (from !== undefined) onHeight(limited(from - clientY));
  };
  return (
    <section className={panel.drawer} style={{ height }} aria-label={title}>
      {/* biome-ignore lint/a11y/useSemanticElements: a line cannot be dragged */}
      <div
        role="separator"
        tabIndex={0}
        className={panel.grip}
        aria-label={resize}
        title={resize}
        aria-orientation="horizontal"
        aria-valuenow={Math.round(height)}
        aria-valuemin={LEAST}
        aria-valuemax={1000}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setFrom(event.clientY + height);
        }}
        onPointerMove={drag}
        onPointerUp={() => setFrom(undefined)}
        onKeyDown={(event) => {
          const by = { ArrowUp: 32, ArrowDown: -32 }[event.key];
          if (by === undefined) return;
          event.preventDefault();
          onHeight(limited(height + by));
        }}
      />
      <div className={panel.heading}>
        <h2>{title}</h2>
        {head}
      </div>
      {children}
    </section>
  );
}
