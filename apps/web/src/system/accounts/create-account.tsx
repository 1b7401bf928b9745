import { useQuery } from '@tanstack/react-query';
import { Form, Input, Radio } from 'antd';
import { answered, api } from '../../api/client.ts';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { ReasonField } from '../../forms/reason-field.tsx';
import { SecretOnce } from '../../forms/secret-once.tsx';
import { useWords } from '../../words/use-words.ts';
import { rolesQuery } from './account-queries.ts';
import { askedGrant, type TypedGrant } from './asked-grant.ts';
import { newPassword } from './new-password.ts';
import { RoleFields } from './role-fields.tsx';
import { useAccountAct } from './use-account-act.ts';
import { accountsWords } from './words.ts';

export interface CreateAccountProps {
  onCreated(name: string): void;
  onClose(): void;
}

interface Typed extends TypedGrant {
  readonly name: string;
  readonly displayName: string;
  readonly hasPassword: boolean;
  readonly reason: string;
}

/** Makes an account with its first role; a password is shown once. */
export function CreateAccount({ onCreated, onClose }: CreateAccountProps) {
  const words = useWords(accountsWords);
  const { data: all } = useQuery(rolesQuery);
  const create = useAccountAct(
    async ({ name, displayName, hasPassword, reason, ...grant }: Typed) => {
      const password = hasPassword ? newPassword() : undefined;
      const account = await answered(
        api.POST('/api/v1/accounts', {
          body: {
            ...{ name, displayName, reason },
            grants: [askedGrant(grant, all!)],
            ...(password !== undefined && { password }),
          },
        }),
      );
      return { account, password };
    },
    ({ account, password }) => {
      onCreated(account.name);
      if (password === undefined) onClose();
    },
  );
  if (create.data?.password !== undefined)
    return (
      <SecretOnce title={words.newPasswordTitle} secret={create.data.password} onClose={onClose}>
        {words.newPasswordOf(create.data.account.displayName)}
      </SecretOnce>
    );
  return (
    <FormDialog<Typed>
      title={words.create}
      act={words.createAct}
      width={600}
      fields={['name', 'displayName', 'role', 'region', 'verbs', 'reason']}
      initialValues={{ hasPassword: true }}
      isPending={create.isPending}
      error={create.error}
      onSubmit={(typed) => create.mutate(typed)}
      onClose={onClose}
    >
      <Form.Item name="name" label={words.name} extra={words.nameExtra} rules={[{ required: true, min: 2 }]}>
        <Input autoFocus autoComplete="off" autoCapitalize="none" spellCheck={false} maxLength={64} />
      </Form.Item>
      <Form.Item
        name="displayName"
        label={words.displayName}
        extra={words.displayNameExtra}
        rules={[{ required: true, whitespace: true }]}
      >
        <Input autoComplete="off" maxLength={64} />
      </Form.Item>
      <RoleFields />
      <Form.Item name="hasPassword" label={words.passwordKind}>
        <Radio.Group
          vertical
          options={[
            { value: true, label: words.withPassword },
            { value: false, label: words.withoutPassword },
          ]}
        />
      </Form.Item>
      <ReasonField />
    </FormDialog>
  );
}
