"""What can go wrong with a whole file.

    ZwgkError
    ├── ReadError                   an input cannot be read: exit code 3
    │   ├── UnsupportedFormatError  a kind of file that no reader takes
    │   ├── DamagedFileError        the right kind, but broken
    │   ├── EncryptedFileError      needs a password
    │   ├── NoTextLayerError        page images only
    │   └── LimitExceededError      larger than the limits allow
    │       ├── TimeLimitError      takes longer to read
    │       └── MemoryLimitError    takes more memory to read
    ├── PlanFileError               a stored plan that does not follow the schema: exit code 3
    │   ├── OtherJsonError          JSON that is no plan
    │   └── NewerPlanError          a stored plan of a version that is not known yet
    ├── ChangesFileError            changes that do not follow the schema: exit code 3
    ├── ChangesMisfitError          changes that do not fit the plan: exit code 1
    ├── SheetError                  a ticked sheet that cannot be counted: exit code 3
    ├── OutputError                 the output cannot be written: exit code 3
    ├── NoInputError                a batch over nothing: exit code 2
    ├── StoreError                  an object store that does not answer: exit code 3
    ├── WorkersError                no process that does the work can be started: exit code 3
    ├── SettingsError               a settings or units file that is wrong: exit code 2
    ├── MissingExtraError           an optional dependency is not installed: exit code 3
    └── MissingFontError            no font has Chinese characters: exit code 3

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


class TimeLimitError(LimitExceededError):
    """A file that takes longer to read than the limits allow."""


class MemoryLimitError(LimitExceededError):
    """A file that takes more memory to read than the limits allow."""


class PlanFileError(ZwgkError):
    """A stored plan that does not follow the published schema."""

    code = "plan-file"

    def __init__(
        self, file: str, reason: str, remedy: str = "compare it with `zwgk schema`"
    ) -> None:
        super().__init__(
            f"{file}: not a plan: {reason}; {remedy}", file=file, reason=reason, remedy=remedy
        )


class OtherJsonError(PlanFileError):
    """JSON that was never meant as a plan."""


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


class NewerPlanError(PlanFileError):
    """A stored plan of a version that is not known yet."""

    code = "newer-plan"

    def __init__(self, file: str, reason: str, remedy: str = "install a newer zwgk-parse") -> None:
        ZwgkError.__init__(
            self, f"{file}: {reason}; {remedy}", file=file, reason=reason, remedy=remedy
        )


class OutputError(ZwgkError):
    """An output that cannot be written; `option` is what names another place."""

    code = "output"

    def __init__(self, file: str, reason: str, *, option: str = "-o") -> None:
        remedy = f"choose another place with {option}"
        super().__init__(
            f"{file}: cannot be written: {reason}; {remedy}",
            file=file,
            reason=reason,
            remedy=remedy,
        )


class NoInputError(ZwgkError):
    """A batch whose sources stand for no file at all."""

    code = "no-input"

    def __init__(self, output: str) -> None:
        super().__init__(
            f"there is no file to convert; {output} stays as it is; check the sources, --include"
            " and --exclude",
            output=output,
        )


class StoreError(ZwgkError):
    """An object store that does not answer, or not in a way that is of use."""

    code = "store"

    def __init__(
        self, file: str, reason: str, remedy: str = "check its address and your access, run again"
    ) -> None:
        super().__init__(
            f"{file}: the store does not answer: {reason}; {remedy}",
            file=file,
            reason=reason,
            remedy=remedy,
        )


class WorkersError(ZwgkError):
    """No process that does the work can be started, or all end before they have done any."""

    code = "workers"

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(
            f"no worker could be started: {reason}; {remedy}", reason=reason, remedy=remedy
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


class SheetError(ZwgkError):
    """A ticked sheet that lacks a column, or has something in it that is no tick."""

    code = "sheet"

    def __init__(self, file: str, reason: str, remedy: str = "correct it in the sheet") -> None:
        super().__init__(f"{file}: {reason}; {remedy}", file=file, reason=reason, remedy=remedy)


class MissingFontError(ZwgkError):
    """No font with Chinese characters is installed, and some are to be drawn."""

    code = "missing-font"

    def __init__(self) -> None:
        super().__init__(
            "the chart has Chinese characters, and no installed font has them; install Noto Sans "
            "CJK: sudo apt install fonts-noto-cjk, or https://fonts.google.com/noto"
        )
