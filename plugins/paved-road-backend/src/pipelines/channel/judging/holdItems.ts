import {
  ChannelItem,
  ChannelSettings,
  PLATFORM_PATHS,
} from '@paved-road/backstage-plugin-paved-road-common';
import { Protection, RepositoryFacts } from '../facts';
import { ownersGaps, OwnersGap } from './codeOwners';
import { fails, isUnknown, passes, quote } from './items';

/** Where what holds the channel is seen and mended. */
interface HoldContext {
  settings: ChannelSettings;
  branch: string;
  /** Of the repository, for a person. */
  url: string;
}

/** What keeps a repository from going around the channel. */
export function holdItems(
  hold: NonNullable<RepositoryFacts['hold']>,
  context: HoldContext,
): ChannelItem[] {
  return [codeOwnersItem(hold, context), ...protectionItems(hold, context)];
}

function codeOwnersItem(
  { codeOwners }: NonNullable<RepositoryFacts['hold']>,
  { branch, settings, url }: HoldContext,
): ChannelItem {
  const code = 'code-owners';
  const { platformTeam } = settings;
  const fix = `Let the last lines of CODEOWNERS give ${PLATFORM_PATHS.join(
    ', ',
  )} to ${platformTeam} alone.`;
  if (!codeOwners.known) {
    return isUnknown(code, { message: codeOwners.problem, url });
  }
  if (!codeOwners.value) {
    return fails(code, {
      message: 'There is no CODEOWNERS, so the platform’s files are anybody’s.',
      fix,
      url,
    });
  }
  const { path, text } = codeOwners.value;
  const at = `${url}/blob/${encodeURI(branch)}/${path}`;
  const gaps = ownersGaps(text, PLATFORM_PATHS, platformTeam);
  return gaps.length === 0
    ? passes(code, {
        message: `The platform’s files belong to ${platformTeam}.`,
        url: at,
      })
    : fails(code, {
        message: gaps.map(gap => describeGap(gap, platformTeam)).join(' '),
        fix,
        url: at,
      });
}

function describeGap(gap: OwnersGap, team: string): string {
  return gap.line === undefined
    ? `Nothing gives ${gap.path} to ${team}.`
    : `Line ${gap.line}, ${quote(gap.pattern)}, takes ${
        gap.path
      } from ${team}, or shares it.`;
}

function protectionItems(
  { protection }: NonNullable<RepositoryFacts['hold']>,
  { branch, settings, url: repositoryUrl }: HoldContext,
): ChannelItem[] {
  const url = `${repositoryUrl}/settings/branches`;
  const name = quote(branch);
  if (!protection.known) {
    return [
      isUnknown('branch-protected', { message: protection.problem, url }),
    ];
  }
  if (!protection.value) {
    return [
      fails('branch-protected', {
        message: `Nothing protects ${name}: whoever may write there pushes past the check and the code owners.`,
        fix: `Protect ${name} again: by pull request only, with the reviews of code owners and the check ${quote(
          settings.requiredCheck,
        )}, for administrators too.`,
        url,
      }),
    ];
  }
  const { checks, pullRequests } = protection.value;
  const gaps = reviewGapsOf(protection.value);
  const loopholes = loopholesOf(protection.value);
  return [
    pullRequests
      ? passes('branch-protected', {
          message: `${name} changes by pull request only.`,
          url,
        })
      : fails('branch-protected', {
          message: `${name} can be pushed to without a pull request.`,
          fix: `Require pull requests for ${name}.`,
          url,
        }),
    checks.includes(settings.requiredCheck)
      ? passes('check-required', {
          message: `A merge waits for ${quote(settings.requiredCheck)}.`,
          url,
        })
      : fails('check-required', {
          message: `A merge doesn’t wait for ${quote(settings.requiredCheck)}.`,
          fix: `Add ${quote(
            settings.requiredCheck,
          )} to the checks that ${name} requires.`,
          url,
        }),
    gaps.length === 0
      ? passes('code-owner-reviews', {
          message: 'A merge waits for the code owners.',
          url,
        })
      : fails('code-owner-reviews', {
          message: gaps.join(' '),
          fix: `Require an approval and the reviews of code owners for ${name}, and dismiss approvals when something is pushed.`,
          url,
        }),
    loopholes.length === 0
      ? passes('no-bypass', {
          message: 'Administrators are held too, and nobody is let past.',
          url,
        })
      : fails('no-bypass', {
          message: loopholes.join(' '),
          fix: `Include administrators, allow neither force pushes nor deletions, and let nobody past the pull requests of ${name}.`,
          url,
        }),
  ];
}

function reviewGapsOf(protection: Protection): string[] {
  const { approvals, codeOwnerReviews, dismissesStale } = protection;
  return [
    codeOwnerReviews ? [] : 'A merge doesn’t wait for the code owners.',
    approvals > 0 ? [] : 'Nobody has to approve a change.',
    dismissesStale ? [] : 'An approval holds for what is pushed after it.',
  ].flat();
}

function loopholesOf(protection: Protection): string[] {
  const { administrators, bypass, deletions, forcePushes } = protection;
  return [
    administrators ? [] : 'Administrators aren’t held.',
    forcePushes ? 'The branch can be rewritten by force.' : [],
    deletions ? 'The branch can be deleted.' : [],
    bypass.length > 0
      ? `Let past without a pull request: ${bypass
          .slice(0, 5)
          .map(quote)
          .join(', ')}${bypass.length > 5 ? ' and others' : ''}.`
      : [],
  ].flat();
}
