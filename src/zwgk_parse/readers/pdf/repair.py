"""A damaged PDF → the bytes of a sound one, by the extra `repair`; what is lost stays lost."""

from __future__ import annotations

import io
import logging
import warnings

from zwgk_parse.errors import DamagedFileError
from zwgk_parse.readers.pdf.plumber import locked


def repaired(data: bytes, name: str, password: str | None) -> bytes:
    """The file with its table of objects built anew.

    Raises DamagedFileError when that fails, or when the extra is not installed.
    """
    try:
        import pikepdf
    except ImportError:
        raise DamagedFileError(
            name,
            "it is no PDF that can be opened",
            'export it again, or try to repair it: python -m pip install "zwgk-parse[repair]"',
        ) from None
    # It reports what it mends and drops, for which a remark stands.
    logging.getLogger("pikepdf").setLevel(logging.CRITICAL)
    whole = io.BytesIO()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with pikepdf.open(io.BytesIO(data), password=password or "") as file:
                file.save(whole)
    except pikepdf.PasswordError:
        raise locked(name, given=password is not None) from None
    except Exception:  # noqa: BLE001 - whatever it stumbles on, the file is beyond repair
        raise DamagedFileError(
            name, "it is no PDF that can be opened or repaired", "export the PDF again"
        ) from None
    return whole.getvalue()
