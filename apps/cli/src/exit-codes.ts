/** No verdict fails; some fail; the input could not be judged. */
export const exitCodes = { clean: 0, fails: 1, unjudged: 2 } as const;
