import { csvCell } from '../../base/csvText';
import { fold } from '../../base/words';
import type { Deployment } from '../../model/deployment';
import { plainReader } from '../../model/facts';
import type { Person } from '../../model/person';
import type { Placement, UserRow } from '../../model/placement';
import { bareAddress } from '../../model/values';
import { MovedPerson, stateAfter, waveOrder } from '../../model/waves';
import { hasPolicy } from '../../routing/route';
import type { Place } from '../../rules/types';
import { ExportFile, type ExportLine, windowsText } from '../file';
import { type UserColumn, userColumns } from './columns';

/** The users that an export writes: all as declared, or those that a wave moves, as they are after it. */
export interface UserSelection {
  readonly columns: readonly UserColumn[];
  readonly count: number;
  rows(): Iterable<{ readonly cells: readonly string[]; readonly causes: readonly Place[] }>;
}

/** All users, in the order of the files. */
export function declaredUsers(deployment: Deployment): UserSelection {
  const placements = [...deployment.placements()];
  const columns = userColumns((property) => placements.some((placement) => placement.has(property)));
  return {
    columns,
    count: deployment.userCount,
    *rows() {
      const shared = new Map<Placement, readonly (string | undefined)[]>();
      for (const user of deployment.users()) {
        const { placement } = user;
        let common = shared.get(placement);
        if (common === undefined) {
          common = columns.map((column) => (column.individual ? undefined : column.cell(placement, '')));
          shared.set(placement, common);
        }
        const address = bareAddress(user.address);
        const cells = columns.map((column, i) => common[i] ?? column.cell(user, address));
        yield { cells, causes: [causeOf(user)] };
      }
    },
  };
}

/** The users that a wave moves. @param index of the wave in the order of waves. */
export function movedUsers(deployment: Deployment, index: number): UserSelection {
  const waves = waveOrder(deployment).waves.slice(0, index + 1);
  const wave = waves[index];
  const placements = [...deployment.placements()];
  const moves = waves.flatMap(({ moves }) => moves);
  const written = (property: string): boolean =>
    placements.some((placement) => placement.has(property)) ||
    moves.some((move) => move.written.has(property)) ||
    (property === 'exchangeHostedVoiceMail' && moves.some((move) => move.mailbox !== undefined));
  const columns = userColumns(written);
  const lyncFlag = wave?.declaration.fact('hostedVoiceMail') !== 'never';
  function* moved(): Generator<{ user: UserRow; state: Person }> {
    for (const user of deployment.users()) {
      const state = stateAfter(plainReader, user, fold(bareAddress(user.address)), waves, hasPolicy);
      if (state instanceof MovedPerson && state.move.wave === wave?.declaration) yield { user, state };
    }
  }
  let count = 0;
  for (const _ of moved()) count++;
  return {
    columns,
    count,
    *rows() {
      for (const { user, state } of moved()) {
        const address = bareAddress(user.address);
        const cells = columns.map((column) => {
          // Exchange's own pair says hosted after the move; Lync's is set beside it unless the wave says never.
          if (column.property === 'hostedVoiceMail' && lyncFlag && state.fact('exchangeHostedVoiceMail') === true)
            return 'True';
          if (column.property === 'wave') return wave?.name ?? '';
          return column.cell(state, address);
        });
        yield { cells, causes: [causeOf(user), state.cause('mailbox')] };
      }
    },
  };
}

function causeOf(user: UserRow): Place {
  return { path: user.path, ...user.span };
}

/**
 * `users.csv`: one row a user, cells that a spreadsheet would take for formulas guarded.
 * @param warning the header of one more column, empty otherwise: the only place for a remark that every reader of CSV leaves alone.
 */
export function usersFile(path: string, users: UserSelection, root: readonly Place[], warning?: string): ExportFile {
  return new ExportFile(path, windowsText, function* lines(): Generator<ExportLine> {
    const headers = users.columns.map((column) => column.header);
    const end = warning === undefined ? '' : ',';
    yield {
      text: [...headers, ...(warning === undefined ? [] : [warning])].map((cell) => csvCell(cell)).join(','),
      causes: root,
    };
    for (const { cells, causes } of users.rows())
      yield { text: cells.map((cell) => csvCell(cell)).join(',') + end, causes };
  });
}
