import { Cancellation, Cancelled, Refused, type Pager } from 'craftsman-mini-program-client';
import { sentenceOf } from './failures';

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

  /** Reads on. Says nothing while it reads already, at the end of the list, and after it was left. */
  async more(): Promise<void> {
    if (this.isBusy || this.pager.isDone || this.left.isCancelled) return;
    this.isBusy = true;
    this.show({ isLoading: true, failure: '' });
    try {
      const fresh = (await this.pager.more()).map(this.lineOf);
      // The first page takes the place of what was shown before.
      const change = this.shown === 0 ? { pages: [fresh] } : { [`pages[${this.shown}]`]: fresh };
      this.shown++;
      this.tell({ ...change, isLoading: false, isDone: this.pager.isDone });
    } catch (error) {
      if (error instanceof Cancelled) return;
      // The place in the list is not known any more: the next try begins at the top.
      if (error instanceof Refused && error.code === 'cursor-invalid') this.restart();
      this.tell({ isLoading: false, failure: sentenceOf(error) });
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

  private tell(change: Record<string, unknown>): void {
    if (!this.left.isCancelled) this.show(change);
  }
}
