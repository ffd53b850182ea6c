// What stands where in a gateway's row, as the program sends it; see its `fleet_rows`.

export const PLC = 0, ADDRESS = 1, STATE = 2, REASON = 3, LATENCY = 4, AGE = 5, MARBLES = 6, VALUES = 9, QUALITY = 10, BREACH = 11;
/** Places in the quality, a letter for each question: Good, Stale, Bad, Never. */
export const MARBLES_QUALITY = 2, FIRST_REQUEST = 3;

/** Whether any of a gateway's readings is an old one. */
export const notOfNow = (row) => /[SB]/.test(row[QUALITY]);
