/** Moves the focus to the composer, for when the focused element is removed. */
export function focusComposer() {
  // Deferred: a closing dialog first returns the focus to the element that opened it.
  setTimeout(() => document.getElementById('message')?.focus());
}
