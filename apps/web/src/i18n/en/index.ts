import type { Catalogue } from '../catalogue';
import * as booking from './booking';
import * as books from './books';
import * as frame from './frame';
import * as centre from './centre';
import * as decisions from './decisions';
import * as desk from './desk';
import * as documents from './documents';
import * as invoicing from './invoicing';
import * as orders from './orders';
import * as partners from './partners';
import * as reports from './reports';

export const en: Catalogue = {
  ...frame,
  ...books,
  ...booking,
  ...reports,
  ...desk,
  ...centre,
  ...documents,
  ...decisions,
  ...partners,
  ...orders,
  ...invoicing,
};
