import { Cancelled } from './problem';

/** Gives up calls: hand it to any number of them, then say `cancel()`, as when the page unloads. */
export class Cancellation {
  private readonly actions = new Set<() => void>();
  private done = false;

  get isCancelled(): boolean {
    return this.done;
  }

  cancel(): void {
    if (this.done) return;
    this.done = true;
    this.actions.forEach((action) => action());
    this.actions.clear();
  }

  /** Throws where the caller gave up already. */
  check(): void {
    if (this.done) throw new Cancelled();
  }

  /** Runs the action when cancelled; call what it answers to take it off again. */
  onCancel(action: () => void): () => void {
    if (this.done) action();
    else this.actions.add(action);
    return () => this.actions.delete(action);
  }
}
