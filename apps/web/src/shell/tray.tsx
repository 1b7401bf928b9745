import { Popover } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import style from './tray.module.css';

interface TrayProps {
  /** What it holds. */
  readonly title: string;
  readonly isOpen: boolean;
  setOpen(isOpen: boolean): void;
  /** In the bar, opens it. */
  readonly button: ReactElement;
  readonly children: ReactNode;
}

/** What hangs down from a button of the bar: jobs, notices. */
export function Tray({ title, isOpen, setOpen, button, children }: TrayProps) {
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      arrow={false}
      open={isOpen}
      onOpenChange={setOpen}
      content={
        <section className={style.tray} aria-label={title}>
          {children}
        </section>
      }
    >
      {button}
    </Popover>
  );
}
