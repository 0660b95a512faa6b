import { useId } from 'react';
import { operatorTexts } from '../../i18n/enOperator';
import type { Counts } from '../../protocol/ledger';
import { VerdictLabel } from './Verdict';

const columns = ['acknowledged', 'log', 'stored', 'passed', 'parked', 'pending', 'missing', 'unnoted'] as const;

interface Props {
  caption: string;
  first: string;
  rows: { key: string; name: string; counts: Counts }[];
  total?: Counts;
}

const numbers = new Intl.NumberFormat('en');

/** A table that scrolls horizontally in a narrow window, also by keyboard. */
export function CountsTable({ caption, first, rows, total }: Props) {
  const id = useId();
  return (
    <section className="operator__table" role="region" aria-labelledby={id} tabIndex={0}>
      <table>
        <caption id={id}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {columns.map((column) => (
              <th scope="col" key={column} title={operatorTexts.columnHints[column]}>
                {operatorTexts.columns[column]}
              </th>
            ))}
            <th scope="col">{operatorTexts.result}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, counts }) => (
            <CountsRow key={key} name={name} counts={counts} />
          ))}
          {rows.length === 0 && (
            <tr>
              <td colSpan={columns.length + 2}>{operatorTexts.noRecords}</td>
            </tr>
          )}
        </tbody>
        {total && (
          <tfoot>
            <CountsRow name={operatorTexts.total} counts={total} />
          </tfoot>
        )}
      </table>
    </section>
  );
}

function CountsRow({ name, counts }: { name: string; counts: Counts }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {columns.map((column) => (
        <td key={column}>{numbers.format(counts[column])}</td>
      ))}
      <td>
        <VerdictLabel counts={counts} />
      </td>
    </tr>
  );
}
