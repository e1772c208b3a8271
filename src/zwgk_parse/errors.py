"""What can go wrong with a whole file.

    ZwgkError
    ├── ReadError                   an input cannot be read: exit code 3
    │   ├── UnsupportedFormatError  a kind of file that no reader takes
    │   ├── DamagedFileError        the right kind, but broken
    │   ├── EncryptedFileError      needs a password
    │   ├── NoTextLayerError        page images only
    │   └── LimitExceededError      larger than the limits allow
    ├── PlanFileError               a stored plan that does not follow the schema: exit code 3
    ├── ChangesFileError            changes that do not follow the schema: exit code 3
    ├── ChangesMisfitError          changes that do not fit the plan: exit code 1
    ├── OutputError                 the output cannot be written: exit code 3
    ├── SettingsError               a settings or units file that is wrong: exit code 2
    └── MissingExtraError           an optional dependency is not installed: exit code 3

A message names the file, says what is the matter and what to do about it. Each error carries
its `code` and `data`, from which the command line shows it in the reader's language.
"""

from typing import ClassVar


class ZwgkError(Exception):
    """The base of everything this package raises on purpose."""

    code: ClassVar[str] = "error"

    def __init__(self, message: str, **data: object) -> None:
        super().__init__(message)
        self.data = data


class ReadError(ZwgkError):
    """An input that cannot be read."""

    code = "read-error"

    def __init__(self, file: str, reason: str, remedy: str = "check the path") -> None:
        super().__init__(f"{file}: {reason}; {remedy}", file=file, reason=reason, remedy=remedy)


class UnsupportedFormatError(ReadError):
    """A kind of file that no reader takes."""

    code = "unsupported-format"


class DamagedFileError(ReadError):
    """A file of a known kind that is broken."""

    code = "damaged-file"


class EncryptedFileError(ReadError):
    """A file that needs a password."""

    code = "encrypted-file"


class NoTextLayerError(ReadError):
    """A PDF that holds page images only."""

    code = "no-text-layer"


class LimitExceededError(ReadError):
    """A file that is larger, longer or deeper than the limits allow."""

    code = "limit-exceeded"


class PlanFileError(ZwgkError):
    """A stored plan that does not follow the published schema."""

    code = "plan-file"

    def __init__(
        self, file: str, reason: str, remedy: str = "compare it with `zwgk schema`"
    ) -> None:
        super().__init__(
            f"{file}: not a plan: {reason}; {remedy}", file=file, reason=reason, remedy=remedy
        )


class ChangesFileError(ZwgkError):
    """A file of changes that does not follow the published schema."""

    code = "changes-file"

    def __init__(
        self, file: str, reason: str, remedy: str = "compare it with schemas/changes.schema.json"
    ) -> None:
        super().__init__(
            f"{file}: no changes: {reason}; {remedy}", file=file, reason=reason, remedy=remedy
        )


class ChangesMisfitError(ZwgkError):
    """Changes that do not fit the plan they are applied to; `misfits` says each time why."""

    code = "changes-misfit"

    def __init__(
        self,
        file: str,
        misfits: tuple[str, ...],
        remedy: str = "compare the plans anew, or correct the changes",
    ) -> None:
        self.misfits = misfits
        reason = "; ".join(misfits)
        super().__init__(
            f"{file}: does not fit the plan: {reason}; {remedy}",
            file=file,
            reason=reason,
            misfits=misfits,
            remedy=remedy,
        )


class OutputError(ZwgkError):
    """An output that cannot be written."""

    code = "output"

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(
            f"{file}: cannot be written: {reason}; choose another place with -o",
            file=file,
            reason=reason,
        )


class SettingsError(ZwgkError):
    """A settings file, or a file of units, that cannot be read or has something unknown in it."""

    code = "settings"

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(f"{file}: {reason}", file=file, reason=reason)


class MissingExtraError(ZwgkError):
    """An optional dependency that is not installed."""

    code = "missing-extra"

    def __init__(self, purpose: str, extra: str) -> None:
        super().__init__(
            f"{purpose} needs an extra that is not installed; "
            f'run: python -m pip install "zwgk-parse[{extra}]"',
            purpose=purpose,
            extra=extra,
        )
