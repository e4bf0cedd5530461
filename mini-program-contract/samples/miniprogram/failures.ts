import { Lost, Refused } from 'craftsman-mini-program-client';

/** What a person reads when a call failed. What is neither a refusal nor a lost answer is a fault of the program and thrown on. */
export function sentenceOf(error: unknown): string {
  if (error instanceof Refused || error instanceof Lost) return error.message;
  throw error;
}
