import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { texts } from '../../i18n';
import { sessionTexts, signedIn } from '../../i18n/enSessions';
import { failureText } from '../../i18n/failures';
import { fullTime } from '../../i18n/time';
import type { ApiError } from '../../state/chatState';
import type { SessionItem } from '../../state/sessionList';
import { SessionList } from '../../state/sessionList';
import { deviceOf } from '../../text/userAgent';
import { Isolated } from '../../ui/Isolated';
import { Failure } from '../shared/Failure';
import { useMinute } from '../shared/useMinute';
import { useSubmit } from '../shared/useSubmit';
import './sessions.css';

/** Where this user is signed in, to end any of it. */
export function SessionsSection({ sessions: given }: { sessions?: SessionList }) {
  const [sessions] = useState(() => given ?? new SessionList());
  const { items, failure } = useStore(sessions.store, (state) => state);
  const [asked, setAsked] = useState<SessionItem | 'others'>();
  const [done, setDone] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const trigger = useRef<HTMLElement>(undefined);

  useEffect(() => {
    void sessions.load();
  }, [sessions]);

  function ask(what: SessionItem | 'others', button: HTMLElement) {
    trigger.current = button;
    setDone('');
    setAsked(what);
  }
  function cancel() {
    setAsked(undefined);
    trigger.current?.focus();
  }
  async function end(what: SessionItem | 'others') {
    await (what === 'others' ? sessions.endOthers() : sessions.end(what.id));
    setAsked(undefined);
    setDone(what === 'others' ? sessionTexts.othersEnded : sessionTexts.ended(deviceName(what)));
    // The button that had the focus is gone.
    heading.current?.focus();
  }
  const question = (what: SessionItem | 'others') =>
    asked === what && (
      <Question
        text={what === 'others' ? sessionTexts.questionOthers : sessionTexts.question(deviceName(what))}
        onConfirm={() => end(what)}
        onCancel={cancel}
      />
    );
  const others = items?.filter(({ current }) => !current) ?? [];
  return (
    <section className="form profile-form sessions" aria-labelledby="sessions">
      <h3 id="sessions" ref={heading} tabIndex={-1}>
        {sessionTexts.title}
      </h3>
      <p role="status" className={done ? undefined : 'visually-hidden'}>
        {done || (!items && !failure ? sessionTexts.loading : '')}
      </p>
      {failure && !items && <ListFailure error={failure} onRetry={() => void sessions.load()} />}
      {items && (
        <ul>
          {items.map((session) => (
            <li key={session.id} className="session" data-testid="session" data-current={session.current}>
              <Session session={session} onEnd={(button) => ask(session, button)} />
              {question(session)}
            </li>
          ))}
        </ul>
      )}
      {items && others.length === 0 && !done && <p className="panel__quiet">{sessionTexts.alone}</p>}
      {(others.length > 0 || failure) && failure?.status !== 404 && (
        <>
          <div className="dialog__buttons">
            <button type="button" className="button" onClick={({ currentTarget }) => ask('others', currentTarget)}>
              {sessionTexts.endOthers}
            </button>
          </div>
          {question('others')}
        </>
      )}
    </section>
  );
}

function Session({ session, onEnd }: { session: SessionItem; onEnd: (button: HTMLElement) => void }) {
  const { begunAt, address, current } = session;
  const device = deviceName(session);
  const when = signedIn(begunAt, useMinute());
  return (
    <div className="session__row">
      <div className="session__text">
        <p>
          <bdi>{device}</bdi>
          {current && <span className="session__current">{sessionTexts.current}</span>}
        </p>
        <p className="panel__quiet">
          <Isolated text={address} within={sessionTexts.from} />
          {', '}
          <time dateTime={begunAt} title={fullTime(begunAt)}>
            {when}
          </time>
        </p>
      </div>
      {!current && (
        <button
          type="button"
          className="button button--small"
          aria-label={sessionTexts.endOf(device, when)}
          onClick={({ currentTarget }) => onEnd(currentTarget)}
        >
          {sessionTexts.end}
        </button>
      )}
    </div>
  );
}

interface QuestionProps {
  text: string;
  onConfirm: () => Promise<void>;
  onCancel: () => void;
}

function Question({ text, onConfirm, onCancel }: QuestionProps) {
  const { busy, failure, submit } = useSubmit();
  return (
    <div className="session__question" role="group" aria-label={text}>
      <p>
        <bdi>{text}</bdi> {sessionTexts.hint}
      </p>
      <Failure text={failure} />
      <div className="dialog__buttons">
        <button type="button" className="button button--small" autoFocus onClick={onCancel}>
          {texts.cancel}
        </button>
        <button
          type="button"
          className="button button--small button--bad"
          disabled={busy}
          onClick={() => void submit(onConfirm)}
        >
          {sessionTexts.end}
        </button>
      </div>
    </div>
  );
}

function ListFailure({ error, onRetry }: { error: ApiError; onRetry: () => void }) {
  const known: Record<number, string> = { 404: sessionTexts.unsupported, 503: sessionTexts.unavailable };
  return (
    <div className="failure" role="alert">
      <p>{known[error.status] ?? failureText(error)}</p>
      {error.status !== 404 && (
        <button type="button" className="button button--small" onClick={onRetry}>
          {texts.tryAgain}
        </button>
      )}
    </div>
  );
}

function deviceName({ userAgent }: SessionItem): string {
  const { program, system } = deviceOf(userAgent);
  if (!program) return system ? sessionTexts.browserOn(system) : sessionTexts.unknown;
  return system ? sessionTexts.on(program, system) : program;
}
