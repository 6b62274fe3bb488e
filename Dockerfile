# claimtrace serve, as a user without rights. Build: docker build -t claimtrace . ; run: docker run --rm -p 127.0.0.1:8484:8484 claimtrace
FROM node:24-slim AS build
WORKDIR /build
COPY . .
RUN npm ci && npm pack --ignore-scripts && npm install --prefix /app --omit=dev --ignore-scripts ./claimtrace-*.tgz

FROM node:24-slim
COPY --from=build /app /app
USER node
WORKDIR /home/node
EXPOSE 8484
HEALTHCHECK CMD ["node", "-e", "fetch('http://127.0.0.1:8484/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "/app/node_modules/claimtrace/dist/claimtrace.js"]
CMD ["serve", "--host", "0.0.0.0"]
