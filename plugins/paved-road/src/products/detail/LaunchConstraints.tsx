import { ProductForm } from '@paved-road/backstage-plugin-paved-road-common';
import { Section } from '../../shared/Section';
import { constraintWords } from './productWords';

/** What holds for a launch, whatever is chosen. */
export function LaunchConstraints(props: {
  form: Pick<ProductForm, 'constraints' | 'launchRole'>;
}) {
  const { constraints, launchRole } = props.form;
  // Which role it is stands below in any case.
  const others = constraints.filter(
    ({ type }) => type !== 'LAUNCH' || !launchRole,
  );
  return (
    <Section level={3} title="What holds for the launch">
      <ul>
        {others.map(({ type, description }, index) => (
          <li key={`${index} ${type}`}>
            {constraintWords(type)}
            {description && `: ${description}`}
          </li>
        ))}
        {launchRole ? (
          <li>
            It is done with the role <code>{launchRole}</code>.
          </li>
        ) : (
          <li>
            The product names no role for it, so it is done with the role that
            the portal has in the account.
          </li>
        )}
      </ul>
    </Section>
  );
}
