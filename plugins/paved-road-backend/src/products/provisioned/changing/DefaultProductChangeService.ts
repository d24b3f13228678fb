import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  ChangeAnswer,
  ChangePlan,
  Preflight,
  provisionedProductCreatePermission,
  provisionedProductDeletePermission,
  provisionedProductUpdatePermission,
} from '@paved-road/backstage-plugin-paved-road-common';
import { readRequester } from '../../../readRequester';
import { EntityAccess } from '../../entities/EntityAccess';
import { ChangePlanner } from '../../plan/ChangePlanner';
import { ChangeRequest, KeptProvisionedProduct } from '../changes';
import { currentParameters, currentPath } from '../currentParameters';
import { ProvisionedAccess } from '../ProvisionedAccess';
import { ProvisionedProductService } from '../reading/ProvisionedProductService';
import { sentParameters } from '../sending/sentParameters';
import { ProvisionedStore } from '../store/ProvisionedStore';
import { refuseUnchangeable, requestOf } from './changeable';
import { ChangeIntake } from './ChangeIntake';
import { chooseTags } from './chooseValues';
import { Choice, LaunchChoices } from './LaunchChoices';
import { ChangeOptions, ProductChangeService } from './ProductChangeService';
import { RuleGate } from './RuleGate';

type Launch = Parameters<ProductChangeService['launch']>[0];
type Update = Parameters<ProductChangeService['update']>[1];

export class DefaultProductChangeService implements ProductChangeService {
  readonly #auth: AuthService;
  readonly #entities: EntityAccess;
  readonly #access: ProvisionedAccess;
  readonly #store: ProvisionedStore;
  readonly #choices: LaunchChoices;
  readonly #gate: RuleGate;
  readonly #planner: ChangePlanner;
  readonly #intake: ChangeIntake;
  readonly #provisionedService: ProvisionedProductService;

  constructor(options: {
    auth: AuthService;
    entities: EntityAccess;
    access: ProvisionedAccess;
    store: ProvisionedStore;
    choices: LaunchChoices;
    gate: RuleGate;
    planner: ChangePlanner;
    intake: ChangeIntake;
    provisionedService: ProvisionedProductService;
  }) {
    this.#auth = options.auth;
    this.#entities = options.entities;
    this.#access = options.access;
    this.#store = options.store;
    this.#choices = options.choices;
    this.#gate = options.gate;
    this.#planner = options.planner;
    this.#intake = options.intake;
    this.#provisionedService = options.provisionedService;
  }

  async preflightLaunch(
    given: Omit<Launch, 'changeId' | 'name' | 'tags'>,
    options: ChangeOptions,
  ): Promise<Preflight> {
    await this.#requireEntity(given.entityRef, options.credentials);
    return this.#gate.check(
      await this.#choices.forLaunch(given, options),
      options,
    );
  }

  async planLaunch(
    given: Omit<Launch, 'changeId' | 'name'>,
    options: ChangeOptions,
  ): Promise<ChangePlan> {
    await this.#requireEntity(given.entityRef, options.credentials);
    const choice = await this.#choices.forLaunch(given, options);
    return this.#planner.plan(
      { ...toPlan(choice), tags: chooseTags(choice.form, given.tags) },
      options.signal,
    );
  }

  async launch(given: Launch, options: ChangeOptions): Promise<ChangeAnswer> {
    const requester = readRequester(this.#auth, options.credentials);
    const { entityRef } = await this.#requireEntity(
      given.entityRef,
      options.credentials,
    );
    const repeated = await this.#intake.findRepeated(given.changeId, {
      ...given,
      entityRef,
      kind: 'launch',
      requester,
    });
    if (repeated) {
      return repeated;
    }
    const choice = await this.#choices.forLaunch(given, options);
    const request: ChangeRequest = {
      kind: 'launch',
      account: choice.account.id,
      name: given.name,
      entityRef,
      product: choice.product,
      version: choice.version,
      path: choice.path,
      parameters: choice.parameters,
      tags: chooseTags(choice.form, given.tags),
      preflight: await this.#gate.pass(choice, options),
    };
    return this.#intake.start(
      { id: given.changeId, requester, request },
      choice,
    );
  }

  async preflightUpdate(
    id: string,
    given: Omit<Update, 'changeId'>,
    options: ChangeOptions,
  ): Promise<Preflight> {
    const provisioned = await this.#updatable(id, options);
    const choice = await this.#chooseUpdate(provisioned, given, options);
    return this.#gate.check(choice, options);
  }

  async planUpdate(
    id: string,
    given: Omit<Update, 'changeId'>,
    options: ChangeOptions,
  ): Promise<ChangePlan> {
    const provisioned = await this.#updatable(id, options);
    const choice = await this.#chooseUpdate(provisioned, given, options);
    return this.#planner.plan(
      { ...toPlan(choice), name: provisioned.name, tags: [] },
      options.signal,
    );
  }

  async update(
    id: string,
    given: Update,
    options: ChangeOptions,
  ): Promise<ChangeAnswer> {
    const requester = readRequester(this.#auth, options.credentials);
    const provisioned = await this.#updatable(id, options);
    const repeated = await this.#intake.findRepeated(given.changeId, {
      ...given,
      kind: 'update',
      requester,
      provisionedId: id,
    });
    if (repeated) {
      return repeated;
    }
    const choice = await this.#chooseUpdate(provisioned, given, options);
    const isSame = provisioned.version?.id === choice.version.id;
    if (isSame && given.parameters.length === 0) {
      throw new InputError(
        'There is nothing to update: choose another version or another value',
      );
    }
    const request: ChangeRequest = {
      ...requestOf(provisioned, 'update'),
      version: choice.version,
      path: choice.path,
      parameters: choice.parameters,
      preflight: await this.#gate.pass(choice, options),
    };
    return this.#intake.start(
      { id: given.changeId, requester, request, provisionedId: id },
      choice,
    );
  }

  async runAction(
    id: string,
    { action: actionId, changeId }: { action: string; changeId: string },
    options: ChangeOptions,
  ): Promise<ChangeAnswer> {
    const requester = readRequester(this.#auth, options.credentials);
    const provisioned = await this.#updatable(id, options);
    const repeated = await this.#intake.findRepeated(changeId, {
      kind: 'action',
      requester,
      provisionedId: id,
      action: actionId,
    });
    if (repeated) {
      return repeated;
    }
    const { items } = await this.#provisionedService.listActions(id, options);
    const action = items.find(item => item.id === actionId);
    if (!action) {
      throw new NotFoundError(
        `'${provisioned.product.name}' has no service action '${actionId}'`,
      );
    }
    return this.#intake.start({
      id: changeId,
      requester,
      request: {
        ...requestOf(provisioned, 'action'),
        action: { id: action.id, name: action.name },
      },
      provisionedId: id,
    });
  }

  async terminate(
    id: string,
    {
      changeId,
      confirmedName,
      retainResources,
    }: Parameters<ProductChangeService['terminate']>[1],
    options: ChangeOptions,
  ): Promise<ChangeAnswer> {
    const requester = readRequester(this.#auth, options.credentials);
    const provisioned = await this.#access.require(
      id,
      provisionedProductDeletePermission,
      options.credentials,
    );
    const repeated = await this.#intake.findRepeated(changeId, {
      kind: 'terminate',
      requester,
      provisionedId: id,
      retainResources,
    });
    if (repeated) {
      return repeated;
    }
    refuseUnchangeable(provisioned);
    if (confirmedName !== provisioned.name) {
      throw new InputError(
        `To end it, write its name as it is: ${provisioned.name}`,
      );
    }
    return this.#intake.start({
      id: changeId,
      requester,
      request: { ...requestOf(provisioned, 'terminate'), retainResources },
      provisionedId: id,
    });
  }

  async #chooseUpdate(
    provisioned: KeptProvisionedProduct,
    given: Omit<Update, 'changeId'>,
    options: ChangeOptions,
  ): Promise<Choice> {
    const changes = await this.#store.listChanges(provisioned.id);
    return this.#choices.forUpdate(
      provisioned,
      {
        ...given,
        path: given.path ?? currentPath(changes),
        current: currentParameters(changes),
      },
      options,
    );
  }

  #requireEntity(entityRef: string, credentials: BackstageCredentials) {
    return this.#entities.require(
      entityRef,
      provisionedProductCreatePermission,
      credentials,
    );
  }

  async #updatable(
    id: string,
    { credentials }: ChangeOptions,
  ): Promise<KeptProvisionedProduct> {
    const provisioned = await this.#access.require(
      id,
      provisionedProductUpdatePermission,
      credentials,
    );
    refuseUnchangeable(provisioned);
    return provisioned;
  }
}

function toPlan(choice: Choice) {
  return {
    account: choice.account.id,
    product: choice.product.id,
    version: choice.version.id,
    path: choice.path,
    parameters: sentParameters(choice.parameters, choice.secrets),
  };
}
