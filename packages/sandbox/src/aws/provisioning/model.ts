export type RecordType =
  | 'PROVISION_PRODUCT'
  | 'UPDATE_PROVISIONED_PRODUCT'
  | 'TERMINATE_PROVISIONED_PRODUCT'
  | 'EXECUTE_PROVISIONED_PRODUCT_SERVICE_ACTION';

export type RecordStatus =
  | 'CREATED'
  | 'IN_PROGRESS'
  | 'IN_PROGRESS_IN_ERROR'
  | 'SUCCEEDED'
  | 'FAILED';

export type ProvisionedProductStatus =
  | 'AVAILABLE'
  | 'UNDER_CHANGE'
  | 'TAINTED'
  | 'ERROR'
  | 'PLAN_IN_PROGRESS';

export interface Tag {
  Key: string;
  Value: string;
}

/** A parameter as it was given; the value of a NoEcho parameter is not kept. */
export interface ParameterValue {
  key: string;
  value: string;
}

export interface Output {
  OutputKey: string;
  OutputValue: string;
  Description?: string;
}

/** The account and the region that something lives in. */
export interface Place {
  account: string;
  region: string;
}

/** Who has asked. */
export interface Principal {
  /** Of the role or the user. */
  arn: string;
  /** With the session's name, where a role was assumed. */
  sessionArn: string;
}

/** How a record will end, decided when it is accepted. */
export interface Outcome {
  failure?: {
    code: string;
    description: string;
    /** What the provisioned product is then; as before where absent. */
    leaves?: ProvisionedProductStatus;
  };
  outputs: Output[];
}

/** Times are in milliseconds since 1970. */
export interface StoredRecord {
  id: string;
  type: RecordType;
  provisionedProductId: string;
  acceptedAt: number;
  startsAt: number;
  /** Absent for one that never ends. */
  endsAt?: number;
  outcome: Outcome;
  productId: string;
  artifactId: string;
  pathId?: string;
  parameters: ParameterValue[];
  tags: Tag[];
  launchRoleArn?: string;
}

export interface StoredProvisionedProduct extends Place {
  id: string;
  name: string;
  createdAt: number;
  principal: Principal;
  /** The plan that it was made for, where it was made for one. */
  plannedBy?: string;
  /** Of the first operation. */
  token: string;
}

/** AWS's ResourceChange. */
export interface ResourceChange {
  Action: 'ADD' | 'MODIFY' | 'REMOVE';
  LogicalResourceId: string;
  PhysicalResourceId?: string;
  ResourceType: string;
  Replacement?: 'TRUE' | 'FALSE' | 'CONDITIONAL';
  Scope: string[];
  Details: {
    Target: {
      Attribute: string;
      Name?: string;
      RequiresRecreation: 'NEVER' | 'CONDITIONALLY' | 'ALWAYS';
    };
    Evaluation: 'STATIC' | 'DYNAMIC';
  }[];
}

export interface StoredPlan extends Place {
  id: string;
  name: string;
  provisionedProductId: string;
  provisionedProductName: string;
  createdAt: number;
  /** Absent for one that is never made. */
  readyAt?: number;
  deletedAt?: number;
  principal: Principal;
  productId: string;
  artifactId: string;
  pathId?: string;
  parameters: ParameterValue[];
  tags: Tag[];
  notificationArns: string[];
  changes: ResourceChange[];
  /** Why it could not be made. */
  failure?: string;
  /** The record of its execution. */
  recordId?: string;
}

/** What was answered to a token. */
export interface StoredToken {
  /** SHA-256 of the input, the token left out. */
  input: string;
  /** Of the record or the plan. */
  answer: string;
}

/** A temporary key of an assumed role. */
export interface StoredSession {
  accessKeyId: string;
  account: string;
  principal: Principal;
  expiresAt: number;
}

/** All that the sandbox AWS remembers. Nothing in it is ever taken away. */
export interface State {
  provisionedProducts: StoredProvisionedProduct[];
  records: StoredRecord[];
  plans: StoredPlan[];
  tokens: Record<string, StoredToken>;
  sessions: StoredSession[];
}
