/** Where a person goes on when what had the focus is gone, or is about to be. */
export function focusComposer() {
  // After a dialog has given the focus back to what opened it.
  setTimeout(() => document.getElementById('message')?.focus());
}
