import { setTimeout as sleep } from "node:timers/promises";

/** Asks every second or so until there is an answer; `undefined` and errors mean "not yet". */
export async function waitUntil<T>(what: string, seconds: number, probe: () => Promise<T | undefined>): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    let seen = "nothing";
    try {
      const answer = await probe();
      if (answer !== undefined) return answer;
    } catch (error) {
      seen = (error as Error).message;
    }
    if (Date.now() > end) throw new Error(`${what}: not after ${seconds}s; last seen: ${seen}`);
    await sleep(1000);
  }
}
