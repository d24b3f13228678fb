import { Links } from '../../forge/api/links';
import { RepositoryId } from '../../forge/git/names';
import { breadcrumb } from '../../forge/pages/breadcrumb';
import { layout, moment } from '../../forge/pages/layout';
import { Markup, markup } from '../../forge/pages/markup';
import { isOver, Run, RunFinding, StepName } from '../model';
import { causeOf, plain, STATES, STEP_STATES, STEPS } from './words';

const REFRESH_S = 2;
const LOG_SHOWN = 200_000;

export interface RunPageOptions {
  links: Links;
  branch: string;
  run: Run;
  /** Where the portal's pages are. */
  portal: string;
  logOf(step: StepName): string;
}

function ruleLink(portal: string, rule: string): Markup {
  const [pack, ...name] = rule.split('/');
  const path = [pack, name.join('/')].map(encodeURIComponent).join('/');
  return markup`<a href="${portal}/paved-road/rules/${path}">${rule}</a>`;
}

function findingItem(finding: RunFinding, portal: string): Markup {
  const { rule, title, document, message, resource, place } = finding;
  const { remediation, why } = finding;
  return markup`<li>
    <b>${ruleLink(portal, rule)}</b>${
    title !== undefined && markup`, ${title}`
  }: ${message}<br />
    <span class="soft">
      In ${document}${resource !== undefined && `, ${resource}`}${
    place !== undefined && ` (${place})`
  }
    </span>
    ${why !== undefined && markup`<br />Why: ${why}`}
    ${remediation !== undefined && markup`<br />To comply: ${remediation}`}
  </li>`;
}

function findings({ findings: all }: Run, portal: string): Markup {
  return markup`<h2>What stops it</h2>
    <ul class="findings">
      ${all.map(finding => findingItem(finding, portal))}
    </ul>
    <p class="soft">
      Each rule’s page says why it is there, how to comply, and how to change it.
    </p>`;
}

function steps({ run, logOf }: RunPageOptions): Markup[] {
  return run.steps.map(({ name, state, startedAt }) => {
    const log = plain(logOf(name));
    const shown = log.slice(-LOG_SHOWN);
    return markup`<h2>${STEPS[name]}</h2>
      <p>
        ${STEP_STATES[state]}
        ${
          startedAt !== undefined &&
          markup`<span class="soft">since ${moment(startedAt)}</span>`
        }
      </p>
      ${shown !== log && markup`<p class="soft">Only the end of the log.</p>`}
      ${
        log !== '' && markup`<pre tabindex="0" aria-label="Log">${shown}</pre>`
      }`;
  });
}

function againForm({ links, run }: RunPageOptions): Markup {
  return markup`<form method="post" action="${links.html}/runs/${run.id}/again">
    <button type="submit">Run again</button>
  </form>`;
}

/** A run: how it stands and why, then what stops it, then each step with its log. */
export function runPage(id: RepositoryId, options: RunPageOptions): string {
  const { links, branch, portal, run } = options;
  const { provider, service, documents } = run.wiring;
  const over = isOver(run);
  return layout(
    `Run ${run.number} · ${id.owner}/${id.name}`,
    markup`${breadcrumb(id, { links, ref: branch, path: '' })}
      <p><a href="${links.html}/runs">All runs</a></p>
      <h2 class="state">${STATES[run.state]}</h2>
      ${run.reason !== undefined && markup`<p>${run.reason}</p>`}
      <p class="soft">
        Run ${run.number} of ${causeOf(run)}, commit
        <a href="${links.treePage(run.sha)}"
          ><code>${run.sha.slice(0, 7)}</code></a
        >, ${moment(run.createdAt)}. For ${service}, by ${provider}; checked and
        deployed is ${documents.join(', ')}.
      </p>
      ${
        over
          ? againForm(options)
          : markup`<p class="soft">This page renews itself.</p>`
      }
      ${run.findings.length > 0 && findings(run, portal)} ${steps(options)}`,
    over ? undefined : REFRESH_S,
  );
}
