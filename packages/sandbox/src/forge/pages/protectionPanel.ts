import { Protection } from '../state/model';
import { Markup, markup } from './markup';

function conditions(protection: Protection): string[] {
  const { requiredChecks, strict, linearHistory, reviews } = protection;
  return [
    'Changes come through pull requests only.',
    requiredChecks.length > 0
      ? `Must have passed: ${requiredChecks.join(', ')}.`
      : 'No check is required.',
    ...(strict ? ['Must be up to date before it is merged.'] : []),
    ...(linearHistory ? ['No merge commits.'] : []),
    ...(reviews
      ? [
          `Reviews wanted: ${reviews.approvals}${
            reviews.codeOwners ? ', by code owners' : ''
          }. The sandbox waits only for the code owners that it knows.`,
        ]
      : []),
  ];
}

/** What protects a branch, or that nothing does. */
export function protectionPanel(
  branch: string,
  protection: Protection | undefined,
): Markup {
  return markup`<h2>Protection of ${branch}</h2>
    ${
      protection
        ? markup`<ul>
            ${conditions(protection).map(line => markup`<li>${line}</li>`)}
          </ul>`
        : markup`<p class="soft">
            Not protected: everybody may push to it, and no check is required.
          </p>`
    }`;
}
