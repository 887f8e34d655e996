// What the parts of the condition builder share.

import type { BuilderEdit } from '../../../core/conditions/builder/edit-model';
import type { FieldCatalogue } from '../../../core/conditions/field-catalogue';
import type { Problem } from '../../../core/result';
import type { ChoiceGroup } from './field-choices';

/** Given to every clause. */
export interface ClauseProps {
  readonly edit: (edit: BuilderEdit) => void;
  readonly when: readonly string[];
  readonly fields: FieldCatalogue;
  readonly choices: ChoiceGroup[];
  /** Problems of the clause with this key, and where it stands. */
  readonly problemsAt: (key: number) => { readonly problems: readonly Problem[]; readonly path: string };
  /** Rises when texts came from elsewhere than the inputs. */
  readonly version: number;
}
