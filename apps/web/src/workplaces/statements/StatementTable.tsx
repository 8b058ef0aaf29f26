import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { Statement, StatementLine } from '~/api/types';
import { fromApiOrZero } from '~/lib/money';
import { AmountCell } from '~/ui/Amount';

interface StatementTableProps {
  statement: Statement;
  hideEmpty: boolean;
  current?: string;
  /** Absent where lines cannot be followed, as in the sum over clients. */
  open?: (code: string) => void;
}

/** A statement line by line as the regulation prints it, with the year before and the change. */
export function StatementTable({ statement, hideEmpty, current, open }: StatementTableProps) {
  const { t } = useTranslation();
  const lines = statement.lines.filter((line) => !hideEmpty || line.kind === 'subtotal' || isFilled(line));
  return (
    <table className="ledger statement">
      <caption className="sr-only">
        {t('statements.caption', { title: t(`statementShort.${statement.statement}`), year: statement.fiscalYear })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('statements.number')}</th>
          <th scope="col">{t('statements.label')}</th>
          <th scope="col" className="amount">
            {t('statements.actual', { year: statement.fiscalYear })}
          </th>
          <th scope="col" className="amount second-to-go">
            {t('statements.prior', { year: statement.fiscalYear - 1 })}
          </th>
          <th scope="col" className="amount first-to-go">
            {t('statements.change')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, i) => (
          <Fragment key={line.code}>
            {sideOf(statement, line) !== (i > 0 ? sideOf(statement, lines[i - 1]!) : undefined) && (
              <SideHeading side={sideOf(statement, line)} />
            )}
            <Line line={line} open={open} current={line.code === current} />
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

interface LineProps {
  line: StatementLine;
  open?: (code: string) => void;
  current: boolean;
}

function Line({ line, open, current }: LineProps) {
  const change = fromApiOrZero(line.actual) - fromApiOrZero(line.priorYear);
  const indent = { paddingLeft: 8 + Math.max(0, line.level - 1) * 14 };
  return (
    <tr className={line.kind} data-current={current}>
      <td className="quiet">{line.number}</td>
      <th scope="row" className="wraps" style={indent}>
        {open ? (
          <button type="button" className="row-open" onClick={() => open(line.code)}>
            {line.label}
          </button>
        ) : (
          line.label
        )}
      </th>
      <AmountCell value={line.actual} dash />
      <AmountCell value={line.priorYear} dash className="second-to-go" />
      <AmountCell value={change} dash className="quiet first-to-go" />
    </tr>
  );
}

type Side = 'assets' | 'liabilities' | undefined;

const sideOf = (statement: Statement, line: StatementLine): Side =>
  statement.statement !== 'balance-sheet' ? undefined : line.code.startsWith('P') ? 'liabilities' : 'assets';

function SideHeading({ side }: { side: Side }) {
  const { t } = useTranslation();
  if (!side) return null;
  return (
    <tr className="group">
      <th scope="rowgroup" colSpan={5}>
        {t(`statements.${side}`)}
      </th>
    </tr>
  );
}

const isFilled = (line: StatementLine): boolean =>
  fromApiOrZero(line.actual) !== 0n || fromApiOrZero(line.priorYear) !== 0n;
