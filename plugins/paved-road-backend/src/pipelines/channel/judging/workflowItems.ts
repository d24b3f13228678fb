import {
  CALLER_WORKFLOW_PATH,
  ChannelItem,
  ChannelSettings,
  renderCallerWorkflow,
} from '@paved-road/backstage-plugin-paved-road-common';
import { RepositoryFacts } from '../facts';
import { Caller, callerOf } from './callerOf';
import { fails, isUnknown, passes, quote } from './items';

/** The template that mends what is broken in a repository. */
export const ADOPT = 'the template ‘Adopt the paved road’';

/** Whether a repository calls the platform's workflow, and nothing else. */
export function workflowItems(
  { defaultBranch, workflow }: RepositoryFacts,
  context: {
    settings: NonNullable<ChannelSettings['githubActions']>;
    entityRef: string;
    /** Of the repository, for a person. */
    url: string;
  },
): ChannelItem[] {
  if (!workflow.known) {
    return [
      isUnknown('workflow-present', {
        message: workflow.problem,
        url: context.url,
      }),
    ];
  }
  if (!workflow.value) {
    return [
      fails('workflow-present', {
        message: `There is no ${CALLER_WORKFLOW_PATH} on ${quote(
          defaultBranch,
        )}.`,
        fix: `Take ${ADOPT}, which proposes it.`,
        url: context.url,
      }),
    ];
  }
  const url = `${context.url}/blob/${encodeURI(
    defaultBranch,
  )}/${CALLER_WORKFLOW_PATH}`;
  const caller = callerOf(workflow.value.toString('utf8'));
  return [
    passes('workflow-present', {
      message: `${CALLER_WORKFLOW_PATH} is there.`,
      url,
    }),
    callerItem(caller, context.entityRef, url),
    pinnedItem(caller, context.settings, url),
    isPlatforms(workflow.value, caller, {
      ...context,
      branch: defaultBranch,
    })
      ? passes('workflow-unchanged', {
          message: 'The workflow is as the platform wrote it.',
          url,
        })
      : fails('workflow-unchanged', {
          message: 'The workflow says something else than the platform wrote.',
          fix: `Undo the change of ${CALLER_WORKFLOW_PATH}, or take ${ADOPT}, which writes it anew.`,
          url,
        }),
  ];
}

function callerItem(
  { service }: Caller,
  entityRef: string,
  url: string,
): ChannelItem {
  return service === entityRef
    ? passes('own-pipeline', {
        message: 'The workflow speaks for this service.',
        url,
      })
    : fails('own-pipeline', {
        message: service
          ? `The workflow speaks for ${quote(service)}, not for this service.`
          : 'The workflow doesn’t say which service it speaks for.',
        fix: `Let the workflow name ${entityRef}: take ${ADOPT}.`,
        url,
      });
}

function pinnedItem(
  { ref, workflow }: Caller,
  settings: NonNullable<ChannelSettings['githubActions']>,
  url: string,
): ChannelItem {
  const code = 'workflow-pinned';
  const fix = `Let it call ${settings.workflow}@${settings.refs[0]}.`;
  if (workflow !== settings.workflow) {
    return fails(code, {
      message: workflow
        ? `The workflow calls ${quote(workflow)}, which isn’t the platform’s.`
        : 'The workflow doesn’t call the platform’s.',
      fix,
      url,
    });
  }
  const [newest] = settings.refs;
  return ref !== undefined && settings.refs.includes(ref)
    ? passes(code, {
        message:
          ref === newest
            ? `It calls the version ${quote(ref)}.`
            : `It calls the version ${quote(
                ref,
              )}, which is allowed still; ${quote(
                newest,
              )} is the one to take, and ${ADOPT} brings it as a pull request.`,
        url,
      })
    : fails(code, {
        message: `It calls the version ${quote(
          ref ?? '',
        )}, which isn’t allowed or is no more.`,
        fix,
        url,
      });
}

/** Whether the text is, to the byte, what the platform writes for the same values. */
function isPlatforms(
  bytes: Buffer,
  { documents, ref }: Caller,
  context: {
    settings: NonNullable<ChannelSettings['githubActions']>;
    entityRef: string;
    branch: string;
  },
): boolean {
  if (documents === undefined || ref === undefined) {
    return false;
  }
  const text = renderCallerWorkflow({
    workflow: context.settings.workflow,
    ref,
    service: context.entityRef,
    documents,
    branch: context.branch,
  });
  return Buffer.from(text, 'utf8').equals(bytes);
}
