import { type ReactNode, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { subjectId } from './top-bar.tsx';

/** What a place puts into the bar: its title, the steps of a case. */
export function BarSubject({ children }: { readonly children: ReactNode }) {
  const [target, setTarget] = useState<HTMLElement | null>(null);
  useEffect(() => setTarget(document.getElementById(subjectId)), []);
  return target && createPortal(children, target);
}
