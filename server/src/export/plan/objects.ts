import type { Declaration } from '../../model/declaration';
import { type DeclaredParameter, descriptionOf, isUnknown, parametersFor, parametersOf, propertyNamed } from '../facts';
import type { Call, ObjectAction, Parameter, Undo, Wanted } from '../plan';
import type { PlanBuilder } from './builder';

/** How the object of a declaration is made: what the vocabulary doesn't say. */
export interface ObjectForm {
  /** The identity that the cmdlets take. */
  readonly identity: string;
  /** Properties that are set although they are not written: their defaults matter. */
  readonly always?: readonly string[];
  /** There is one already, and there always is. */
  readonly exists?: boolean;
  /** Values are compared as lists. */
  readonly lists?: readonly string[];
  /** The cmdlet takes the values of a list joined by commas, as one text. */
  readonly joined?: readonly string[];
  /** Said where a value differs that can't be changed. */
  readonly immutable?: (declared: DeclaredParameter) => string;
  readonly afterwards?: string;
  /** The doc comment serves as `-Description`. */
  readonly described?: boolean;
}

/** The declared values of an object, in the form that its cmdlets take. */
export function declaredValues(builder: PlanBuilder, declaration: Declaration, form: ObjectForm): DeclaredParameter[] {
  const declared = parametersOf(declaration, builder.server, form.always)
    .filter(({ property }) => property.name !== 'description')
    .map((entry): DeclaredParameter => {
      if (!form.joined?.includes(entry.name) || !Array.isArray(entry.value)) return entry;
      return { ...entry, value: entry.value.join(',') };
    });
  const description = form.described ? descriptionOf(declaration) : undefined;
  if (description !== undefined)
    declared.push({
      property: propertyNamed(declaration, 'description'),
      name: 'Description',
      value: description,
    });
  return declared;
}

/** Get, compare, then New or Set: the action of a declaration whose kind has these cmdlets. */
export function objectAction(builder: PlanBuilder, declaration: Declaration, form: ObjectForm): ObjectAction {
  const { cmdlets, singular, properties } = declaration.kind;
  const declared = declaredValues(builder, declaration, form);
  const identity: Parameter = { name: 'Identity', value: form.identity };
  const newIdentity: Parameter = { name: declaration.kind.nameParameter ?? 'Identity', value: form.identity };
  const own = [cmdlets.new, cmdlets.set];
  const parameters = (cmdlet: string): Call => ({
    cmdlet,
    parameters: [cmdlet === cmdlets.new ? newIdentity : identity, ...parametersFor(cmdlet, declared, own)],
  });
  const change = cmdlets.set === undefined ? undefined : parameters(cmdlets.set);
  const missing = properties.filter((property) => property.required && isUnknown(declaration, property.name));
  const name = form.identity;
  return {
    type: 'object',
    target: `${singular} ${name}`,
    get: { cmdlet: cmdlets.get as string, parameters: [identity] },
    wanted: declared.map((entry) => wantedOf(entry, form)),
    ...(form.exists
      ? { absent: `The ${singular} ${name} is there in every deployment, but was not found: may you read it?` }
      : missing.length > 0
        ? {
            absent: `There is no ${singular} ${name}, and the topology does not know its ${missing
              .map((property) => property.name)
              .join(', ')}: declare that and export again.`,
          }
        : { create: createCalls(parameters(cmdlets.new as string), change) }),
    ...(change && change.parameters.length > 1 && { change }),
    ...(form.afterwards !== undefined && { afterwards: form.afterwards }),
  };
}

/** What New- doesn't take is set behind it. */
function createCalls(create: Call, change: Call | undefined): Call[] {
  const taken = new Set(create.parameters.map((parameter) => parameter.name));
  const [identity, ...more] = change?.parameters ?? [];
  const later = more.filter((parameter) => !taken.has(parameter.name) && parameter.value !== null);
  return change && identity && later.length > 0 ? [create, { ...change, parameters: [identity, ...later] }] : [create];
}

function wantedOf(entry: DeclaredParameter, form: ObjectForm): Wanted {
  return {
    property: entry.name,
    value: entry.value,
    compare: form.lists?.includes(entry.name) ? 'list' : 'value',
    ...(entry.property.immutable && form.immutable && { immutable: form.immutable(entry) }),
  };
}

/** How an object that a step makes or changes is taken back. */
export function undoOf(declaration: Declaration, identity: string): Extract<Undo, { type: 'restore' }> {
  const { remove } = declaration.kind.cmdlets;
  return {
    type: 'restore',
    ...(remove !== undefined && { remove: { cmdlet: remove, parameters: [{ name: 'Identity', value: identity }] } }),
  };
}
