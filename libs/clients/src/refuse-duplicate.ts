import { problems } from '@lib/kernel';

/** Turns the database's refusal of a second record with the same key into the problem that names it. */
export async function refuseDuplicate<T>(value: string, pointer: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if ((error as { code?: string }).code === '23505') throw problems.AlreadyExists({ value }, pointer);
    throw error;
  }
}
