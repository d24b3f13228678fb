import { ProductForm } from '@paved-road/backstage-plugin-paved-road-common';

/** Where the form of the chosen version stands; the value may be an older one while it loads. */
export interface FormState {
  loading: boolean;
  error?: Error;
  value?: ProductForm;
  retry: () => void;
}
