import { texts } from '../../i18n';
import { Logo } from '../../ui/Logo';

export function Splash({ unreachable }: { unreachable: boolean }) {
  return (
    <main className="splash" aria-busy={!unreachable}>
      <Logo size={56} />
      <h1 className="visually-hidden">{texts.product}</h1>
      <p role="status" data-testid={unreachable ? 'banner' : undefined}>
        {unreachable ? texts.banner.checking : texts.loading}
      </p>
    </main>
  );
}
