// The methods of lists in filter expressions. Every element that a method touches is a step.

import { FilterError } from './filter-error';
import { isEqual, isList, typeName } from './filter-value';
import type { FilterList, FilterValue } from './filter-value';
import { lambdaArgument, listArgument, numberArgument, textArgument } from './methods';
import type { Method, MethodCall } from './methods';
import { toBoolean, toText } from './operators';
import { checkLength } from './step-budget';

export const LIST_METHODS: ReadonlyMap<string, Method<FilterList>> = new Map<string, Method<FilterList>>([
  ['map', (list, values, call) => mapped(list, values, call)],
  ['flatMap', (list, values, call) => flattened(mapped(list, values, call), call)],
  ['flatten', (list, _values, call) => flattened(list, call)],
  ['filter', (list, values, call) => list.filter(predicate(values, call))],
  ['some', (list, values, call) => list.some(predicate(values, call))],
  ['every', (list, values, call) => list.every(predicate(values, call))],
  ['includes', (list, values, call) => indexOf(list, values, call) >= 0],
  ['indexOf', (list, values, call) => indexOf(list, values, call)],
  ['concat', (list, values, call) => made([...list, ...listArgument(values, 0, call)], call)],
  ['join', join],
  ['reduce', reduce],
  ['sort', sort],
  [
    'slice',
    (list, values, call) =>
      list.slice(numberArgument(values, 0, 0, call), numberArgument(values, 1, list.length, call)),
  ],
]);

function mapped(list: FilterList, values: readonly FilterValue[], call: MethodCall): FilterList {
  const lambda = lambdaArgument(values, 0, call);
  return list.map((member, index) => call.call(lambda, member, index));
}

function predicate(values: readonly FilterValue[], call: MethodCall): (member: FilterValue) => boolean {
  const lambda = lambdaArgument(values, 0, call);
  return (member) => toBoolean(call.call(lambda, member), call.location);
}

function flattened(list: FilterList, call: MethodCall): FilterList {
  return made(
    list.flatMap((member) => (isList(member) ? flattened(member, call) : [member])),
    call,
  );
}

function indexOf(list: FilterList, values: readonly FilterValue[], call: MethodCall): number {
  call.spend(list.length);
  return list.findIndex((member) => isEqual(member, values[0] ?? null));
}

function join(list: FilterList, values: readonly FilterValue[], call: MethodCall): FilterValue {
  call.spend(list.length);
  const text = list.map((member) => toText(member, call.location)).join(textArgument(values, 0, call));
  checkLength(text.length, call.location);
  return text;
}

function reduce(list: FilterList, values: readonly FilterValue[], call: MethodCall): FilterValue {
  const lambda = lambdaArgument(values, 0, call);
  const [first, ...others] = values.length > 1 ? [values[1] ?? null, ...list] : list;
  if (first === undefined)
    throw new FilterError('An empty List has no first element to reduce', call.location);
  return others.reduce((result, member) => call.call(lambda, result, member), first);
}

function sort(list: FilterList, values: readonly FilterValue[], call: MethodCall): FilterValue {
  const lambda = lambdaArgument(values, 0, call);
  return [...list].sort((a, b) => {
    const order = call.call(lambda, a, b);
    if (typeof order === 'number') return order;
    throw new FilterError(`Expected a Number from the comparison, got ${typeName(order)}`, call.location);
  });
}

/** A list that a method made, paid for. */
function made(list: FilterList, call: MethodCall): FilterList {
  call.spend(list.length);
  checkLength(list.length, call.location);
  return list;
}
