# The server, without PostgreSQL: it expects a DATABASE_URL. docker-compose.yml shows how it is run.

FROM node:24-bookworm-slim AS client
WORKDIR /src
COPY openapi.yaml .
COPY frontend frontend
RUN cd frontend && npm ci --no-audit --no-fund && npm run build

FROM rust:1.95.0-bookworm AS build
WORKDIR /src
COPY . .
COPY --from=client /src/frontend/dist frontend/dist
# The caches outlive a build, so the result has to be taken out of them.
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/src/target \
    cargo build --release --locked -p linli-api \
    && install -m 0755 target/release/linli /usr/local/bin/linli

# Debian bookworm, the C library the server was built with.
FROM debian:12.12-slim
# The certificates are for photos in a bucket.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends ca-certificates \
    && rm -rf /var/lib/apt/lists/* \
    && groupadd --system --gid 10001 linli \
    && useradd --system --uid 10001 --gid linli --home-dir /var/lib/linli --no-create-home linli \
    && install -d -o linli -g linli -m 0700 /var/lib/linli /var/lib/linli/photos
COPY --from=build /usr/local/bin/linli /usr/local/bin/linli
USER linli
WORKDIR /var/lib/linli
# In a container the loopback address is nobody's but the container's.
ENV LINLI_HOST=0.0.0.0 \
    LINLI_PORT=8080 \
    LINLI_DATA=/var/lib/linli \
    LINLI_SIGNING_KEYS=/var/lib/linli/keys
EXPOSE 8080
# bash opens the connection itself, so that no HTTP client has to be in the image.
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/$LINLI_PORT && printf 'GET /health/ready HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [ \"$status\" = 200 ]"]
ENTRYPOINT ["linli"]
CMD ["serve"]
