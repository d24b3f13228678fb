import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';
import { HumanDuration } from '@backstage/types';

export interface Config {
  /** Paved Road: the rules in force, and the checks of services against them. */
  pavedRoad?: {
    /**
     * Where the packs of rules come from. AWS Control Tower's pack alone where
     * absent. A pack that can't be read leaves the others in force, and is shown
     * as a problem of the bundle.
     */
    packs?: Array<{
      /**
       * `control-tower` for AWS Control Tower's proactive rules, which come
       * along; a directory, relative to the working directory of the backend; or
       * the address of a tree in a repository that `integrations` can read, such
       * as `https://github.com/acme/policies/tree/main/policies`.
       */
      target: string;
      /**
       * Where people read the pack's files: an address that a file's path is
       * appended to. Found from `target` where that is a repository.
       */
      viewUrl?: string;
      /** Where people propose a change to the pack's files; as `viewUrl`. */
      editUrl?: string;
    }>;

    /**
     * How often each replica reads the packs anew. 5 minutes where absent.
     */
    packRefresh?: HumanDuration | string;

    /**
     * The environments, and what a failing rule does there unless the rule
     * itself says otherwise. Where absent: development advises, staging and
     * production block.
     */
    environments?: Array<{
      name: string;
      /** `block` stops the change, `advise` lets it through with the finding. */
      enforcement: 'block' | 'advise';
    }>;

    /**
     * The environment that is judged for where nobody names one; its
     * enforcement is what the services' status shows. `production` where absent.
     */
    defaultEnvironment?: string;

    /**
     * How long the verdicts of a check hold. A service whose newest check is
     * older is `unknown`. 24 hours where absent.
     */
    freshness?: HumanDuration | string;

    /**
     * When services are looked for in the catalog and checked. Every 30
     * minutes, from 5 seconds after the start, for at most 30 minutes where
     * absent.
     */
    schedule?: SchedulerServiceTaskScheduleDefinitionConfig;

    limits?: {
      /** The largest document that is checked, in bytes. 10485760 (10 MiB) where absent. */
      maxDocumentBytes?: number;
      /** How many documents of one service are checked. 100 where absent. */
      maxDocuments?: number;
      /** The largest body that `POST /check` takes, in bytes. 20971520 (20 MiB) where absent. */
      maxRequestBytes?: number;
      /**
       * How many calls of `POST /check` each replica works on at once, and how
       * many results of pipelines. Eight times as many wait. One caller takes
       * half of either at most. 4 where absent.
       */
      maxConcurrentRequests?: number;
    };

    engine?: {
      /** Path of a `cfn-guard` binary. The one that comes along where absent. */
      binary?: string;
      /** How many engine processes run at once. As many as there are processors where absent. */
      processes?: number;
      /** How long one engine process may take. 60 seconds where absent. */
      timeout?: HumanDuration | string;
    };

    /** The products of AWS Service Catalog. None where absent. */
    products?: {
      /**
       * Where products are launched. The credentials are those that `aws` in the
       * configuration gives for the account, such as a role to assume; without,
       * those of the backend's own environment.
       */
      accounts?: Array<{
        /** Small letters, digits and hyphens; stands in addresses. */
        id: string;
        /** As people call it. `id` where absent. */
        title?: string;
        /** AWS's number of the account, twelve digits in quotes. */
        accountId: string;
        region: string;
        /** One of `environments`: what a failing rule does there. */
        environment: string;
      }>;
      /** How long an answer of AWS is shown before it is asked again. 5 minutes where absent. */
      cache?: HumanDuration | string;
    };

    /**
     * The pipelines that may post results, and for which services. None where
     * absent. What an entity says of itself counts for nothing here.
     */
    pipelines?: Array<{
      /** Small letters, digits and hyphens; kept with each result. */
      id: string;
      /** As people call it. `id` where absent. */
      title?: string;
      /**
       * The subject of the pipeline's credentials, as an entry of
       * `backend.auth.externalAccess` gives it: `external:…`. With `{repository}` in
       * it, one entry is good for many repositories: it speaks for the services that
       * the catalog has from the repository of the token. A star beside it stands for
       * what differs between runs, such as the branch.
       */
      subject: string;
      /** Where the repository in the subject is. `github.com` where absent. */
      host?: string;
      /**
       * Entity refs that it may speak for; `*` stands for any part of a name, as
       * in `component:default/*`.
       */
      services: string[];
    }>;

    /**
     * The platform's channel to production, and where services are looked for in
     * it. No service's wiring is looked at where absent.
     */
    channel?: {
      /**
       * Whose the platform's files in a repository are, as `CODEOWNERS` writes it:
       * `@acme/platform`.
       */
      platformTeam: string;
      /** Pipelines on GitHub Actions. Not offered where absent. */
      githubActions?: {
        /**
         * The platform's reusable workflow, as GitHub writes it:
         * `acme/platform/.github/workflows/paved-road.yml`.
         */
        workflow: string;
        /**
         * The versions of it that a repository may call, tags or commits, the one
         * to take first.
         */
        refs: string[];
      };
      /** Pipelines that are a product of Service Catalog. Not offered where absent. */
      serviceCatalog?: {
        /** One of `products.accounts`. */
        account: string;
        /** AWS's id of the product, `prod-…`. */
        productId: string;
        /** Values that are the same for all services; everybody may see them. */
        parameters?: { [key: string]: string };
        /** Tags of each launch, such as those that tag options ask for. */
        tags?: { [key: string]: string };
      };
      /**
       * When the wiring of the services is looked at. Every hour, for at most 50
       * minutes, where absent.
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };
  };
}
