import { useEffect, useRef, useState } from 'react';
import { words } from '../../i18n';
import { dayName, timeOfDay, wholeTime } from '../../i18n/time';
import { failureText } from '../../i18n/failures';
import { OperatorConsole, minutesOf, spans } from '../../state/operatorConsole';
import type { OperatorFailure } from '../../state/operatorConsole';
import { ThemeButton } from '../../ui/ThemeButton';
import { useStore } from 'zustand';
import { Commands } from './Commands';
import { CountsTable } from './CountsTable';
import { Missing } from './Missing';
import './operator.css';
import { VerdictNotice } from './Verdict';

const AGAIN_MS = 15_000;

/** For those who look after Parley: whether all that was acknowledged is stored, and what can be done where not. */
export default function OperatorPage({ console: given }: { console?: OperatorConsole }) {
  const [console] = useState(() => given ?? new OperatorConsole());
  const { loading, minutes, ledger, commands, failure } = useStore(console.store, (state) => state);
  const [follows, setFollows] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    document.title = words.operator.title;
    heading.current?.focus();
    void console.refresh();
  }, [console]);
  useEffect(() => {
    if (!follows) return;
    const timer = setInterval(() => void console.refresh(), AGAIN_MS);
    return () => clearInterval(timer);
  }, [console, follows]);

  return (
    <div className="operator" data-testid="operator">
      <header className="operator__head">
        <h1 ref={heading} tabIndex={-1}>
          {words.operator.heading}
        </h1>
        <a href="#/">{words.operator.back}</a>
        <ThemeButton />
      </header>
      <main>
        <form className="operator__bar" onSubmit={(event) => event.preventDefault()}>
          <label>
            {words.operator.span}
            <select value={minutes} onChange={(event) => void console.look(Number(event.target.value))}>
              {spans.map((span) => (
                <option key={span} value={span}>
                  {words.operator.spans[span]}
                </option>
              ))}
            </select>
          </label>
          <button type="button" className="button" aria-disabled={loading} onClick={() => void console.refresh()}>
            {loading ? words.operator.loading : words.operator.refresh}
          </button>
          <label>
            <input type="checkbox" checked={follows} onChange={(event) => setFollows(event.target.checked)} />
            {words.operator.follow}
          </label>
        </form>
        {failure && (
          <p className="notice notice--bad" role="alert">
            {inWords(failure)}
          </p>
        )}
        {ledger ? <VerdictNotice ledger={ledger} /> : <p role="status">{loading ? words.loading : ''}</p>}
        {ledger && (
          <>
            <p className="operator__made">
              {words.operator.made(wholeTime(ledger.from), wholeTime(ledger.to), wholeTime(ledger.madeAt))}
            </p>
            <Missing ledger={ledger} />
            <CountsTable
              caption={words.operator.byPartition}
              first={words.operator.partition}
              rows={ledger.partitions.map(({ partition, total, stopped }) => ({
                key: String(partition),
                name: stopped ? words.operator.stopped(partition) : String(partition),
                counts: total,
              }))}
              total={ledger.total}
            />
            <CountsTable
              caption={words.operator.byMinute}
              first={words.operator.minute}
              rows={minutesOf(ledger).map((minute) => ({
                key: minute.minute,
                name: `${dayName(minute.minute)} ${timeOfDay(minute.minute)}`,
                counts: minute,
              }))}
            />
          </>
        )}
        <Commands
          console={console}
          commands={commands}
          stopped={ledger?.partitions.filter(({ stopped }) => stopped) ?? []}
        />
      </main>
    </div>
  );
}

function inWords(failure: OperatorFailure) {
  return failure.status === 400 && failure.detail ? failure.detail : failureText(failure);
}
