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

/** The German catalogue: the one that sets the keys. */
export const de = {
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
