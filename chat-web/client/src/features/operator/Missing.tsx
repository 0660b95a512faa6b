import { words } from '../../i18n';
import { wholeTime } from '../../i18n/time';
import type { Discrepancy, Ledger } from '../../protocol/ledger';

const SHOWN = 200;

function what({ kind }: Discrepancy) {
  const known: Record<string, string> = words.operator.faults;
  return known[kind] ?? kind;
}

/** What is missing, each by its name. */
export function Missing({ ledger: { missing } }: { ledger: Ledger }) {
  if (missing.length === 0) return null;
  return (
    <section aria-labelledby="missing" className="operator__missing">
      <h2 id="missing">{words.operator.missing}</h2>
      <ul>
        {missing.slice(0, SHOWN).map((fault) => (
          <li key={`${fault.kind} ${fault.partition} ${fault.offset}`} data-testid="fault">
            <strong>{words.operator.place(fault.partition, fault.offset, fault.count)}</strong> {what(fault)}
            {fault.minute && ` ${words.operator.appended(wholeTime(fault.minute))}`}
          </li>
        ))}
      </ul>
      {missing.length > SHOWN && <p>{words.operator.more(missing.length - SHOWN)}</p>}
    </section>
  );
}
