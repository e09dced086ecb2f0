"""What a server is told by its environment, checked before it starts."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from maillage.graph.errors import InvalidInput

LogLevel = Literal["error", "warning", "info", "debug"]


def _listed(said: object) -> object:
    return (
        [one.strip() for one in said.split(",") if one.strip()] if isinstance(said, str) else said
    )


class Settings(BaseModel):
    """Each is a variable of the environment; what it is stands in `docs/servers.md`."""

    model_config = ConfigDict(frozen=True, validate_by_name=True)

    names: Annotated[tuple[str, ...], BeforeValidator(_listed)] = Field(
        (), alias="MAILLAGE_NAMES", examples=["maillage.example.org, carte.example.org"]
    )
    job_seconds: float = Field(
        3600, alias="MAILLAGE_JOB_SECONDS", gt=0, le=86_400, examples=["600"]
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

    @classmethod
    def of_environment(cls, environment: Mapping[str, str] = os.environ) -> Settings:
        """One sentence about the first that does not fit; its value may be a secret."""
        said = {name: environment[name] for name in variables() if environment.get(name)}
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
