export { DiskWatch, isDiskFull } from './disk-watch.js';
export { HttpModule, type HttpOptions } from './http.module.js';
export { httpProblems } from './problems.js';
export { Spool, SpooledFile } from './spool.js';
export { streamOut, type StreamReply } from './stream-out.js';
export { fileBody, takesFile, TakesFile } from './takes-file.js';
export { watched } from './watched.js';
