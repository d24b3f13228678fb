import FormControlLabel from '@material-ui/core/FormControlLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import Typography from '@material-ui/core/Typography';
import { LaunchPath } from '@paved-road/backstage-plugin-paved-road-common';
import { Section } from '../../shared/Section';

/** Where a product comes from several portfolios, the one to launch it through. */
export function PathChooser(props: {
  paths: LaunchPath[];
  /** Absent where none is chosen yet. */
  chosen: string | undefined;
  onChoose: (path: string) => void;
}) {
  const { paths } = props;
  return (
    <Section level={3} title="Launch path">
      <Typography>
        The product can be launched in {paths.length} ways. What is asked and
        what holds for the launch can differ between them.
      </Typography>
      <RadioGroup
        aria-label="Launch path"
        value={props.chosen ?? ''}
        onChange={(_, value) => props.onChoose(value)}
      >
        {paths.map(({ id, name }) => {
          const alike = paths.filter(other => other.name === name);
          return (
            <FormControlLabel
              key={id}
              value={id}
              control={<Radio size="small" color="primary" />}
              label={name && alike.length > 1 ? `${name} (${id})` : name ?? id}
            />
          );
        })}
      </RadioGroup>
    </Section>
  );
}
