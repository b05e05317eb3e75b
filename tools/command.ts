/** Runs a command of an operator: what is wrong is in the message; where in this program it was noticed helps nobody. */
export function command(main: () => void): void {
  try {
    main();
  } catch (error) {
    console.error(`error: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
