import { useMutation } from '@tanstack/react-query';
import { App, Button, Dropdown } from 'antd';
import { Download } from 'lucide-react';
import { answered, api } from '../../api/client.ts';
import { useWords } from '../../words/use-words.ts';
import { useModel } from '../model-context.ts';
import type { PlacedLayer } from '../use-one-map.ts';
import { bodyOf } from './query-body.ts';
import type { QuerySpec } from './query-spec.ts';
import { queryWords } from './words.ts';

const formats = ['gpkg', 'gdb', 'xlsx', 'geojson'] as const;
type Format = (typeof formats)[number];

/** Milliseconds between two questions while the server still writes. */
const PATIENCE = 1000;

/** Writes what was found into a file and fetches it. */
export function ExportButton({ spec, layer }: { readonly spec: QuerySpec; readonly layer: PlacedLayer }) {
  const words = useWords(queryWords);
  const { message } = App.useApp();
  const { layers } = useModel();
  const { mutate, isPending } = useMutation({
    mutationFn: async (format: Format) => {
      const { href, name } = await answered(
        api.POST('/api/v1/plans/{plan}/versions/{version}/layers/{layer}/selection', {
          params: { path: { plan: layer.plan, version: String(layer.version), layer: layer.code } },
          body: { ...(await bodyOf(spec, layer, layers.get('XZQ'))), format },
        }),
      );
      await written(href);
      const link = document.createElement('a');
      link.href = href;
      link.download = name;
      link.click();
    },
    onError: (error) => message.error(error.message),
  });
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: formats.map((format) => ({
          key: format,
          label: words.formats[format],
          onClick: () => mutate(format),
        })),
      }}
    >
      <Button size="small" loading={isPending} icon={<Download size={14} aria-hidden="true" />}>
        {isPending ? words.exporting : words.export}
      </Button>
    </Dropdown>
  );
}

/** Waits until a file is there: until then the server answers 202. Its head is enough. */
async function written(href: string): Promise<void> {
  for (;;) {
    const asking = new AbortController();
    const { status, ok } = await fetch(href, { signal: asking.signal });
    asking.abort();
    if (ok && status !== 202) return;
    if (!ok) throw new Error(`${href}: ${status}`);
    await new Promise((resolve) => setTimeout(resolve, PATIENCE));
  }
}
