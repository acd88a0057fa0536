import { csvCell } from '../../base/csvText';
import { fold } from '../../base/words';
import type { Deployment } from '../../model/deployment';
import { plainReader, UnknownFact } from '../../model/facts';
import type { Person } from '../../model/person';
import type { Placement, UserRow } from '../../model/placement';
import { bareAddress } from '../../model/values';
import { MovedPerson, stateAfter } from '../../model/waveStates';
import { type Wave, waveOrder } from '../../model/waves';
import { hasPolicy } from '../../routing/route';
import type { Place } from '../../rules/types';
import { ExportFile, type ExportLine, windowsText } from '../file';
import { type UserColumn, userColumns } from './columns';

/** The users that an export writes: all as declared, or those that a wave moves, as they are after it. */
export interface UserSelection {
  readonly columns: readonly UserColumn[];
  readonly count: number;
  /** Of whom it can't be told whether they are meant, and the facts that it hangs on: they are none of the rows. */
  readonly undecided?: { readonly users: number; readonly needs: readonly string[] };
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
  const moves = waves.flatMap((wave) => wave.moves);
  const placements = [...deployment.placements()];
  const written = (property: string): boolean =>
    placements.some((placement) => placement.has(property)) ||
    moves.some((move) => move.written.has(property)) ||
    (property === 'exchangeHostedVoiceMail' && moves.some((move) => move.mailbox !== undefined));
  const mover = new Mover(deployment, waves, userColumns(written));
  return {
    columns: mover.columns,
    count: mover.count(),
    ...(mover.needs.size > 0 && { undecided: { users: mover.undecided, needs: [...mover.needs].sort() } }),
    rows: () => mover.rows(),
  };
}

/** A placement's users after the waves, as far as no move names them. */
interface MovedPlacement {
  /** The last wave moves them. */
  readonly moved: boolean;
  readonly state: Person;
  /** Cells of the columns in which they are alike. */
  readonly common: readonly (string | undefined)[];
}

/** Finds who a wave moves: by placement, and one by one those whom a move names. */
class Mover {
  private readonly wave: Wave | undefined;
  private readonly named: ReadonlySet<string>;
  private readonly known = new Map<Placement, MovedPlacement>();
  readonly needs = new Set<string>();
  undecided = 0;

  constructor(
    private readonly deployment: Deployment,
    private readonly waves: readonly Wave[],
    readonly columns: readonly UserColumn[],
  ) {
    this.wave = waves[waves.length - 1];
    this.named = new Set(waves.flatMap((wave) => wave.moves.flatMap((move) => [...move.addresses])));
  }

  count(): number {
    let count = 0;
    for (const placement of this.deployment.placements()) if (this.of(placement).moved) count += placement.count;
    for (const address of this.named) {
      for (const user of this.deployment.usersWithAddress(address)) {
        if (this.of(user.placement).moved) count--;
        if (this.isMoved(this.stateOf(user))) count++;
      }
    }
    return count;
  }

  *rows(): Generator<{ cells: string[]; causes: Place[] }> {
    for (const user of this.deployment.users()) {
      const address = bareAddress(user.address);
      const alike = this.of(user.placement);
      const single = this.named.has(fold(address));
      if (!single && !alike.moved) continue;
      const state = this.stateOf(user);
      if (single && !this.isMoved(state)) continue;
      const cells = this.columns.map((column, i) =>
        single ? this.cell(column, state, address) : (alike.common[i] ?? this.cell(column, state, address)),
      );
      yield { cells, causes: [causeOf(user), state.cause('mailbox')] };
    }
  }

  private of(placement: Placement): MovedPlacement {
    let known = this.known.get(placement);
    if (known === undefined) {
      const state = this.stateOfPlacement(placement);
      const moved = this.isMoved(state);
      const common = moved
        ? this.columns.map((column) => (column.individual ? undefined : this.cell(column, state, '')))
        : [];
      known = { moved, state, common };
      this.known.set(placement, known);
    }
    return known;
  }

  /** Nobody is moved of whom it isn't known whether he is meant. */
  private stateOfPlacement(placement: Placement): Person {
    try {
      return stateAfter(plainReader, placement, '', this.waves, hasPolicy);
    } catch (error) {
      if (!(error instanceof UnknownFact)) throw error;
      this.needs.add(error.name);
      this.undecided += placement.count;
      return placement;
    }
  }

  private stateOf(user: UserRow): Person {
    try {
      return stateAfter(plainReader, user, fold(bareAddress(user.address)), this.waves, hasPolicy);
    } catch (error) {
      if (!(error instanceof UnknownFact)) throw error;
      this.needs.add(error.name);
      return user;
    }
  }

  private isMoved(state: Person): boolean {
    return state instanceof MovedPerson && state.move.wave === this.wave?.declaration;
  }

  private cell(column: UserColumn, state: Person, address: string): string {
    // Exchange's own pair says hosted after the move; Lync's is set beside it unless the wave says never.
    const setsFlag = this.wave?.declaration.fact('hostedVoiceMail') !== 'never';
    if (column.property === 'hostedVoiceMail' && setsFlag && state.fact('exchangeHostedVoiceMail') === true)
      return 'True';
    if (column.property === 'wave') return this.wave?.name ?? '';
    return column.cell(state, address);
  }
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
