import { Dropdown } from 'antd';
import { ChevronDown } from 'lucide-react';
import { memo } from 'react';
import { legendOf } from '../../map/look.ts';
import { useWords } from '../../words/use-words.ts';
import style from './desk.module.css';
import { CHANGE, codesOf, controlLines, groundsOf, titleOf } from './desk-layers.ts';
import { useDesk } from './use-desk-state.ts';
import type { DeskSides } from './use-sides.ts';
import { deskWords } from './words.ts';

interface LayerBarProps {
  readonly sides: DeskSides;
  readonly layers: readonly string[];
}

/** What the map draws: the control lines, the change, and one layer under them. */
export const LayerBar = memo(function LayerBar({ sides, layers }: LayerBarProps) {
  const words = useWords(deskWords);
  const { change } = useDesk();
  const { maintained, base } = sides;
  const grounds = groundsOf([maintained, base]);
  const known = codesOf(maintained?.look);
  const ground = layers.find((code) => grounds.includes(code));
  const nameOf = (code: string): string =>
    titleOf(maintained?.look, code) ?? titleOf(base?.look, code) ?? code;
  const put = (shown: readonly string[], under: string | undefined): void =>
    change({
      layers: [
        ...(under === undefined ? [] : [under]),
        ...controlLines.filter((code) => shown.includes(code)),
        ...(shown.includes(CHANGE) ? [CHANGE] : []),
      ],
    });
  const toggle = (code: string): void =>
    put(layers.includes(code) ? layers.filter((one) => one !== code) : [...layers, code], ground);
  return (
    <fieldset className={style.layers} aria-label={words.layersShown}>
      {[...controlLines].reverse().flatMap((code) =>
        known.includes(code)
          ? [
              <button
                key={code}
                type="button"
                aria-pressed={layers.includes(code)}
                onClick={() => toggle(code)}
              >
                <i style={{ background: legendOf(maintained?.look, code)[0]?.colour }} />
                {words.shortLayers[code]}
              </button>,
            ]
          : [],
      )}
      {sides.change && (
        <button type="button" aria-pressed={layers.includes(CHANGE)} onClick={() => toggle(CHANGE)}>
          <i data-change="" />
          {words.changeShapes}
        </button>
      )}
      {grounds.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            selectedKeys: [ground ?? ''],
            items: [
              ...grounds.map((code) => ({ key: code, label: nameOf(code) })),
              { key: '', label: words.noGround },
            ],
            onClick: ({ key }) => put(layers, key === '' ? undefined : key),
          }}
        >
          <button type="button" title={words.ground}>
            {ground === undefined ? words.noGround : nameOf(ground)}
            <ChevronDown size={14} aria-hidden="true" />
          </button>
        </Dropdown>
      )}
    </fieldset>
  );
});
