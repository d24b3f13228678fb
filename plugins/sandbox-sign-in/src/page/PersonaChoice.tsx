import { Progress } from '@backstage/core-components';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import { SandboxAuthClient } from '../session';
import { PersonaList } from './PersonaList';
import { SignInProblem } from './SignInProblem';
import { usePersonas } from './usePersonas';

/** The people one can be, or why there are none to be seen. */
export function PersonaChoice(props: {
  client: SandboxAuthClient;
  /** The entity ref of who is being signed in. */
  inProgress?: string;
  onChoose: (entityRef: string) => void;
}) {
  const { client, inProgress, onChoose } = props;
  const { personas, error, retry } = usePersonas(client);

  if (error) {
    return (
      <SignInProblem
        title="The people can’t be shown"
        error={error}
        onRetry={retry}
      />
    );
  }
  if (!personas) {
    return <Progress aria-label="Loading the people" />;
  }
  if (personas.length === 0) {
    return (
      <Alert severity="info">
        <AlertTitle>There is nobody to be</AlertTitle>
        List people of the catalog in the configuration, under
        auth.providers.sandbox.personas.
      </Alert>
    );
  }
  return (
    <>
      {personas.some(persona => !persona.inCatalog) && (
        <Alert severity="info" role="status">
          The catalog is still reading who works here. After a first start this
          takes a few seconds; the page goes on by itself.
        </Alert>
      )}
      <PersonaList
        personas={personas}
        inProgress={inProgress}
        onChoose={onChoose}
      />
    </>
  );
}
