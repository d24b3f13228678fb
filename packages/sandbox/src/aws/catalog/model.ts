import { ProductFile } from './productFile';
import { Template } from './template';

type FileVersion = ProductFile['versions'][number];

export interface Version extends Omit<FileVersion, 'template' | 'created'> {
  id: string;
  createdAt: number;
  /** As it is written in its file. */
  templateText: string;
  template: Template;
}

export type ServiceAction = ProductFile['serviceActions'][number] & {
  id: string;
};

export interface Product
  extends Omit<
    ProductFile,
    'versions' | 'serviceActions' | 'created' | 'portfolios'
  > {
  id: string;
  createdAt: number;
  /** In the order of its file: the newest last. */
  versions: Version[];
  serviceActions: ServiceAction[];
  portfolios: Portfolio[];
}

export interface Portfolio {
  id: string;
  name: string;
  title: string;
  provider: string;
  accounts: string[];
  principals: string[];
  tagOptions: Record<string, string[]>;
}

/** How a caller comes to a product: through one portfolio. */
export interface LaunchPath {
  id: string;
  name: string;
  portfolio: Portfolio;
}

export interface Account {
  id: string;
  name: string;
  /** The roles that may change stacks there; all where absent. */
  stacksChangedBy?: string[];
}

export interface Role {
  account: string;
  name: string;
  arn: string;
  accessKeyId?: string;
  trusts: string[];
}
