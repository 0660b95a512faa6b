import { useRef, useState } from 'react';
import { words } from '../../i18n';
import { wholeTime } from '../../i18n/time';
import type { Command, LedgerPartition } from '../../protocol/ledger';
import type { OperatorConsole } from '../../state/operatorConsole';

interface Props {
  console: OperatorConsole;
  commands: Command[];
  stopped: LedgerPartition[];
}

/** What can be asked of a persister, and what came of it. */
export function Commands({ console, commands, stopped }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [giving, setGiving] = useState<number>();

  function repair(partition: number) {
    setGiving(partition);
    dialog.current?.showModal();
  }
  function confirm() {
    dialog.current?.close();
    if (giving !== undefined) void console.ask('repair', giving);
  }

  return (
    <section aria-labelledby="commands" className="operator__commands">
      <h2 id="commands">{words.operator.commands}</h2>
      <p>
        <button type="button" className="button" onClick={() => void console.ask('replay')}>
          {words.operator.replay}
        </button>{' '}
        {words.operator.replayHint}
      </p>
      {stopped.map(({ partition }) => (
        <p key={partition}>
          <button type="button" className="button button--bad" onClick={() => repair(partition)}>
            {words.operator.repair(partition)}
          </button>{' '}
          {words.operator.repairHint}
        </p>
      ))}
      {commands.length === 0 ? (
        <p>{words.operator.noCommands}</p>
      ) : (
        <ul data-testid="commands">
          {commands.map((command) => (
            <li key={command.id}>
              <strong>{words.operator.command(command.kind, command.partition)}</strong>{' '}
              {words.operator.asked(command.by, wholeTime(command.at), command.state)}
              {command.result && <span className="operator__result">{command.result}</span>}
            </li>
          ))}
        </ul>
      )}
      <dialog ref={dialog} className="dialog" aria-labelledby="repair-title">
        <h2 id="repair-title">{words.operator.repairTitle(giving ?? 0)}</h2>
        <p>{words.operator.repairWarning}</p>
        <div className="dialog__buttons">
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            {words.operator.cancel}
          </button>
          <button type="button" className="button button--bad" onClick={confirm}>
            {words.operator.giveUp}
          </button>
        </div>
      </dialog>
    </section>
  );
}
