import type { Hatching, LegendEntry, Look } from '../../map/look.ts';
import style from './catalogue.module.css';

/** How a layer is drawn, small: its colour, or the line with its hatching. */
export function Swatch({
  look,
  code,
  colour,
}: {
  readonly look: Look | undefined;
  readonly code: string;
  readonly colour?: string;
}) {
  const metadata = look?.layers.find(({ id }) => id === code)?.metadata;
  const own = colour ?? metadata?.legend?.[0]?.colour;
  const hatching = metadata?.hatching;
  const isLine = colour === undefined;
  if (!isLine) return <span className={style.swatch} style={{ background: own }} aria-hidden="true" />;
  const legend = metadata?.legend ?? [];
  if (legend.length > 1)
    return <span className={style.swatch} style={{ background: striped(legend) }} aria-hidden="true" />;
  return (
    <span
      className={style.swatch}
      aria-hidden="true"
      style={{
        borderColor: own,
        borderWidth: 2,
        ...(hatching && own !== undefined && { backgroundImage: hatched(hatching, own) }),
      }}
    />
  );
}

/** A layer of classes: some of its colours side by side. */
function striped(legend: readonly LegendEntry[]): string {
  const step = Math.max(1, Math.floor(legend.length / 4));
  const colours = [...new Set(legend.filter((_, i) => i % step === 0).map(({ colour }) => colour))].slice(
    0,
    3,
  );
  const stops = colours.map(
    (colour, i) => `${colour} ${(i * 100) / colours.length}% ${((i + 1) * 100) / colours.length}%`,
  );
  return `linear-gradient(90deg, ${stops.join(', ')})`;
}

/** Pixels between two lines of a hatching, and of a line: closer than on the map, so that a few are seen. */
const [GAP, LINE] = [5, 1.2];

/** A hatching by CSS: its lines run across the direction of a gradient. */
function hatched({ angle }: Hatching, colour: string): string {
  return `repeating-linear-gradient(${180 - angle}deg, ${colour} 0 ${LINE}px, transparent ${LINE}px ${GAP}px)`;
}
