import Typography from '@material-ui/core/Typography';
import { makeStyles, Theme } from '@material-ui/core/styles';
import {
  ProductDetail,
  ProductVersion,
} from '@paved-road/backstage-plugin-paved-road-common';
import { Facts } from '../../shared/Facts';
import { Loading } from '../../shared/Loading';
import { Section } from '../../shared/Section';
import { FormState } from './formState';

const useStyles = makeStyles(
  (theme: Theme) => ({
    text: {
      whiteSpace: 'pre-line',
      maxWidth: '75ch',
      overflowWrap: 'anywhere',
    },
    title: { margin: theme.spacing(2, 0, 1), fontWeight: 700 },
  }),
  { name: 'PavedRoadWhatYouGet' },
);

/** What the product is, and what it tells once it is launched. */
export function WhatYouGet(props: {
  product: ProductDetail;
  /** The chosen one; absent where there is none. */
  version: ProductVersion | undefined;
  /** Whether it is known through which path it would be launched. */
  hasPath: boolean;
  form: FormState;
}) {
  const { product, version, hasPath, form } = props;
  const classes = useStyles();

  const outputs = () => {
    if (!hasPath) {
      return (
        <Typography>This is known once there is a launch path.</Typography>
      );
    }
    if (form.loading) {
      return <Loading label="Loading what a launch tells" rows={1} />;
    }
    if (!form.value) {
      return <Typography>This is not known; see below why.</Typography>;
    }
    return form.value.outputs.length > 0 ? (
      <Facts
        facts={form.value.outputs.map(({ key, description }) => ({
          name: key,
          value: description ?? 'Not described',
        }))}
      />
    ) : (
      <Typography>Nothing: this version has no outputs.</Typography>
    );
  };

  return (
    <Section level={3} title="What you get">
      <Typography className={classes.text}>
        {product.description ??
          'Its makers have not described it. Ask those who support it.'}
      </Typography>
      {version && (
        <>
          <Typography
            component="h4"
            variant="subtitle2"
            className={classes.title}
          >
            What {version.name} tells once it is launched
          </Typography>
          {outputs()}
        </>
      )}
    </Section>
  );
}
