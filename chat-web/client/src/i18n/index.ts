import { en } from './en';
import type { Texts } from './en';

/** The texts of the user interface. A translation is another object of this type. */
export const texts: Texts = en;
