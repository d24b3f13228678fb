import { PermissionsService } from '@backstage/backend-plugin-api';
import { documentCheckPermission } from '@paved-road/backstage-plugin-paved-road-common';
import { requirePermission } from '../../requirePermission';
import {
  DocumentCheckOptions,
  DocumentCheckRequest,
  DocumentCheckService,
} from './DocumentCheckService';

/** Checks only for those who may have documents checked. */
export class AuthorizedDocumentCheckService implements DocumentCheckService {
  readonly #documentCheckService: DocumentCheckService;
  readonly #permissions: PermissionsService;

  constructor(options: {
    documentCheckService: DocumentCheckService;
    permissions: PermissionsService;
  }) {
    this.#documentCheckService = options.documentCheckService;
    this.#permissions = options.permissions;
  }

  async checkDocuments(
    request: DocumentCheckRequest,
    options: DocumentCheckOptions,
  ) {
    await requirePermission(
      this.#permissions,
      documentCheckPermission,
      options.credentials,
    );
    return this.#documentCheckService.checkDocuments(request, options);
  }
}
