import { useRef, useState } from 'react';
import { operatorTexts } from '../../i18n/enOperator';
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
      <h2 id="commands">{operatorTexts.commands}</h2>
      <p>
        <button type="button" className="button" onClick={() => void operatorConsole.submit('replay')}>
          {operatorTexts.replay}
        </button>{' '}
        {operatorTexts.replayHint}
      </p>
      {stopped.map(({ partition }) => (
        <p key={partition}>
          <button type="button" className="button button--bad" onClick={() => repair(partition)}>
            {operatorTexts.repair(partition)}
          </button>{' '}
          {operatorTexts.repairHint}
        </p>
      ))}
      {commands.length === 0 ? (
        <p>{operatorTexts.noCommands}</p>
      ) : (
        <ul data-testid="commands">
          {commands.map((command) => (
            <li key={command.id}>
              <strong>{operatorTexts.command(command.kind, command.partition)}</strong>{' '}
              {operatorTexts.submitted(command.by, fullTime(command.at), command.state)}
              {command.result && <span className="operator__result">{command.result}</span>}
            </li>
          ))}
        </ul>
      )}
      <dialog ref={dialog} className="dialog" aria-labelledby="repair-title">
        <h2 id="repair-title">{operatorTexts.repairTitle(repairing ?? 0)}</h2>
        <p>{operatorTexts.repairWarning}</p>
        <div className="dialog__buttons">
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            {operatorTexts.cancel}
          </button>
          <button type="button" className="button button--bad" onClick={confirm}>
            {operatorTexts.skipLost}
          </button>
        </div>
      </dialog>
    </section>
  );
}
