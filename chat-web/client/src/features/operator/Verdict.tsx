import { words } from '../../i18n';
import type { Counts, Ledger, Verdict } from '../../protocol/ledger';
import { verdictOf } from '../../state/operatorConsole';
import { Icon } from '../../ui/Icon';

const icons = { balanced: 'tick', pending: 'clock', missing: 'alert' } as const;

function sentence(verdict: Verdict, total: Counts) {
  if (verdict === 'missing') return words.operator.verdict.missing(total.missing);
  return verdict === 'pending'
    ? words.operator.verdict.pending(total.pending)
    : words.operator.verdict.balanced(total.log);
}

/** The answer in one sentence; read out when it changes. */
export function VerdictNotice({ ledger }: { ledger: Ledger }) {
  return (
    <p className={`verdict verdict--large verdict--${ledger.verdict}`} role="status" data-testid="verdict">
      <Icon name={icons[ledger.verdict]} />
      {sentence(ledger.verdict, ledger.total)}
    </p>
  );
}

/** In a word, for a line of a table. */
export function VerdictWord({ counts }: { counts: Counts }) {
  const verdict = verdictOf(counts);
  return (
    <span className={`verdict verdict--${verdict}`}>
      <Icon name={icons[verdict]} size={14} />
      {words.operator.word[verdict]}
    </span>
  );
}
