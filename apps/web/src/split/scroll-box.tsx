import type { ReactNode } from 'react';

export interface ScrollBoxProps {
  readonly className: string | undefined;
  /** What is in it, for those who do not see it. */
  readonly label: string;
  readonly children: ReactNode;
}

/** A box whose content scrolls in itself: it takes the focus, so that keys can scroll it. */
export function ScrollBox({ className, label, children }: ScrollBoxProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys
    <section className={className} tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
