import { Chip } from '../Chip';
import { VerdictKind, verdictTones, verdictWords } from './kinds';
import { VerdictIcon } from './VerdictIcon';

/** A verdict: a word and a shape before it is a colour. */
export function VerdictChip(props: { kind: VerdictKind }) {
  const { kind } = props;
  return (
    <Chip icon={<VerdictIcon kind={kind} />} tone={verdictTones[kind]}>
      {verdictWords[kind]}
    </Chip>
  );
}
