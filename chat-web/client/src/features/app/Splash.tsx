import { words } from '../../i18n';
import { Logo } from '../../ui/Logo';

export function Splash({ unreachable }: { unreachable: boolean }) {
  return (
    <main className="splash" aria-busy={!unreachable}>
      <Logo size={56} />
      <h1 className="visually-hidden">{words.product}</h1>
      <p role="status" data-testid={unreachable ? 'banner' : undefined}>
        {unreachable ? words.banner.checking : words.loading}
      </p>
    </main>
  );
}
