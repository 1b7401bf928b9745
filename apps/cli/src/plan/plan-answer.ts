/** What a command of `tuheng plan` has to say: for a person, and the same as data. */
export interface PlanAnswer {
  readonly text: string;
  readonly data: unknown;
  /** 1 where something that was to be shown is not so; 0 by default. */
  readonly exitCode?: 1;
}
