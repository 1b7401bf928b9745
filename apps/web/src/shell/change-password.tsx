import { useMutation } from '@tanstack/react-query';
import { App, Form, Input, Modal } from 'antd';
import { answered, api } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import { sessionQuery } from '../api/session.ts';
import { useWords } from '../words/use-words.ts';
import { ProblemNote } from './problem-note.tsx';
import { shellWords } from './words.ts';

interface Typed {
  readonly password: string;
  readonly newPassword: string;
  readonly again: string;
}

/** A new password for whoever is signed in. */
export function ChangePassword({ onClose }: { readonly onClose: () => void }) {
  const words = useWords(shellWords);
  const { message } = App.useApp();
  const [form] = Form.useForm<Typed>();
  const change = useMutation({
    mutationFn: ({ password, newPassword }: Typed) =>
      answered(api.PUT('/api/v1/session/password', { body: { password, newPassword } })),
    onSuccess: (session) => {
      queries.setQueryData(sessionQuery.queryKey, session);
      void message.success(words.passwordChanged);
      onClose();
    },
  });
  return (
    <Modal
      open
      title={words.changePassword}
      okText={words.save}
      cancelText={words.cancel}
      onCancel={onClose}
      onOk={() => form.submit()}
      confirmLoading={change.isPending}
    >
      <Form form={form} layout="vertical" onFinish={(typed) => change.mutate(typed)} requiredMark={false}>
        <Form.Item name="password" label={words.password} rules={[{ required: true }]}>
          <Input.Password autoComplete="current-password" maxLength={256} />
        </Form.Item>
        <Form.Item name="newPassword" label={words.newPassword} rules={[{ required: true, min: 12 }]}>
          <Input.Password autoComplete="new-password" maxLength={256} />
        </Form.Item>
        <Form.Item
          name="again"
          label={words.passwordAgain}
          dependencies={['newPassword']}
          rules={[
            { required: true },
            ({ getFieldValue }) => ({
              validator: async (_, value) => {
                if (value && value !== getFieldValue('newPassword')) throw new Error(words.passwordsDiffer);
              },
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" maxLength={256} />
        </Form.Item>
      </Form>
      {change.isError && <ProblemNote error={change.error} />}
    </Modal>
  );
}
