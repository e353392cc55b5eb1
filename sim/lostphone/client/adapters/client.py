"""The client that an adapter is: what a person wants, done with a real program.

>>> from lostphone.client.adapters.tfa import Tfa
>>> AdaptedClient(Tfa).can
('accounts', 'codes', 'backup')
"""

from __future__ import annotations

from lostphone.client import port
from lostphone.client.adapters.program import Program
from lostphone.client.adapters.stored_file import Keeping
from lostphone.client.port import Accounts, Added, Client, ClientInfo, Code, Done, Hello, Intent, Result
from lostphone.client.protocol.methods import method_of
from lostphone.client.transport.limits import Limits
from lostphone.formats.otpauth import OtpAuthError, parse_otpauth
from lostphone.refusal import Refusal
from lostphone.world.devices.services import PlatformServices


class AdaptedClient(Client):
    """Every phone has a copy of the program, with a home folder of its own."""

    #: Neither program counts, signs in to Microsoft, or fills anything in by its command line.
    can = ("accounts", "codes", "backup")

    def __init__(self, program: type[Program], limits: Limits | None = None) -> None:
        self._program = program
        self._limits = limits
        self._phones: dict[str, AdaptedPhone] = {}

    def initialize(self, hello: Hello) -> ClientInfo:
        """The program's own name and version, and what its command line can do."""
        del hello
        program = self._program
        return ClientInfo(program.command, program.version(), program.language, program.homepage, self.can)

    def start_scenario(self, scenario: port.Scenario) -> None:
        """Earlier phones are gone, and their folders with them."""
        del scenario
        self._phones.clear()

    def provision(self, device_id: str, services: PlatformServices) -> None:
        """The folder is empty on a new phone, and as it was on one that starts again."""
        folder = services.data_dir()
        assert folder is not None, "a program needs a folder"
        self._phones[device_id] = AdaptedPhone(services, self._program(services, folder, self._limits))

    def call(self, device_id: str, intent: Intent) -> Result:
        """As the port says."""
        if device_id not in self._phones:
            raise Refusal("no-such-phone", f"the program has not been started on {device_id}")
        return self._phones[device_id].call(intent)

    def end_scenario(self) -> None:
        """Forget every phone."""
        self._phones.clear()


class AdaptedPhone:
    """One phone: the program, and the folder that keeps its file."""

    def __init__(self, host: PlatformServices, program: Program) -> None:
        self._program = program
        self._keeping = Keeping(host, program)

    def call(self, intent: Intent) -> Result:
        """Do what the person wants; Refusal, and NotSupported for what no adapter does."""
        match intent:
            case port.OpenApp():
                self._keeping.opened()
                self._keeping.looked_at()
                return Done()
            case port.UpdatedApp() | port.Wake():
                return Done()
            case port.ListAccounts():
                return Accounts(tuple(self._rows()))
            case port.ShowCode():
                return Code(self._program.code(intent.account))
            case port.AddAccount():
                return self._add(intent)
            case port.RemoveAccount():
                self._program.remove(intent.account)
                self._keeping.changed()
                return Done()
            case _:
                return self._about_backup(intent)

    def _about_backup(self, intent: Intent) -> Result:
        match intent:
            case port.EnableBackup():
                return self._keeping.enable(intent)
            case port.DisableBackup():
                self._keeping.disable()
                return Done()
            case port.RestoreBackup():
                return self._keeping.restore(intent.recovery_account)
            case port.BackupStatus():
                return self._keeping.status()
            case _:
                raise port.NotSupported(method_of(type(intent)))

    def _rows(self) -> list[port.AccountRow]:
        self._keeping.looked_at()
        return [
            port.AccountRow(held.id, held.issuer, held.name, "third-party") for held in self._program.held()
        ]

    def _add(self, intent: port.AddAccount) -> Added:
        if intent.uri is None:
            raise port.NotSupported("account/sign_in")
        try:
            link = parse_otpauth(intent.uri)
        except OtpAuthError as error:
            raise Refusal("bad-input", str(error)) from None
        account = self._program.add(link, intent.uri)
        self._keeping.changed()
        return Added(account)
