import { useQuery } from '@tanstack/react-query';
import { Checkbox, Form, Select } from 'antd';
import { useWords } from '../../words/use-words.ts';
import { RegionField } from '../regions/region-field.tsx';
import { rolesQuery } from './account-queries.ts';
import style from './accounts.module.css';
import { accountsWords } from './words.ts';

/** A role, where, and what it may do there: fields `role`, `region` and `verbs`. */
export function RoleFields() {
  const words = useWords(accountsWords);
  const form = Form.useFormInstance();
  const { data: all } = useQuery(rolesQuery);
  return (
    <>
      <Form.Item name="role" label={words.role} rules={[{ required: true }]}>
        <Select
          options={
            all?.roles.map(({ role, title }) => ({ value: role, label: words.roleTitles[role] ?? title })) ??
            []
          }
          onChange={(role: string) =>
            form.setFieldsValue({ verbs: all?.roles.find((one) => one.role === role)?.verbs })
          }
        />
      </Form.Item>
      <RegionField label={words.region} extra={words.regionExtra} />
      <VerbsField label={words.verbs} extra={words.verbsExtra} verbs={all?.verbs ?? []} />
    </>
  );
}

export interface VerbsFieldProps {
  readonly label: string;
  readonly extra: string;
  readonly verbs: readonly { readonly verb: string; readonly title: string }[];
}

/** What may be done, each by its name. */
export function VerbsField({ label, extra, verbs }: VerbsFieldProps) {
  const words = useWords(accountsWords);
  return (
    <Form.Item
      name="verbs"
      label={label}
      extra={extra}
      rules={[
        {
          validator: async (_, chosen: readonly string[] | undefined) => {
            if (!chosen?.length) throw new Error(words.verbsNeeded);
          },
        },
      ]}
    >
      <Checkbox.Group className={style.checks ?? ''}>
        {verbs.map(({ verb, title }) => (
          <Checkbox key={verb} value={verb}>
            {words.verbTitles[verb] ?? title}
          </Checkbox>
        ))}
      </Checkbox.Group>
    </Form.Item>
  );
}
