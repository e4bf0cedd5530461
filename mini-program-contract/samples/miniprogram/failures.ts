import { Lost, Refused } from 'craftsman-mini-program-client';

/** What a person reads when a call failed. What is neither a refusal nor a lost answer is a fault of the program and thrown on. */
export function sentenceOf(error: unknown): string {
  if (error instanceof Refused || error instanceof Lost) return error.message;
  throw error;
}

/** The same where no field is there to show its own fault: the faults follow the sentence. */
export function wholeSentenceOf(error: unknown): string {
  const faults = error instanceof Refused ? Object.values(error.errors).map((texts) => texts.join('')) : [];
  return sentenceOf(error) + faults.join('');
}
