import type { Schema } from './types';

type Tokens = Pick<Schema<'TokenResponse'>, 'accessToken' | 'refreshToken'>;

/** How tokens are got: two calls that need no login themselves. */
export interface Doors {
  logIn(): Promise<Tokens>;
  refresh(refreshToken: string): Promise<Tokens>;
  /** Whether a refresh failed because the session is over, and not because nobody answered. */
  isOver(error: unknown): boolean;
}

/** The citizen's tokens, kept across starts of the mini program. However many callers need one, one login or refresh is under way. */
export class Session {
  private tokens: Tokens | undefined;
  private entering: Promise<Tokens> | undefined;

  constructor(
    private readonly doors: Doors,
    private readonly storageKey: string,
  ) {
    const kept: unknown = wx.getStorageSync(storageKey);
    if (isTokens(kept)) this.tokens = kept;
  }

  /** The access token there is, without asking anybody. */
  get current(): string | undefined {
    return this.tokens?.accessToken;
  }

  /** The access token, after a login where there is none. */
  async token(): Promise<string> {
    return (this.tokens ?? (await this.enter(() => this.doors.logIn()))).accessToken;
  }

  /** A newer token than the one that expired. */
  async renew(expired: string): Promise<void> {
    const held = this.tokens;
    // Another caller was here first.
    if (!held || held.accessToken !== expired) return;
    await this.enter(async () => {
      try {
        return await this.doors.refresh(held.refreshToken);
      } catch (error) {
        if (!this.doors.isOver(error)) throw error;
        this.forget();
        return this.doors.logIn();
      }
    });
  }

  /** Takes these tokens away, unless there are newer ones by now. */
  drop(accessToken: string): void {
    if (this.tokens?.accessToken === accessToken) this.forget();
  }

  forget(): void {
    this.tokens = undefined;
    wx.removeStorageSync(this.storageKey);
  }

  private enter(how: () => Promise<Tokens>): Promise<Tokens> {
    this.entering ??= how()
      .then(({ accessToken, refreshToken }) => {
        this.tokens = { accessToken, refreshToken };
        wx.setStorageSync(this.storageKey, this.tokens);
        return this.tokens;
      })
      .finally(() => {
        this.entering = undefined;
      });
    return this.entering;
  }
}

function isTokens(kept: unknown): kept is Tokens {
  const tokens = kept as Partial<Tokens> | null | undefined;
  return typeof tokens?.accessToken === 'string' && typeof tokens.refreshToken === 'string';
}
