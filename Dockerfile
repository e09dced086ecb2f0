# Maillage: the command line, and by default the API and the explorer.
#
#   docker build --tag maillage .
#   docker run --rm --volume maillage:/data maillage token add admin --role admin
#   docker run --publish 127.0.0.1:8000:8000 --volume maillage:/data maillage
#
# The store is a SQLite file in /data unless MAILLAGE_STORE says otherwise (docker-compose.yml has
# it on Neo4j). Without a token the API refuses to be reached from outside the container.

FROM python:3.13-slim AS build
RUN pip install --no-cache-dir uv==0.13.9
WORKDIR /src
# First what changes least: the locked dependencies, each checked against its hash.
COPY pyproject.toml uv.lock ./
RUN python -m venv /opt/maillage \
 && uv export --quiet --locked --no-dev --extra neo4j-rust --no-emit-project --output-file requirements.txt \
 && /opt/maillage/bin/pip install --no-cache-dir --require-hashes --requirement requirements.txt
COPY README.md LICENSE ./
COPY graph graph/
COPY ingest ingest/
COPY viz viz/
COPY api api/
COPY cli cli/
RUN uv build --quiet --wheel --out-dir dist \
 && /opt/maillage/bin/pip install --no-cache-dir --no-deps dist/*.whl

FROM python:3.13-slim
RUN groupadd --gid 10001 maillage \
 && useradd --uid 10001 --gid 10001 --home-dir /data --no-create-home --shell /usr/sbin/nologin maillage \
 && install --directory --owner 10001 --group 10001 --mode 0700 /data
COPY --from=build /opt/maillage /opt/maillage
ENV PATH=/opt/maillage/bin:$PATH \
    HOME=/data \
    XDG_DATA_HOME=/data \
    MAILLAGE_STORE=sqlite:////data/maillage.db \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1
WORKDIR /data
USER 10001:10001
VOLUME /data
EXPOSE 8000
# Never through a proxy of the environment: it is this very container that is asked.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["python", "-c", "from urllib import request as r; r.build_opener(r.ProxyHandler({})).open('http://127.0.0.1:8000/api/v1/health', timeout=4)"]
ENTRYPOINT ["maillage"]
CMD ["serve", "--host", "0.0.0.0", "--port", "8000"]
