import { useMutation } from '@tanstack/react-query';
import { Button, Checkbox, Input, Modal, Segmented, Select } from 'antd';
import type { StyleSpecification } from 'maplibre-gl';
import { useState } from 'react';
import { queries } from '../../api/queries.ts';
import type { Look } from '../../map/look.ts';
import { type Basemap, isClassed } from '../../map/scene.ts';
import { useStage } from '../../map/stage-context.ts';
import { ProblemNote } from '../../shell/problem-note.tsx';
import { onDay } from '../../words/times.ts';
import { useWords } from '../../words/use-words.ts';
import { classesQuery } from '../classes.ts';
import { useModel } from '../model-context.ts';
import panel from '../panel.module.css';
import { useNarrow } from '../use-narrow.ts';
import type { OneMapModel } from '../use-one-map.ts';
import { drawMap } from './draw-map.ts';
import { drawSheet, type LegendLine } from './draw-sheet.ts';
import { type MapView, PIXELS_PER_MM, zoomOf, zoomToHold } from './mercator.ts';
import { download, jpegOf, pdfOf } from './save-sheet.ts';
import { type Orientation, type Paper, papers, sheetOf } from './sheet.ts';
import { printWords } from './words.ts';

/** Dots per inch of what is kept, and of the preview. */
const FINE = 300;
const COARSE = 110;
/** Pixels from the left that the panel takes. */
const PANEL = 352;
const AS_SEEN = 0;
const ratios = [5_000, 10_000, 25_000, 50_000, 100_000, 200_000, 500_000] as const;

interface Drawn {
  readonly jpeg: Uint8Array;
  readonly address: string;
}

/** A thematic map of what is shown, on paper: title, legend, scale, north, grid and notes. */
export function PrintPanel({
  looks,
  basemap,
}: {
  readonly looks: ReadonlyMap<string, Look>;
  readonly basemap: Basemap | undefined;
}) {
  const words = useWords(printWords);
  const model = useModel();
  const { plan, version, layers, shown } = model;
  const { map } = useStage();
  const isNarrow = useNarrow();
  const ground = layers.get(shown[0]?.code ?? '')?.title ?? '';
  const [title, setTitle] = useState(words.defaultTitle(plan.name, ground));
  const [note, setNote] = useState('');
  const [paper, setPaper] = useState<Paper>('A4');
  const [orientation, setOrientation] = useState<Orientation>('landscape');
  const [ratio, setRatio] = useState<number>(AS_SEEN);
  const [isGridded, setGridded] = useState(true);
  const sheet = sheetOf(paper, orientation);

  const draw = async (perInch: number): Promise<Uint8Array> => {
    const [width, height] = [sheet.map.width * PIXELS_PER_MM, sheet.map.height * PIXELS_PER_MM];
    const { clientWidth, clientHeight } = map.getContainer();
    // What the panel covers is not seen.
    const covered = isNarrow ? 0 : PANEL;
    const { lng, lat } = map.unproject([(covered + clientWidth) / 2, clientHeight / 2]);
    const zoom =
      ratio === AS_SEEN
        ? zoomToHold(map.getZoom(), [clientWidth - covered, clientHeight], [width, height])
        : zoomOf(ratio, lat);
    const view: MapView = { lon: lng, lat, zoom, width, height };
    const [picture, legend] = await Promise.all([
      drawMap(onPaper(map.getStyle()), view, perInch / 96),
      legendOf(model, looks),
    ]);
    const unverified = new Set(
      [...looks.values()].flatMap((look) => look.metadata?.['tuheng:colours'] ?? []),
    );
    const content = {
      ...{ title, legendTitle: words.legend, legend, more: words.more, north: words.north, isGridded },
      notes: [
        [
          words.source(plan.name, version.number, onDay(version.publishedAt)),
          words.drawn(onDay(new Date().toISOString())),
          words.crs,
          ...(basemap?.attribution ? [words.basemap(basemap.attribution)] : []),
          ...(note.trim() === '' ? [] : [note.trim()]),
        ].join('　'),
        ...unverified,
      ],
    };
    return jpegOf(drawSheet(sheet, picture, view, content, perInch / 25.4), perInch);
  };

  const preview = useMutation({
    mutationFn: async (): Promise<Drawn> => {
      const jpeg = await draw(COARSE);
      return { jpeg, address: URL.createObjectURL(new Blob([jpeg as BlobPart], { type: 'image/jpeg' })) };
    },
  });
  const save = useMutation({
    mutationFn: async (format: 'pdf' | 'jpg') => {
      const jpeg = await draw(FINE);
      const content =
        format === 'pdf'
          ? await pdfOf(jpeg, sheet, title)
          : new Blob([jpeg as BlobPart], { type: 'image/jpeg' });
      download(content, `${title.replaceAll(/[\\/:*?"<>|\s]+/g, '-')}.${format}`);
    },
  });
  const close = (): void => {
    if (preview.data) URL.revokeObjectURL(preview.data.address);
    preview.reset();
    save.reset();
  };
  return (
    <div className={panel.form}>
      <div className={panel.field}>
        {words.title}
        <Input aria-label={words.title} value={title} onChange={({ target }) => setTitle(target.value)} />
      </div>
      <div className={panel.row}>
        <Segmented
          aria-label={words.paper}
          value={paper}
          options={Object.keys(papers) as Paper[]}
          onChange={setPaper}
        />
        <Segmented
          aria-label={words.orientation}
          value={orientation}
          options={(['landscape', 'portrait'] as const).map((value) => ({
            value,
            label: words.orientations[value],
          }))}
          onChange={setOrientation}
        />
        <Checkbox checked={isGridded} onChange={({ target }) => setGridded(target.checked)}>
          {words.grid}
        </Checkbox>
      </div>
      <div className={panel.field}>
        {words.scale}
        <Select
          aria-label={words.scale}
          value={ratio}
          options={[
            { value: AS_SEEN, label: words.asSeen },
            ...ratios.map((value) => ({
              value: value as number,
              label: `1 : ${value.toLocaleString('zh-CN')}`,
            })),
          ]}
          onChange={setRatio}
        />
      </div>
      <div className={panel.field}>
        {words.note}
        <Input
          aria-label={words.note}
          placeholder={words.noteHint}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
      </div>
      {preview.error && <ProblemNote error={preview.error} />}
      <Button type="primary" loading={preview.isPending} onClick={() => preview.mutate()}>
        {preview.isPending ? words.drawing : words.preview}
      </Button>
      <Modal
        open={preview.data !== undefined}
        title={title}
        width={orientation === 'landscape' ? 960 : 640}
        style={{ top: 24 }}
        onCancel={close}
        footer={
          <div className={panel.row} style={{ justifyContent: 'flex-end' }}>
            {save.error && <ProblemNote error={save.error} />}
            <Button loading={save.isPending} onClick={() => save.mutate('jpg')}>
              {words.jpg}
            </Button>
            <Button type="primary" loading={save.isPending} onClick={() => save.mutate('pdf')}>
              {words.pdf}
            </Button>
          </div>
        }
      >
        {preview.data && (
          <img
            src={preview.data.address}
            alt={words.pictureAlt}
            style={{
              display: 'block',
              maxWidth: '100%',
              maxHeight: '68vh',
              margin: '0 auto',
              border: '1px solid var(--line)',
            }}
          />
        )}
      </Modal>
    </div>
  );
}

/** A map whose ground is the paper. */
function onPaper(style: StyleSpecification): StyleSpecification {
  const layers = style.layers.map((layer) =>
    layer.type === 'background' ? { ...layer, paint: { 'background-color': '#ffffff' } } : layer,
  );
  return { ...style, layers };
}

/** What the map shows, the uppermost first: lines as they are drawn, then the classes of the ground. */
async function legendOf(
  { shown, layers }: OneMapModel,
  looks: ReadonlyMap<string, Look>,
): Promise<readonly LegendLine[]> {
  const lines: LegendLine[] = [];
  for (const { code } of shown.toReversed()) {
    const layer = layers.get(code)!;
    const metadata = looks.get(layer.source)?.layers.find(({ id }) => id === code)?.metadata;
    const look = looks.get(layer.source);
    if (!isClassed(look, code)) {
      lines.push({
        ...{ kind: 'line', title: layer.title, colour: metadata?.legend?.[0]?.colour ?? '#5b6875' },
        hatching: metadata?.hatching,
      });
      continue;
    }
    const { classes } = await queries.fetchQuery(classesQuery(layer));
    lines.push(
      { kind: 'heading', title: layer.title, colour: '' },
      ...classes.map(({ title, colour }) => ({ kind: 'class' as const, title, colour })),
    );
  }
  return lines;
}
