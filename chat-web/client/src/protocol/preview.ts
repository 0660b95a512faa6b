import * as v from 'valibot';
import { displayableName } from '../text/rules';
import { lenient } from './schema';

/** Text of a foreign page, on one line. */
const line = v.pipe(v.string(), v.transform(displayableName));

/** What the page says about itself that a message links to. */
export const linkPreview = v.object({
  url: v.string(),
  host: v.string(),
  title: line,
  description: lenient(line),
  site: lenient(line),
});
export type LinkPreview = v.InferOutput<typeof linkPreview>;

export const previewAnswer = v.object({ preview: lenient(linkPreview) });
