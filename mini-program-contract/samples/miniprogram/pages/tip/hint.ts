/** So long a person may pause within a word, in milliseconds. */
const pause = 500;

/** Asks whether somebody recommended this worker already, once the person pauses in typing. One question at a time. */
export class Hint<T> {
  private timer = 0;
  private isAsking = false;
  /** The pause came while an older question was under way. */
  private isWaiting = false;
  /** Goes up with everything typed, so that an answer knows whether it is still wanted. */
  private typed = 0;

  constructor(
    /** Answers nothing where the words are too few to ask about. */
    private readonly ask: () => Promise<T> | undefined,
    private readonly show: (answer: T | undefined) => void,
  ) {}

  /** Call it with each change of the words. */
  wordsChanged(): void {
    this.stop();
    this.timer = setTimeout(() => void this.look(), pause);
  }

  /** Drops what was asked. */
  stop(): void {
    this.typed++;
    this.isWaiting = false;
    clearTimeout(this.timer);
  }

  private async look(): Promise<void> {
    if (this.isAsking) {
      this.isWaiting = true;
      return;
    }
    this.isAsking = true;
    const asked = this.typed;
    // Only a help: the form is of use without, so a failure is told to nobody.
    const answer = await Promise.resolve(this.ask()).catch(() => undefined);
    this.isAsking = false;
    if (asked === this.typed) this.show(answer);
    else if (this.isWaiting) await this.look();
  }
}
