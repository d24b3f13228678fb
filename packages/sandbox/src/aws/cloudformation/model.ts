import {
  ParameterValue,
  Place,
  ResourceChange,
  Tag,
} from '../provisioning/model';

/** Times are in milliseconds since 1970. */
export interface StoredStack extends Place {
  /** Its ARN. */
  id: string;
  name: string;
  createdAt: number;
  deletion?: { acceptedAt: number; endsAt: number };
}

export interface StoredChangeSet {
  /** Its ARN. */
  id: string;
  name: string;
  stackId: string;
  type: 'CREATE' | 'UPDATE';
  createdAt: number;
  readyAt: number;
  /** Why it could not be made. */
  failure?: string;
  /** As it was given. */
  template: string;
  parameters: ParameterValue[];
  tags: Tag[];
  capabilities: string[];
  changes: ResourceChange[];
  /** Whether a stack that could not be made is taken away. */
  deletesOnFailure?: boolean;
  execution?: {
    acceptedAt: number;
    /** Absent for one that never ends. */
    endsAt?: number;
    /** Why it was rolled back. */
    failure?: string;
  };
  deletedAt?: number;
}

/** All that the sandbox's CloudFormation remembers. Nothing in it is ever taken away. */
export interface StackState {
  stacks: StoredStack[];
  changeSets: StoredChangeSet[];
}
