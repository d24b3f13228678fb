import { splitAttribute } from '../readCloudFormation';
import { later } from '../resolved';
import { Intrinsic } from '../Scope';
import { malformed } from './malformed';

export const ref: Intrinsic = (argument, scope) =>
  typeof argument === 'string'
    ? scope.reference(argument)
    : malformed('Ref', argument);

export const getAtt: Intrinsic = (argument, scope) => {
  const parts =
    typeof argument === 'string' ? splitAttribute(argument) : argument;
  if (!Array.isArray(parts) || typeof parts[0] !== 'string') {
    return malformed('Fn::GetAtt', argument);
  }
  const { placed, problems } = scope.resolve(parts);
  const attribute = scope.attribute(parts[0], { 'Fn::GetAtt': placed });
  return {
    ...later(attribute.placed, attribute.why),
    problems: [...attribute.problems, ...problems],
  };
};
