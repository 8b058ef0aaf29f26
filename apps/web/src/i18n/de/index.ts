import * as booking from './booking';
import * as books from './books';
import * as frame from './frame';
import * as reports from './reports';

/** The German catalogue: the one that sets the keys. */
export const de = { ...frame, ...books, ...booking, ...reports };
