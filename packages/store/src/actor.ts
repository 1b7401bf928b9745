/** Who writes, and from where. */
export interface Actor {
  /** An account's name, or that of the system's user where there are no accounts. */
  readonly name: string;
  /** Address or host the write came from. */
  readonly origin: string;
}
