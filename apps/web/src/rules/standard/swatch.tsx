import style from './standard.module.css';

/** A colour of the national drafting standard. */
export function Swatch({ hex }: { readonly hex: string }) {
  return <span className={style.swatch} style={{ background: hex }} aria-hidden="true" />;
}
