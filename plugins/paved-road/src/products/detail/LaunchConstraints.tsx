import { ProductForm } from '@paved-road/backstage-plugin-paved-road-common';
import { Section } from '../../shared/Section';
import { constraintWords } from './productWords';

/** What holds for a launch, whatever is chosen. */
export function LaunchConstraints(props: {
  form: Pick<ProductForm, 'constraints' | 'launchRole'>;
}) {
  const { constraints, launchRole } = props.form;
  return (
    <Section level={3} title="What holds for the launch">
      <ul>
        {constraints.map(({ type, description }, index) => (
          <li key={`${index} ${type}`}>
            {constraintWords(type)}
            {description && `: ${description}`}
          </li>
        ))}
        <li>
          {launchRole ? (
            <>
              It is done with the role <code>{launchRole}</code>.
            </>
          ) : (
            'The product names no role for it, so it is done with the role that the portal has in the account.'
          )}
        </li>
      </ul>
    </Section>
  );
}
