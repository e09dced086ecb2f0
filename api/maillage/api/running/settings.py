"""What a server is told by its environment, checked before it starts."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from maillage.api.access.tokens import ROLE_NAMES, Role
from maillage.graph.errors import InvalidInput

# What a provider cannot do without.
OIDC_NEEDS = (
    "MAILLAGE_PUBLIC_URL",
    "MAILLAGE_OIDC_CLIENT_ID",
    "MAILLAGE_OIDC_CLIENT_SECRET",
    "MAILLAGE_OIDC_ROLES",
)
LogLevel = Literal["error", "warning", "info", "debug"]


def _parted(said: object) -> object:
    return _listed(said) if isinstance(said, str) else said


def _secure(said: str) -> str:
    """Secrets go there: only over TLS, but for this machine."""
    if said and not said.startswith(("https://", "http://127.0.0.1", "http://localhost")):
        raise ValueError(said)
    return said


Url = Annotated[str, AfterValidator(_secure)]


def _listed(said: str) -> list[str]:
    return (
        [one.strip() for one in said.split(",") if one.strip()] if isinstance(said, str) else said
    )


def _granted(said: object) -> object:
    """`group=role` with commas between; an editor of one pole is `group=editor:pole`."""
    if not isinstance(said, str):
        return said
    found = {}
    for part in _listed(said):
        group, _, role = part.rpartition("=")
        name, _, pole = role.partition(":")
        if not group or name not in ROLE_NAMES or (pole and name != "editor"):
            raise ValueError(part)
        found[group] = Role.of(name), pole or None
    return found


@dataclass(frozen=True)
class OidcSettings:
    """A provider of OpenID Connect, complete. `roles` are those of groups."""

    issuer: str
    client_id: str
    client_secret: str
    public_url: str
    roles: Mapping[str, tuple[Role, str | None]]
    roles_claim: str
    name_claim: str


class Settings(BaseModel):
    """Each is a variable of the environment; what it is stands in `docs/servers.md`."""

    model_config = ConfigDict(frozen=True, validate_by_name=True)

    names: Annotated[tuple[str, ...], BeforeValidator(_parted)] = Field(
        (), alias="MAILLAGE_NAMES", examples=["maillage.example.org, carte.example.org"]
    )
    job_seconds: float = Field(
        3600, alias="MAILLAGE_JOB_SECONDS", gt=0, le=86_400, examples=["600"]
    )
    job_megabytes: int = Field(
        8_192, alias="MAILLAGE_JOB_MEGABYTES", ge=512, le=1 << 20, examples=["2048"]
    )
    upload_megabytes: int = Field(
        128, alias="MAILLAGE_UPLOAD_MEGABYTES", ge=1, le=4_096, examples=["64"]
    )
    uploads_a_minute: int = Field(
        120, alias="MAILLAGE_UPLOADS_A_MINUTE", ge=1, le=100_000, examples=["30"]
    )
    tries_a_minute: int = Field(
        10, alias="MAILLAGE_TRIES_A_MINUTE", ge=1, le=100_000, examples=["5"]
    )
    stop_seconds: int = Field(30, alias="MAILLAGE_STOP_SECONDS", ge=1, le=600, examples=["10"])
    log_level: LogLevel = Field("warning", alias="MAILLAGE_LOG_LEVEL", examples=["info"])

    public_url: Url = Field("", alias="MAILLAGE_PUBLIC_URL", examples=["https://maillage.example"])
    oidc_issuer: Url = Field("", alias="MAILLAGE_OIDC_ISSUER", examples=["https://id.example"])
    oidc_client_id: str = Field("", alias="MAILLAGE_OIDC_CLIENT_ID", examples=["maillage"])
    oidc_client_secret: str = Field(
        "", alias="MAILLAGE_OIDC_CLIENT_SECRET", examples=["…"], repr=False
    )
    oidc_roles: Annotated[dict[str, tuple[Role, str | None]], BeforeValidator(_granted)] = Field(
        {}, alias="MAILLAGE_OIDC_ROLES", examples=["a=admin,b=editor:mon-pole,*=reader"]
    )
    oidc_roles_claim: str = Field("groups", alias="MAILLAGE_OIDC_ROLES_CLAIM", examples=["roles"])
    oidc_name_claim: str = Field(
        "preferred_username", alias="MAILLAGE_OIDC_NAME_CLAIM", examples=["email"]
    )

    @property
    def oidc(self) -> OidcSettings | None:
        """The provider, if there is one."""
        if not self.oidc_issuer:
            return None
        return OidcSettings(
            issuer=self.oidc_issuer,
            client_id=self.oidc_client_id,
            client_secret=self.oidc_client_secret,
            public_url=self.public_url,
            roles=self.oidc_roles,
            roles_claim=self.oidc_roles_claim,
            name_claim=self.oidc_name_claim,
        )

    @classmethod
    def of_environment(cls, environment: Mapping[str, str] = os.environ) -> Settings:
        """One sentence about the first that does not fit; its value may be a secret."""
        said = {name: environment[name] for name in variables() if environment.get(name)}
        if said.get("MAILLAGE_OIDC_ISSUER"):
            for name in OIDC_NEEDS:
                if name not in said:
                    raise InvalidInput("setting", name=name, example=_example(name))
        try:
            return cls.model_validate(said)
        except ValidationError as error:
            wrong = error.errors(include_input=False, include_url=False)[0]
            name = str(wrong["loc"][0])
            raise InvalidInput("setting", name=name, example=_example(name)) from None


def variables() -> list[str]:
    return [field.alias or name for name, field in Settings.model_fields.items()]


def _example(variable: str) -> object:
    fields = Settings.model_fields.values()
    (examples,) = [field.examples for field in fields if field.alias == variable]
    return (examples or [""])[0]
