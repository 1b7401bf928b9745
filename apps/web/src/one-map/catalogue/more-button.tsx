import { SlidersHorizontal } from 'lucide-react';
import panel from '../panel.module.css';

/** Opens and closes what else can be set of a row. */
export function MoreButton({
  label,
  isOpen,
  onToggle,
}: {
  readonly label: string;
  readonly isOpen: boolean;
  onToggle(): void;
}) {
  return (
    <button
      type="button"
      className={panel.icon}
      aria-label={label}
      title={label}
      aria-expanded={isOpen}
      onClick={onToggle}
    >
      <SlidersHorizontal size={14} aria-hidden="true" />
    </button>
  );
}
