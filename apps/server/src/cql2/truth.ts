/** Undefined where a value that is null decides. */
export type Truth = boolean | undefined;

/** Of the feature in a row of the layer. */
export type Test = (row: number) => Truth;

export function all(tests: readonly Test[]): Test {
  return (row) => {
    let truth: Truth = true;
    for (const test of tests) {
      const one = test(row);
      if (one === false) return false;
      if (one === undefined) truth = undefined;
    }
    return truth;
  };
}

export function any(tests: readonly Test[]): Test {
  return (row) => {
    let truth: Truth = false;
    for (const test of tests) {
      const one = test(row);
      if (one === true) return true;
      if (one === undefined) truth = undefined;
    }
    return truth;
  };
}

export function not(test: Test): Test {
  return (row) => {
    const one = test(row);
    return one === undefined ? undefined : !one;
  };
}
