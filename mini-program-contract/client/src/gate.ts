import type { Cancellation } from './cancellation';
import { Cancelled } from './problem';

/** Lets so many through at once; the others wait in the order they came. */
export class Gate {
  private readonly waiting: (() => void)[] = [];
  private inside = 0;

  constructor(private readonly most: number) {}

  async run<T>(work: () => Promise<T>, cancellation?: Cancellation): Promise<T> {
    if (this.inside < this.most) this.inside++;
    else await this.turn(cancellation);
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      // The place is handed on, so nobody slips in between.
      if (next) next();
      else this.inside--;
    }
  }

  private turn(cancellation?: Cancellation): Promise<void> {
    return new Promise((resolve, reject) => {
      const enter = () => {
        off?.();
        resolve();
      };
      this.waiting.push(enter);
      const off = cancellation?.onCancel(() => {
        const place = this.waiting.indexOf(enter);
        if (place < 0) return;
        this.waiting.splice(place, 1);
        reject(new Cancelled());
      });
    });
  }
}
