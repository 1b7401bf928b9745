import { Form, Input } from 'antd';
import { useWords } from '../words/use-words.ts';
import { formWords } from './words.ts';

/** Why something is done: what the ledger keeps. */
export function ReasonField({ autoFocus = false }: { readonly autoFocus?: boolean }) {
  const words = useWords(formWords);
  return (
    <Form.Item
      name="reason"
      label={words.reason}
      extra={words.reasonHint}
      rules={[{ required: true, whitespace: true, message: words.reasonMissing }]}
    >
      <Input.TextArea autoFocus={autoFocus} maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} />
    </Form.Item>
  );
}
