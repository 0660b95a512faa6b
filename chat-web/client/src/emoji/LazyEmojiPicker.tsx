import { Suspense, lazy } from 'react';
import { texts } from '../i18n';
import type { EmojiPickerProps } from './EmojiPicker';

const Picker = lazy(() =>
  import('./EmojiPicker').then(
    (module) => ({ default: module.EmojiPicker }),
    (error: unknown) => {
      console.warn('The emoji picker could not be loaded. Reload the page to repeat.', error);
      return { default: () => <p role="alert">{texts.emoji.failed}</p> };
    },
  ),
);

/** The emoji picker, for the composer and for reactions. It is loaded when it is first shown. */
export function LazyEmojiPicker(props: EmojiPickerProps) {
  return (
    <Suspense fallback={<p role="status">{texts.loading}</p>}>
      <Picker {...props} />
    </Suspense>
  );
}
