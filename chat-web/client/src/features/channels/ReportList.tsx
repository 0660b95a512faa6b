import { useEffect, useState } from 'react';
import { reportTexts } from '../../i18n/enPeople';
import { shortTime } from '../../i18n/time';
import { hrefOf } from '../../navigation/route';
import type { Cursor, Report } from '../../protocol/resources';
import { IsolatedParts } from '../../ui/IsolatedParts';
import { useChat, useChatState } from '../shared/chatContext';
import { nameOf } from '../shared/names';
import { PersonButton } from '../shared/PersonButton';
import { useSubmit } from '../shared/useSubmit';
import { Failure } from '../shared/Failure';

/** The messages that members have reported, for the owners and moderators of a channel. */
export function ReportList({ conv }: { conv: number }) {
  const { channels } = useChat();
  const [loaded, setLoaded] = useState<{ items: Report[]; next?: Cursor }>();
  const [failed, setFailed] = useState(false);
  const { busy, failure, submit } = useSubmit();

  useEffect(() => {
    let current = true;
    channels.reports(conv).then(
      (page) => current && setLoaded(page),
      () => current && setFailed(true),
    );
    return () => {
      current = false;
    };
  }, [channels, conv]);

  const more = (next: Cursor) =>
    void submit(async () => {
      const page = await channels.reports(conv, next);
      setLoaded((now) => ({ items: [...(now?.items ?? []), ...page.items], next: page.next }));
    });
  const resolve = (report: Report) =>
    void submit(async () => {
      const resolved = await channels.resolveReport(conv, report.id);
      setLoaded((now) => now && { ...now, items: now.items.map((each) => (each.id === report.id ? resolved : each)) });
    });

  // Nothing was ever reported: nothing to show.
  if (!failed && !loaded?.items.length) return null;
  return (
    <section className="panel__part" aria-labelledby="reports">
      <h3 id="reports">{reportTexts.list}</h3>
      <Failure text={failure ?? (failed ? reportTexts.listFailed : undefined)} />
      <ul>
        {loaded?.items.map((report) => (
          <ReportItem key={report.id} report={report} busy={busy} onResolve={() => resolve(report)} />
        ))}
      </ul>
      {loaded?.next !== undefined && (
        <button type="button" className="button more" onClick={() => loaded.next !== undefined && more(loaded.next)}>
          {reportTexts.more}
        </button>
      )}
    </section>
  );
}

function ReportItem({ report, busy, onResolve }: { report: Report; busy: boolean; onResolve: () => void }) {
  const people = useChatState((state) => state.people);
  const { conv, pos, reporter, at, reason, state, resolvedBy } = report;
  return (
    <li className="report" data-testid="report" data-state={state}>
      <p>
        <IsolatedParts
          parts={[nameOf(people, reporter), shortTime(at)]}
          within={reportTexts.by}
          render={(part, index) => (index === 0 ? <PersonButton user={reporter}>{part}</PersonButton> : part)}
        />
      </p>
      <p>
        <a href={hrefOf({ view: 'conversation', conv, pos })}>{reportTexts.show}</a>
      </p>
      {reason && (
        <p>
          <bdi>{reason}</bdi>
        </p>
      )}
      {state === 'open' ? (
        <button type="button" className="button button--small" disabled={busy} onClick={onResolve}>
          {reportTexts.resolve}
        </button>
      ) : (
        <p className="panel__quiet">
          <IsolatedParts
            parts={[nameOf(people, resolvedBy)]}
            within={reportTexts.resolvedBy}
            render={(part) => (resolvedBy === undefined ? part : <PersonButton user={resolvedBy}>{part}</PersonButton>)}
          />
        </p>
      )}
    </li>
  );
}
