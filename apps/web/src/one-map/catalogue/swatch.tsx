import { useMemo } from 'react';
import { drawHatching, hatchingImage } from '../../map/hatching.ts';
import type { LegendEntry, Look } from '../../map/look.ts';
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
  const picture = useMemo(
    () => (hatching && own !== undefined ? dataUrl(hatchingImage(hatching, own)) : undefined),
    [hatching, own],
  );
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
        ...(picture && { backgroundImage: `url(${picture})`, backgroundSize: 'auto 11px' }),
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

/** The picture of a hatching for CSS. */
function dataUrl(name: string): string | undefined {
  const picture = drawHatching(name);
  if (!picture) return undefined;
  const canvas = document.createElement('canvas');
  canvas.width = picture.size;
  canvas.height = picture.size;
  canvas
    .getContext('2d')
    ?.putImageData(new ImageData(new Uint8ClampedArray(picture.data), picture.size, picture.size), 0, 0);
  return canvas.toDataURL();
}
