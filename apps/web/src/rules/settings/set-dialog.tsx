import { useMutation, useQuery } from '@tanstack/react-query';
import { Form, Input, InputNumber, Select } from 'antd';
import { answered, api } from '../../api/client.ts';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { ReasonField } from '../../forms/reason-field.tsx';
import { ShortDigest } from '../../forms/short-digest.tsx';
import { ConfidenceMark } from '../../provenance/confidence-mark.tsx';
import notes from '../../shell/notes.module.css';
import contents from '../../split/contents.module.css';
import { useWords } from '../../words/use-words.ts';
import type { Parameter } from '../rules-query.ts';
import { shownValue } from '../shown-value.ts';
import { standardQuery } from '../standard/standard-query.ts';
import { rulesWords } from '../words.ts';
import { digestAfter } from './digest-after.ts';
import type { SettingDialogProps } from './setting-dialog-props.ts';
import { SettingDone } from './setting-done.tsx';

interface Typed {
  readonly value: number | string;
  readonly source?: string;
  readonly reason: string;
}

/** Sets a threshold of a region: a value, where it stands written, and why. */
export function SetDialog({ book, rule, parameter, region, onClose }: SettingDialogProps) {
  const words = useWords(rulesWords);
  const isStatement = parameter.form.kind === 'statement';
  const set = useMutation({
    mutationFn: async ({ value, source = '', reason }: Typed) => {
      const path = { region: region.adcode, book: book.id, rule: rule.id, parameter: parameter.name };
      const body = { value: isStatement ? parameter.value : value, source, reason };
      const now = await answered(
        api.PUT('/api/v1/regions/{region}/thresholds/{book}/{rule}/{parameter}', { params: { path }, body }),
      );
      // The book of the page becomes the new one as soon as it is asked for again.
      return { now, before: book.digest, after: await digestAfter(region.adcode, book.id) };
    },
  });
  if (set.data)
    return (
      <SettingDone
        {...{ book, rule, region, onClose }}
        title={words.done}
        was={parameter}
        is={set.data.now}
        digests={set.data}
      />
    );
  const own = parameter.set?.region.adcode === region.adcode ? parameter.set : undefined;
  return (
    <FormDialog<Typed>
      title={(isStatement ? words.confirmTitle : words.setTitle)(parameter.title, region.name)}
      act={isStatement ? words.confirmAct : words.setAct}
      fields={['value', 'source', 'reason']}
      initialValues={{
        value: valueToChange(parameter),
        source: own?.source ?? '',
      }}
      isPending={set.isPending}
      error={set.error}
      onSubmit={(typed) => set.mutate(typed)}
      onClose={onClose}
    >
      <dl className={contents.digests}>
        <dt>{words.valueNow}</dt>
        <dd>
          {shownValue(parameter.value, parameter.unit)} <ConfidenceMark confidence={parameter.confidence} />
        </dd>
        <dt>{words.digest}</dt>
        <dd>
          <ShortDigest digest={book.digest} of={words.digestOf(words.bookTitles[book.id]!)} />
        </dd>
      </dl>
      <ValueField parameter={parameter} />
      <Form.Item
        name="source"
        label={words.source}
        extra={words.sourceHint}
        rules={[{ required: isStatement, whitespace: isStatement, message: words.sourceNeeded }]}
      >
        <Input.TextArea maxLength={500} autoSize={{ minRows: 1, maxRows: 4 }} />
      </Form.Item>
      <ReasonField />
      <p className={notes.small}>{words.effect}</p>
    </FormDialog>
  );
}

/** A word in the place of a number is not what one goes on typing at. */
function valueToChange({ value, form }: Parameter): number | string {
  return typeof value === 'object' || (form.kind === 'number' && typeof value === 'string') ? '' : value;
}

function ValueField({ parameter: { form, unit } }: { readonly parameter: Parameter }) {
  const words = useWords(rulesWords);
  const { data: standard } = useQuery({ ...standardQuery, enabled: form.kind === 'layer' });
  if (form.kind === 'statement') return <p className={notes.small}>{words.statementHint}</p>;
  if (form.kind === 'layer')
    return (
      <Form.Item name="value" label={words.newValue} rules={[{ required: true }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={
            standard
              ?.allLayerSpecs()
              .map(({ code, title }) => ({ value: code, label: `${title} ${code}` })) ?? []
          }
        />
      </Form.Item>
    );
  if (form.kind === 'text')
    return (
      <Form.Item
        name="value"
        label={words.newValue}
        extra={words.textHint}
        rules={[{ required: true, whitespace: true }]}
      >
        <Input.TextArea autoFocus maxLength={1000} autoSize={{ minRows: 1, maxRows: 6 }} />
      </Form.Item>
    );
  const { least = 0, most = Number.MAX_SAFE_INTEGER, whole = false } = form;
  return (
    <Form.Item
      name="value"
      label={words.newValue}
      extra={`${words.between(least, most, unit)}${whole ? `，${words.whole}` : ''}`}
      rules={[
        { required: true },
        { type: 'number', min: least, max: most, message: words.notBetween(least, most) },
        {
          validator: async (_, value) => {
            if (whole && typeof value === 'number' && !Number.isInteger(value))
              throw new Error(words.notWhole);
          },
        },
      ]}
    >
      <InputNumber<number> autoFocus suffix={unit} style={{ width: '100%' }} />
    </Form.Item>
  );
}
