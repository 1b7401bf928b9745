import { Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../words/use-words.ts';
import { CopyButton } from './copy-button.tsx';
import style from './forms.module.css';
import { formWords } from './words.ts';

export interface SecretOnceProps {
  readonly title: string;
  readonly secret: string;
  /** What it is for, and where it goes. */
  readonly children: ReactNode;
  onClose(): void;
}

/** Something that the server tells once. Neither a click beside it nor the escape key closes it: only who says that they kept it. */
export function SecretOnce({ title, secret, children, onClose }: SecretOnceProps) {
  const words = useWords(formWords);
  return (
    <Modal
      open
      title={title}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={onClose}>
          {words.onceKept}
        </Button>
      }
    >
      <div className={style.secret}>
        <strong>{words.onceTitle}</strong>
        {children}
        <output>
          <code>{secret}</code>
          <CopyButton text={secret} of={title} />
        </output>
      </div>
    </Modal>
  );
}
