import { ReactNode } from 'react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import CallSplitIcon from '@material-ui/icons/CallSplit';
import LinkOffIcon from '@material-ui/icons/LinkOff';
import {
  LaunchPath,
  ProductForm,
} from '@paved-road/backstage-plugin-paved-road-common';
import { failureMessage, isResponseError } from '../../shared/failure';
import { Loading } from '../../shared/Loading';
import { Notice } from '../../shared/Notice';
import { Section } from '../../shared/Section';
import { FormState } from './formState';
import { ProductFailure } from './ProductFailure';

/** The form of the chosen version and path, or what stands in its way. */
export function LaunchForm(props: {
  paths: LaunchPath[];
  /** The chosen one. */
  path: LaunchPath | undefined;
  /** The account as people call it. */
  account: string;
  form: FormState;
  /** Reads the product itself again. */
  onReload: () => void;
  /** What is made of the form. */
  children: (form: ProductForm) => ReactNode;
}) {
  const { paths, path, account, form } = props;
  const section = (content: JSX.Element) => (
    <Section level={3} title="What it asks for">
      {content}
    </Section>
  );
  if (paths.length === 0) {
    return section(
      <Notice
        icon={LinkOffIcon}
        tone="warn"
        title="It cannot be launched here"
        level={4}
      >
        <Typography>
          No portfolio gives this product to the role that the portal has in the
          account. Those who support the product can change that.
        </Typography>
      </Notice>,
    );
  }
  if (!path) {
    return section(
      <Notice
        icon={CallSplitIcon}
        tone="quiet"
        title="Choose a launch path"
        level={4}
      >
        <Typography>
          Above are the ways in which the product can be launched; each has its
          own form.
        </Typography>
      </Notice>,
    );
  }
  if (form.loading) {
    return section(
      <Loading label="Loading what it asks for" rows={4} rowHeight={64} />,
    );
  }
  if (
    form.error &&
    isResponseError(form.error) &&
    form.error.statusCode === 400
  ) {
    // The product came from an answer that is some minutes old.
    return section(
      <Notice
        icon={CallSplitIcon}
        tone="warn"
        title="The launch paths have changed"
        level={4}
        alert
        actions={
          <Button variant="outlined" onClick={props.onReload}>
            Load the product again
          </Button>
        }
      >
        <Typography>{failureMessage(form.error)}</Typography>
      </Notice>,
    );
  }
  if (form.error) {
    return section(
      <ProductFailure
        error={form.error}
        what="what the product asks for"
        account={account}
        level={4}
        onRetry={form.retry}
      />,
    );
  }
  return form.value ? <>{props.children(form.value)}</> : null;
}
