import { Form, type FormInstance, Modal } from 'antd';
import { type ReactNode, useEffect } from 'react';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useWords } from '../words/use-words.ts';
import { fieldErrors } from './field-errors.ts';
import { formWords } from './words.ts';

export interface FormDialogProps<Values extends object> {
  readonly title: ReactNode;
  /** What the button says: the act itself. */
  readonly act: string;
  /** Red: it takes something away. */
  readonly isDanger?: boolean;
  readonly initialValues?: Partial<Values>;
  /** Names of the fields at which the server's words about their values stand. */
  readonly fields: readonly (keyof Values & string)[];
  readonly isPending: boolean;
  /** What the server answered to the last try. */
  readonly error: unknown;
  readonly form?: FormInstance<Values>;
  readonly width?: number;
  onSubmit(values: Values): void;
  onClose(): void;
  readonly children: ReactNode;
}

/** A form over the page: labels above, what the server refused at its field, the rest below. A click beside it loses nothing of what was typed. */
export function FormDialog<Values extends object>(props: FormDialogProps<Values>) {
  const { title, act, isDanger, initialValues, fields, isPending, error, width = 520 } = props;
  const words = useWords(formWords);
  const [own] = Form.useForm<Values>();
  const form = props.form ?? own;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the names of the fields do not change
  useEffect(() => {
    const errors = fieldErrors(error, fields) as unknown as Parameters<typeof form.setFields>[0];
    if (errors.length > 0) form.setFields(errors);
  }, [error, form]);
  return (
    <Modal
      open
      title={title}
      okText={act}
      okButtonProps={{ danger: isDanger ?? false }}
      cancelText={words.cancel}
      onCancel={props.onClose}
      onOk={() => form.submit()}
      confirmLoading={isPending}
      mask={{ closable: false }}
      width={width}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={initialValues as Values}
        onFinish={props.onSubmit}
        validateMessages={{ required: words.required }}
      >
        {props.children}
      </Form>
      {error !== null && error !== undefined && <ProblemNote error={error} />}
    </Modal>
  );
}
