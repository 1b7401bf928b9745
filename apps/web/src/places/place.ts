import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import type { Session } from '../api/answers.ts';
import type { Catalogue } from '../words/use-words.ts';

/** A place of the workspace: an entry of the rail, a part of the address, a folder of its own. */
export interface Place {
  /** First part of the address, e.g. `map`. */
  readonly path: string;
  readonly title: Catalogue<string>;
  readonly icon: LucideIcon;
  /** Whether there is something for them to do. */
  mayEnter(session: Session): boolean;
  /** The page, with routes of its own below `path`; loaded when it is entered. */
  load(): Promise<{ readonly Component: ComponentType }>;
}
