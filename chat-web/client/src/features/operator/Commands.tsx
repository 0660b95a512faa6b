import { useRef, useState } from 'react';
import { texts } from '../../i18n';
import { fullTime } from '../../i18n/time';
import type { Command, LedgerPartition } from '../../protocol/ledger';
import type { OperatorConsole } from '../../state/operatorConsole';

interface Props {
  operatorConsole: OperatorConsole;
  commands: Command[];
  stopped: LedgerPartition[];
}

/** Submits operator commands, and lists them with their results. */
export function Commands({ operatorConsole, commands, stopped }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [repairing, setRepairing] = useState<number>();

  function repair(partition: number) {
    setRepairing(partition);
    dialog.current?.showModal();
  }
  function confirm() {
    dialog.current?.close();
    if (repairing !== undefined) void operatorConsole.submit('repair', repairing);
  }

  return (
    <section aria-labelledby="commands" className="operator__commands">
      <h2 id="commands">{texts.operator.commands}</h2>
      <p>
        <button type="button" className="button" onClick={() => void operatorConsole.submit('replay')}>
          {texts.operator.replay}
        </button>{' '}
        {texts.operator.replayHint}
      </p>
      {stopped.map(({ partition }) => (
        <p key={partition}>
          <button type="button" className="button button--bad" onClick={() => repair(partition)}>
            {texts.operator.repair(partition)}
          </button>{' '}
          {texts.operator.repairHint}
        </p>
      ))}
      {commands.length === 0 ? (
        <p>{texts.operator.noCommands}</p>
      ) : (
        <ul data-testid="commands">
          {commands.map((command) => (
            <li key={command.id}>
              <strong>{texts.operator.command(command.kind, command.partition)}</strong>{' '}
              {texts.operator.submitted(command.by, fullTime(command.at), command.state)}
              {command.result && <span className="operator__result">{command.result}</span>}
            </li>
          ))}
        </ul>
      )}
      <dialog ref={dialog} className="dialog" aria-labelledby="repair-title">
        <h2 id="repair-title">{texts.operator.repairTitle(repairing ?? 0)}</h2>
        <p>{texts.operator.repairWarning}</p>
        <div className="dialog__buttons">
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            {texts.operator.cancel}
          </button>
          <button type="button" className="button button--bad" onClick={confirm}>
            {texts.operator.skipLost}
          </button>
        </div>
      </dialog>
    </section>
  );
}
