"""A FastAPI endpoint with the same validated body that returns the same bytes ready-made."""

import os
from pathlib import Path
from typing import Annotated

from fastapi import FastAPI, Header
from starlette.responses import Response

from api.views import AdviceRequest

FOLDER = "READY_MADE"
"""The variable that names the folder of the answers: 0, 1, 2, …"""


def create_app() -> FastAPI:
    """Return the application."""
    app = FastAPI()
    folder = Path(os.environ[FOLDER])
    answers = [(folder / str(n)).read_bytes() for n in range(len(list(folder.iterdir())))]

    @app.post("/v1/advice")
    async def advice(
        body: AdviceRequest,  # noqa: ARG001 - only validated
        x_number: Annotated[int, Header()],
    ) -> Response:
        return Response(answers[x_number], media_type="application/json")

    return app
