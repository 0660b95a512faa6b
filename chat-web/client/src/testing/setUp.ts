import { configure } from '@testing-library/dom';
import { afterAll } from 'vitest';

/** How long a test waits for what is loaded on demand: machines that run the whole build at once are slow. */
configure({ asyncUtilTimeout: 20_000 });

/** The files of a worker share one page. */
afterAll(() => {
  if (typeof document === 'undefined') return;
  document.body.replaceChildren();
  localStorage.clear();
  sessionStorage.clear();
  history.replaceState(null, '', location.pathname);
});
