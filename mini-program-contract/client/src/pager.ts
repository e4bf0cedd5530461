/** A list read page by page, for a page that loads more as the person scrolls. */
export class Pager<T> {
  /** All that was read so far. */
  items: T[] = [];
  /** Whether the list has come to its end. */
  isDone = false;
  private cursor: string | undefined;
  private loading: Promise<T[]> | undefined;

  constructor(private readonly read: (cursor: string | undefined) => Promise<{ items: T[]; nextCursor?: string | null }>) {}

  /** Reads the next page and answers with its entries. Called again while one is being read, it waits for that one. */
  more(): Promise<T[]> {
    this.loading ??= this.load().finally(() => {
      this.loading = undefined;
    });
    return this.loading;
  }

  /** Begins anew, as after pulling down or `cursor-invalid`. What was read stays until the first page is there. */
  async restart(): Promise<T[]> {
    await this.loading?.catch(() => undefined);
    this.cursor = undefined;
    this.isDone = false;
    this.loading = this.load(true).finally(() => {
      this.loading = undefined;
    });
    return this.loading;
  }

  private async load(anew = false): Promise<T[]> {
    if (this.isDone) return [];
    const page = await this.read(this.cursor);
    this.cursor = page.nextCursor ?? undefined;
    this.isDone = this.cursor === undefined;
    this.items = anew ? page.items : this.items.concat(page.items);
    return page.items;
  }
}
