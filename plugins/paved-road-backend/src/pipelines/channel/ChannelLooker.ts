import { ANNOTATION_LOCATION } from '@backstage/catalog-model';
import { ScmIntegrationRegistry } from '@backstage/integration';
import {
  ANNOTATION_PIPELINE,
  ChannelSettings,
} from '@paved-road/backstage-plugin-paved-road-common';
import { Component } from '../../components/component';
import { ChannelFacts, Look, PipelineProduct, RepositoryFacts } from './facts';
import { judgeChannel } from './judging/judgeChannel';
import { PipelineProducts } from './PipelineProducts';
import { repositoryPlace } from './repositoryPlace';
import { RepositorySource } from './RepositorySource';
import { ChannelStore } from './store/ChannelStore';

export interface ChannelLookerOptions {
  settings: ChannelSettings;
  integrations: ScmIntegrationRegistry;
  pipelineProducts: Pick<PipelineProducts, 'read'>;
  repositorySource: RepositorySource;
  store: ChannelStore;
}

/** Looks at services' wiring, and keeps what is found. */
export class ChannelLooker {
  readonly #options: ChannelLookerOptions;

  constructor(options: ChannelLookerOptions) {
    this.#options = options;
  }

  /** What several looks have in common, asked for once. */
  readPipelines(): Promise<Look<PipelineProduct[]> | undefined> {
    return this.#options.pipelineProducts.read();
  }

  /** @throws the signal's reason where it is given. */
  async look(
    component: Component,
    pipelines: Look<PipelineProduct[]> | undefined,
    signal?: AbortSignal,
  ): Promise<void> {
    const { settings, store } = this.#options;
    const beganAt = await store.now();
    const facts = await this.#read(component, pipelines, signal);
    await store.record(
      component.entityRef,
      judgeChannel(facts, settings),
      beganAt,
    );
  }

  async #read(
    { annotations, entityRef }: Component,
    pipelines: Look<PipelineProduct[]> | undefined,
    signal?: AbortSignal,
  ): Promise<ChannelFacts> {
    const { integrations, repositorySource } = this.#options;
    const claim = annotations[ANNOTATION_PIPELINE];
    const place = repositoryPlace(
      annotations[ANNOTATION_LOCATION],
      integrations,
    );
    const isWired =
      claim !== undefined ||
      (pipelines?.known === true &&
        pipelines.value.some(one => one.entityRef === entityRef));
    const repository: Look<RepositoryFacts> = place.known
      ? await repositorySource.read(place.value, { isWired, signal })
      : place;
    return { entityRef, claim, place, repository, pipelines };
  }
}
