import { frameAround, type PictureFrame, svgPath } from '@tuheng/geometry';
import type { PictureGround, VerdictPicture } from '@tuheng/maintenance';
import { hectares } from '../format.ts';
import { type Html, html } from '../html.ts';

const WIDTH = 420;
const MOST_HEIGHT = 300;

/** In the order of drawing, with how each is called and filled; a pattern, not a colour alone, tells what is beyond reach. */
const roles: readonly { readonly role: PictureGround['role']; readonly word: string }[] = [
  { role: 'served', word: '服务范围内的居住用地' },
  { role: 'unserved', word: '服务范围外的居住用地' },
  { role: 'facility', word: '设施' },
];

/** The same ground before and after, side by side in one frame, with a legend and a scale. */
export function groundPicture(picture: VerdictPicture): Html | false {
  // Around what was there on file: a few homes far off must not make the city small. They count in the figures and are not seen.
  const near = picture.filed.length > 0 ? picture.filed : picture.maintained;
  const frame = frameAround(
    near.map(({ geometry }) => geometry),
    WIDTH,
    MOST_HEIGHT,
  );
  if (!frame) return false;
  return html`<figure class="ground"><figcaption>${picture.title}</figcaption>
    <div class="sides">${side('备案', picture.filed, frame)}${side('维护后', picture.maintained, frame)}</div>
    <p class="legend">${roles.map(({ role, word }) => html`<span><i class="${role}"></i>${word}</span>`)}<span class="bar"><i style="width:${barOf(frame).pixels / 4.2}%"></i>${barOf(frame).text}</span></p>
  </figure>`;
}

function side(title: string, grounds: readonly PictureGround[], frame: PictureFrame): Html {
  const figure = (role: PictureGround['role']): number =>
    grounds.filter((ground) => ground.role === role).reduce((sum, { area }) => sum + area, 0);
  const [served, unserved] = [figure('served'), figure('unserved')];
  const share = served + unserved > 0 ? `，${((served / (served + unserved)) * 100).toFixed(2)}%` : '';
  return html`<div><svg viewBox="0 0 ${frame.width} ${frame.height}" role="img" aria-label="${title}：服务范围内居住用地 ${hectares(served)} 公顷${share}">
    <defs><pattern id="beyond" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="#fbe3da"/><line x1="0" y1="0" x2="0" y2="5" stroke="#b3401c" stroke-width="1.6"/></pattern></defs>
    ${roles.map(({ role }) =>
      grounds
        .filter((ground) => ground.role === role)
        .map(
          ({ geometry }) => html`<path class="${role}" d="${svgPath(geometry, frame)}" fill-rule="evenodd"/>`,
        ),
    )}</svg><p><b>${title}</b>　服务范围内 ${hectares(served)} 公顷${share}　范围外 ${hectares(unserved)} 公顷</p></div>`;
}

/** A round length of about a fifth of the picture. */
function barOf({ width, metresPerPixel }: PictureFrame): { readonly pixels: number; readonly text: string } {
  const wanted = (width / 5) * metresPerPixel;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const length = [5, 2, 1].map((step) => step * power).find((step) => step <= wanted)!;
  return { pixels: length / metresPerPixel, text: length >= 1000 ? `${length / 1000} km` : `${length} m` };
}
