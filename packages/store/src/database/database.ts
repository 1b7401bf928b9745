/** A row as the driver gives it: numbers for int4, int8 and float8, strings for text, Uint8Array for bytea. */
export type Row = Readonly<Record<string, unknown>>;

/** What can be asked of a database, in a transaction or outside of one. */
export interface Session {
  /** One statement with parameters `$1 …`. */
  query<R extends Row = Row>(sql: string, parameters?: readonly unknown[]): Promise<R[]>;
  /** Several statements without parameters; the rows of all of them, one after another. */
  script<R extends Row = Row>(sql: string): Promise<R[]>;
  /**
   * Bulk insert in PostgreSQL's binary COPY format ([copy-format.ts](./copy-format.ts)).
   *
   * @param target table and columns, e.g. `feature (id, layer)`
   */
  copyIn(target: string, bytes: Uint8Array): Promise<void>;
  /**
   * Bulk read in the same format. Parameters are not possible in COPY: only numbers may be put into the text.
   *
   * @param select a SELECT statement
   */
  copyOut(select: string): Promise<Uint8Array>;
}

export type Isolation = 'read committed' | 'repeatable read';

/**
 * The database under the store. Both kinds run the same SQL (PostgreSQL ≥ 15 without extensions) as the role `tuheng_app`, which may read and
 * add, but neither change nor delete what is published.
 */
export interface Database extends Session {
  readonly kind: 'embedded' | 'server';
  /** Runs `work` in one transaction: all of it is written, or nothing. Rejections roll back. */
  transaction<T>(work: (session: Session) => Promise<T>, isolation?: Isolation): Promise<T>;
  /**
   * The same as the owner of the tables, whom no right and no trigger binds: for a backup, which must see all there is, and for a restore into an
   * empty store, which writes what is published already. Nothing else has a reason to use it.
   */
  asOwner<T>(work: (session: Session) => Promise<T>, isolation?: Isolation): Promise<T>;
  close(): Promise<void>;
}
