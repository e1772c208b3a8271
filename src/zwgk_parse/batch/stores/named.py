"""What people call an output folder in, the store that it is out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from zwgk_parse.batch.inputs import URL
from zwgk_parse.batch.stores.store import LocalStore
from zwgk_parse.errors import OutputError

if TYPE_CHECKING:
    from zwgk_parse.batch.stores.store import Store


def store_at(output: str) -> Store:
    """The output folder that `output` names: a path on this machine, or an address."""
    if not URL.match(output):
        return LocalStore(Path(output))
    from zwgk_parse.batch.stores.remote import WEB
    from zwgk_parse.batch.stores.remote_store import RemoteStore

    if output.partition("://")[0].lower() in WEB:
        raise OutputError(output, "it is a web address")
    return RemoteStore(output)
