/** Codes of rules and options of commands, which are not broken over lines. To split by: every other part is one. */
export const unbroken = /([A-Z]-\d\d|tuheng inspect --\w+|--\w+)/;
