import { en } from './en';
import type { Words } from './en';

/** The words in the language of the page; another language is another object of the same shape. */
export const words: Words = en;
