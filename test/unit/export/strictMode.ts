import type { Node } from 'web-tree-sitter';

/** Variables that PowerShell sets itself: reading them is fine, setting them isn't. */
const automatic = new Set(
  (
    '$ ? ^ _ args consolefilename error event eventargs eventsubscriber executioncontext false foreach home host input lastexitcode matches myinvocation ' +
    'nestedpromptlevel null pid profile psboundparameters pscmdlet pscommandpath psculture psdebugcontext pshome psitem psscriptroot pssenderinfo psuiculture ' +
    'psversiontable pwd sender shellid stacktrace switch this true'
  ).split(' '),
);

/** Preferences, which a script may read and set. */
const preferences = new Set(['erroractionpreference', 'whatifpreference', 'psdefaultparametervalues']);

interface Assigned {
  readonly name: string;
  readonly at: number;
  /** The block that the assignment stands in: what stands in it, behind the assignment, may read the variable. */
  readonly block: Node;
}

/** What strict mode stops at, or what sets a variable that is PowerShell's own, as far as it can be seen without running the script. */
export function strictModeFaults(root: Node): string[] {
  const faults: string[] = [];
  const functions = new Map<string, Node>();
  walk(root, (node) => {
    if (node.type === 'function_statement')
      functions.set(childOf(node, 'function_name')?.text.toLowerCase() ?? '', node);
  });
  const outer = assignedIn(root, (node) => node.type !== 'function_statement');
  check(root, outer, []);
  for (const node of functions.values()) {
    const block = childOf(node, 'script_block') ?? node;
    // A function sees what the script has set before it is called: at the latest when the first step begins.
    check(
      block,
      assignedIn(block, () => true),
      outer.filter(({ block: around }) => around.id === root.id),
    );
  }
  checkCalls(root, functions, faults);
  return faults;

  function check(scope: Node, own: readonly Assigned[], others: readonly Assigned[]): void {
    walk(
      scope,
      (node) => {
        if (node.type !== 'variable' && node.type !== 'braced_variable') return;
        const name = nameOf(node);
        if (isTarget(node)) {
          if (automatic.has(name)) faults.push(`line ${lineOf(node)} sets $${name}`);
          return;
        }
        if (automatic.has(name) || preferences.has(name)) return;
        const known =
          others.some((each) => each.name === name) ||
          own.some((each) => each.name === name && each.at <= node.startIndex && isInside(node, each.block));
        if (!known) faults.push(`line ${lineOf(node)} reads $${name}, which is not set there`);
      },
      (node) => node.id === scope.id || node.type !== 'function_statement',
    );
  }
}

function lineOf(node: Node): number {
  return node.startPosition.row + 1;
}

/** The name without its scope. */
function nameOf(node: Node): string {
  return node.text
    .replace(/^[$@]\{?(?:script:|global:)?/i, '')
    .replace(/\}$/, '')
    .toLowerCase();
}

function walk(node: Node, see: (node: Node) => void, into: (node: Node) => boolean = () => true): void {
  see(node);
  for (const child of node.children) if (child && into(child)) walk(child, see, into);
}

function childOf(node: Node, type: string): Node | undefined {
  return node.children.find((child) => child?.type === type) ?? undefined;
}

/** The variable is given a value there, rather than read. */
function isTarget(node: Node): boolean {
  const { parent } = node;
  if (parent?.type === 'script_parameter' || parent?.type === 'foreach_statement') return true;
  let around: Node | null = parent;
  while (around && around.text === node.text && around.type !== 'left_assignment_expression') around = around.parent;
  if (around?.type !== 'left_assignment_expression' || around.text !== node.text) return false;
  const operator = around.parent?.children.find((child) => child?.type === 'assignement_operator');
  // += reads before it sets.
  return operator?.text === '=';
}

function assignedIn(scope: Node, into: (node: Node) => boolean): Assigned[] {
  const found: Assigned[] = [];
  walk(
    scope,
    (node) => {
      if (node.type !== 'variable' || !isTarget(node)) return;
      const parameter = node.parent?.type === 'script_parameter';
      const loop = node.parent?.type === 'foreach_statement' ? node.parent : undefined;
      found.push({
        name: nameOf(node),
        at: node.startIndex,
        block: parameter ? scope : (loop ?? blockOf(node, scope)),
      });
    },
    (node) => node.id === scope.id || into(node),
  );
  return found;
}

/** The block around a statement. What `ForEach-Object` and `if` do runs in the scope around them, so what they set is known in them. */
function blockOf(node: Node, scope: Node): Node {
  let around: Node | null = node.parent;
  while (
    around &&
    around.id !== scope.id &&
    around.type !== 'statement_block' &&
    around.type !== 'script_block_expression'
  )
    around = around.parent;
  return around ?? scope;
}

function isInside(node: Node, block: Node): boolean {
  return node.startIndex >= block.startIndex && node.endIndex <= block.endIndex;
}

/** Functions are there before they are called, and take the parameters that they are given. */
function checkCalls(root: Node, functions: ReadonlyMap<string, Node>, faults: string[]): void {
  walk(root, (node) => {
    if (node.type !== 'command') return;
    const name = childOf(node, 'command_name')?.text.toLowerCase() ?? '';
    const called = functions.get(name);
    if (called === undefined) return;
    const inFunction = isWithinFunction(node);
    if (!inFunction && called.startIndex > node.startIndex)
      faults.push(`line ${lineOf(node)} calls ${name} before it is there`);
    const taken = new Set<string>();
    walk(called, (each) => {
      if (each.type === 'script_parameter') {
        const variable = childOf(each, 'variable');
        if (variable) taken.add(nameOf(variable));
      }
    });
    for (const element of childOf(node, 'command_elements')?.children ?? []) {
      if (element?.type !== 'command_parameter') continue;
      const parameter = element.text.replace(/^-|:$/g, '').toLowerCase();
      if (!taken.has(parameter)) faults.push(`line ${lineOf(node)}: ${name} has no parameter ${parameter}`);
    }
  });
}

function isWithinFunction(node: Node): boolean {
  for (let around = node.parent; around; around = around.parent) if (around.type === 'function_statement') return true;
  return false;
}
