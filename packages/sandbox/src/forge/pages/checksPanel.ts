import { CheckState, latestStatuses, standingOf } from '../pulls/checks';
import { Protection, Status } from '../state/model';
import { Markup, markup } from './markup';

const WORDS: Record<CheckState, string> = {
  expected: '○ has not come yet',
  pending: '◔ is running',
  failing: '✗ has failed',
  passed: '✓ has passed',
};

/** What each check says of a commit, and which of them are required. */
export function checksPanel(
  protection: Protection | undefined,
  statuses: Status[],
): Markup {
  const required = protection?.requiredChecks ?? [];
  const said = latestStatuses(statuses);
  const contexts = new Set([...required, ...said.map(one => one.context)]);
  const rows = standingOf([...contexts], statuses).map(({ context, state }) => {
    const status = said.find(one => one.context === context);
    const { targetUrl, description } = status ?? {};
    return markup`<tr>
      <th scope="row">
        ${targetUrl ? markup`<a href="${targetUrl}">${context}</a>` : context}
      </th>
      <td>${WORDS[state]}${description !== undefined && `: ${description}`}</td>
      <td class="end">${required.includes(context) && 'required'}</td>
    </tr>`;
  });
  return rows.length > 0
    ? markup`<section class="panel" aria-label="Checks">
        <table class="list">
          ${rows}
        </table>
      </section>`
    : markup`<p class="soft">
        No check has said anything, and none is required.
      </p>`;
}
