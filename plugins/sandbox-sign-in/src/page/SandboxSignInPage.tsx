import {
  configApiRef,
  discoveryApiRef,
  SignInPageProps,
  useApi,
} from '@backstage/core-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useMemo } from 'react';
import { SandboxAuthClient } from '../session';
import { BrandPanel } from './BrandPanel';
import { PersonaChoice } from './PersonaChoice';
import { SignInProblem } from './SignInProblem';
import { useSignIn } from './useSignIn';

const useStyles = makeStyles(theme => ({
  root: {
    minHeight: '100vh',
    display: 'grid',
    gridTemplateColumns: 'minmax(280px, 2fr) 3fr',
    background: theme.palette.background.default,
    color: theme.palette.text.primary,
    [theme.breakpoints.down('sm')]: {
      gridTemplateColumns: '1fr',
      gridTemplateRows: 'auto 1fr',
    },
  },
  main: {
    display: 'grid',
    alignContent: 'center',
    gap: theme.spacing(3),
    width: '100%',
    maxWidth: 640,
    margin: '0 auto',
    padding: theme.spacing(4, 3),
  },
}));

/**
 * Lets somebody choose whom of the example company they want to be. A tab that
 * is signed in already stays so when it is loaded again.
 */
export function SandboxSignInPage({ onSignInSuccess }: SignInPageProps) {
  const classes = useStyles();
  const config = useApi(configApiRef);
  const discoveryApi = useApi(discoveryApiRef);
  const client = useMemo(
    () => new SandboxAuthClient({ discoveryApi }),
    [discoveryApi],
  );
  const { inProgress, error, signIn } = useSignIn(client, onSignInSuccess);

  return (
    <div className={classes.root}>
      <BrandPanel
        title={config.getOptionalString('app.title') ?? 'Paved Road'}
        organization={config.getOptionalString('organization.name')}
      />
      <main className={classes.main}>
        <div>
          <Typography variant="h3" component="h1" gutterBottom>
            Who do you want to be?
          </Typography>
          <Typography color="textSecondary">
            This is a sandbox: you become one of the example company’s people,
            without a password. At your company, your own sign-in stands here.
          </Typography>
        </div>
        {error && <SignInProblem title="You are not signed in" error={error} />}
        <PersonaChoice
          client={client}
          inProgress={inProgress}
          onChoose={signIn}
        />
      </main>
    </div>
  );
}
