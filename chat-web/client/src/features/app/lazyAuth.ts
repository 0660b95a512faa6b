import { lazyPart } from '../../parts/lazyPart';
import { loadPart } from '../../parts/loadPart';

/** The page to sign in: who is signed in sees it only after the session has ended. */
export const AuthComponent = lazyPart(() => import('../auth/AuthComponent'));

export function preloadAuth() {
  void loadPart(() => import('../auth/AuthComponent'), { quiet: true });
}
