import { migrate, startEmbeddedServer, appUrl } from '@lib/database';
const server = await startEmbeddedServer({ dataDir: process.env.DATA_DIR ?? './data', log: () => undefined });
console.log(server.adminUrl);
console.log(await migrate(server.adminUrl));
console.log(appUrl(server.adminUrl));
process.on('SIGTERM', () => void server.stop().then(() => process.exit(0)));
setInterval(() => undefined, 1000);
