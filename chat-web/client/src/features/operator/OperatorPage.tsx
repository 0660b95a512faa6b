import { useEffect, useRef, useState } from 'react';
import { texts } from '../../i18n';
import { operatorTexts } from '../../i18n/enOperator';
import { dayName, timeOfDay, fullTime } from '../../i18n/time';
import { failureText } from '../../i18n/failures';
import { OperatorConsole, minutesOf, spans } from '../../state/operatorConsole';
import type { OperatorFailure } from '../../state/operatorConsole';
import { ThemeButton } from '../../ui/ThemeButton';
import { Failure } from '../shared/Failure';
import { useStore } from 'zustand';
import { Commands } from './Commands';
import { CountsTable } from './CountsTable';
import { Discrepancies } from './Discrepancies';
import './operator.css';
import { VerdictNotice } from './Verdict';

const REFRESH_MS = 15_000;

/** Shows operators whether everything that was acknowledged is stored, and offers commands for problems. */
export default function OperatorPage({ operatorConsole: given }: { operatorConsole?: OperatorConsole }) {
  const [operatorConsole] = useState(() => given ?? new OperatorConsole());
  const { loading, minutes, ledger, commands, failure } = useStore(operatorConsole.store, (state) => state);
  const [autoRefresh, setAutoRefresh] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    document.title = operatorTexts.title;
    heading.current?.focus();
    void operatorConsole.refresh();
  }, [operatorConsole]);
  useEffect(() => {
    if (!autoRefresh) return;
    const timer = setInterval(() => void operatorConsole.refresh(), REFRESH_MS);
    return () => clearInterval(timer);
  }, [operatorConsole, autoRefresh]);

  return (
    <div className="operator" data-testid="operator">
      <header className="operator__head">
        <h1 ref={heading} tabIndex={-1}>
          {operatorTexts.heading}
        </h1>
        <a href="#/">{operatorTexts.back}</a>
        <ThemeButton />
      </header>
      <main>
        <form className="operator__bar" onSubmit={(event) => event.preventDefault()}>
          <label>
            {operatorTexts.span}
            <select value={minutes} onChange={(event) => void operatorConsole.show(Number(event.target.value))}>
              {spans.map((span) => (
                <option key={span} value={span}>
                  {operatorTexts.spans[span]}
                </option>
              ))}
            </select>
          </label>
          <button
            type="button"
            className="button"
            aria-disabled={loading}
            onClick={() => void operatorConsole.refresh()}
          >
            {loading ? operatorTexts.loading : operatorTexts.refresh}
          </button>
          <label>
            <input type="checkbox" checked={autoRefresh} onChange={(event) => setAutoRefresh(event.target.checked)} />
            {operatorTexts.follow}
          </label>
        </form>
        <Failure text={failure && failureMessage(failure)} />
        {ledger ? <VerdictNotice ledger={ledger} /> : <p role="status">{loading ? texts.loading : ''}</p>}
        {ledger && (
          <>
            <p className="operator__made">
              {operatorTexts.updated(fullTime(ledger.from), fullTime(ledger.to), fullTime(ledger.madeAt))}
            </p>
            <Discrepancies ledger={ledger} />
            <CountsTable
              caption={operatorTexts.byPartition}
              first={operatorTexts.partition}
              rows={ledger.partitions.map(({ partition, total, stopped }) => ({
                key: String(partition),
                name: stopped ? operatorTexts.stopped(partition) : String(partition),
                counts: total,
              }))}
              total={ledger.total}
            />
            <CountsTable
              caption={operatorTexts.byMinute}
              first={operatorTexts.minute}
              rows={minutesOf(ledger).map((minute) => ({
                key: minute.minute,
                name: `${dayName(minute.minute)} ${timeOfDay(minute.minute)}`,
                counts: minute,
              }))}
            />
          </>
        )}
        <Commands
          operatorConsole={operatorConsole}
          commands={commands}
          stopped={ledger?.partitions.filter(({ stopped }) => stopped) ?? []}
        />
      </main>
    </div>
  );
}

function failureMessage(failure: OperatorFailure) {
  return failure.status === 400 && failure.detail ? failure.detail : failureText(failure);
}
