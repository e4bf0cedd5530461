import { Cancellation, Cancelled, Refused } from 'craftsman-mini-program-client';
import type { Pager } from 'craftsman-mini-program-client';
import { wholeSentenceOf } from './failures';

/** What a page shows of a list. Each page of the list is an array of its own, so that only new entries travel to the view. */
export interface Listing<T> {
  pages: T[][];
  isLoading: boolean;
  isDone: boolean;
  failure: string;
}

export const nothingYet = { pages: [], isLoading: true, isDone: false, failure: '' };

/** Reads a list into a page, as far as the person scrolls. Make another one to begin anew, after leaving the one before. */
export class Reading<T> {
  private readonly left = new Cancellation();
  private pager: Pager<T>;
  private isBusy = false;
  private shown = 0;

  constructor(
    private readonly start: (cancellation: Cancellation) => Pager<T>,
    private readonly show: (change: Record<string, unknown>) => void,
    /** What the page needs of an entry; less makes a slow phone faster. */
    private readonly lineOf: (entry: T) => unknown = (entry) => entry,
  ) {
    this.pager = start(this.left);
  }

  /** Reads on. Does nothing while it reads already and at the end of the list; after it was left, nothing is shown any more. */
  async more(): Promise<void> {
    if (this.isBusy || this.pager.isDone) return;
    this.isBusy = true;
    this.show({ isLoading: true, failure: '' });
    try {
      const fresh = (await this.pager.more()).map(this.lineOf);
      // The first page takes the place of what was shown before.
      const change = this.shown === 0 ? { pages: [fresh] } : { [`pages[${this.shown}]`]: fresh };
      this.shown++;
      this.show({ ...change, isLoading: false, isDone: this.pager.isDone });
    } catch (error) {
      if (error instanceof Cancelled) return;
      // The place in the list is not known any more: the next try begins at the top.
      if (error instanceof Refused && error.code === 'cursor-invalid') this.restart();
      this.show({ isLoading: false, failure: wholeSentenceOf(error) });
    } finally {
      this.isBusy = false;
    }
  }

  leave(): void {
    this.left.cancel();
  }

  private restart(): void {
    this.pager = this.start(this.left);
    this.shown = 0;
  }
}
