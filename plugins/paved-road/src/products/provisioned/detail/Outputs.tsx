import Typography from '@material-ui/core/Typography';
import { ProvisionedProductDetail } from '@paved-road/backstage-plugin-paved-road-common';
import { Section } from '../../../shared/Section';
import { OutputList } from '../OutputList';

/** What it gives: addresses, names and the like. */
export function Outputs(props: { product: ProvisionedProductDetail }) {
  const { outputs, openChange } = props.product;
  return (
    <Section level={3} title="Outputs">
      {outputs.length > 0 ? (
        <OutputList outputs={outputs} />
      ) : (
        <Typography>
          {openChange
            ? 'None yet: they are known after the first change that succeeds.'
            : 'It has no outputs.'}
        </Typography>
      )}
    </Section>
  );
}
