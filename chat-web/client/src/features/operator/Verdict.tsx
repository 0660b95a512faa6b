import { operatorTexts } from '../../i18n/enOperator';
import type { Counts, Ledger, Verdict } from '../../protocol/ledger';
import { verdictOf } from '../../state/operatorConsole';
import { Icon } from '../../ui/Icon';

const icons = { balanced: 'tick', pending: 'clock', missing: 'alert' } as const;

function verdictText(verdict: Verdict, total: Counts) {
  if (verdict === 'missing') return operatorTexts.verdict.missing(total.missing);
  return verdict === 'pending'
    ? operatorTexts.verdict.pending(total.pending)
    : operatorTexts.verdict.balanced(total.log);
}

/** The result in one sentence; screen readers announce changes. */
export function VerdictNotice({ ledger }: { ledger: Ledger }) {
  return (
    <p className={`verdict verdict--large verdict--${ledger.verdict}`} role="status" data-testid="verdict">
      <Icon name={icons[ledger.verdict]} />
      {verdictText(ledger.verdict, ledger.total)}
    </p>
  );
}

/** The result in one word, for table rows. */
export function VerdictLabel({ counts }: { counts: Counts }) {
  const verdict = verdictOf(counts);
  return (
    <span className={`verdict verdict--${verdict}`}>
      <Icon name={icons[verdict]} size={14} />
      {operatorTexts.verdictLabel[verdict]}
    </span>
  );
}
