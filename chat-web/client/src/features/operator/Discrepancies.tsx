import { operatorTexts } from '../../i18n/enOperator';
import { fullTime } from '../../i18n/time';
import type { Discrepancy, Ledger } from '../../protocol/ledger';

const SHOWN = 200;

function faultText({ kind }: Discrepancy) {
  const known: Record<string, string> = operatorTexts.faults;
  return known[kind] ?? kind;
}

/** Lists the discrepancies of a ledger. */
export function Discrepancies({ ledger: { missing } }: { ledger: Ledger }) {
  if (missing.length === 0) return null;
  return (
    <section aria-labelledby="missing" className="operator__missing">
      <h2 id="missing">{operatorTexts.missing}</h2>
      <ul>
        {missing.slice(0, SHOWN).map((fault) => (
          <li key={`${fault.kind} ${fault.partition} ${fault.offset}`} data-testid="fault">
            <strong>{operatorTexts.place(fault.partition, fault.offset, fault.count)}</strong> {faultText(fault)}
            {fault.minute && ` ${operatorTexts.appended(fullTime(fault.minute))}`}
          </li>
        ))}
      </ul>
      {missing.length > SHOWN && <p>{operatorTexts.more(missing.length - SHOWN)}</p>}
    </section>
  );
}
