import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../words/use-words.ts';
import { FormDialog } from './form-dialog.tsx';
import style from './forms.module.css';
import { ReasonField } from './reason-field.tsx';
import { formWords } from './words.ts';

export interface ReasonDialogProps {
  readonly title: string;
  readonly act: string;
  readonly isDanger?: boolean;
  /** What will happen, in words. */
  readonly children?: ReactNode;
  /** For what cannot be undone: a text to be typed. */
  readonly typed?: string;
  readonly isPending: boolean;
  readonly error: unknown;
  onSubmit(reason: string): void;
  onClose(): void;
}

interface Values {
  readonly typed?: string;
  readonly reason: string;
}

/** Asks why something is to be done, before it is done. */
export function ReasonDialog(props: ReasonDialogProps) {
  const words = useWords(formWords);
  const { typed, children, onSubmit, ...rest } = props;
  return (
    <FormDialog<Values> {...rest} fields={['reason']} onSubmit={({ reason }) => onSubmit(reason)}>
      {children !== undefined && <div className={style.told}>{children}</div>}
      {typed !== undefined && (
        <Form.Item
          name="typed"
          label={words.typeToConfirm(typed)}
          rules={[
            {
              validator: async (_, value) => {
                if (value !== typed) throw new Error(words.typedDiffers);
              },
            },
          ]}
        >
          <Input autoComplete="off" spellCheck={false} autoFocus />
        </Form.Item>
      )}
      <ReasonField autoFocus={typed === undefined} />
    </FormDialog>
  );
}
