/** A site that cannot be held against a plan at all. `message` is a Chinese sentence: what, where, what to do. */
export class SiteError extends Error {
  override readonly name = 'SiteError';
  readonly code:
    | 'site.empty'
    | 'site.too-far'
    | 'site.too-large'
    | 'site.no-layer'
    | 'site.unknown-land-use'
    | 'site.unknown-activity';

  constructor(code: SiteError['code'], message: string) {
    super(message);
    this.code = code;
  }
}
