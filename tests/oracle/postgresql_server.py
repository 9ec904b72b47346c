"""A PostgreSQL server of its own, started from Debian's package in a temporary folder, and stopped."""
import os
import pathlib
import pwd
import shutil
import socket
import subprocess
import tempfile

PASSWORD = "s3cret word"


def programs():
    """The folder of the newest server."""
    found = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin/initdb"),
                   key=lambda path: int(path.parts[-3]))
    if not found:
        raise RuntimeError("no PostgreSQL server: script/bootstrap --all installs it")
    return found[-1].parent


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """Listens on loopback with a password, and on a socket in its folder without."""

    def __init__(self):
        self.bin = programs()
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="summitry-pg-"))
        self.port = free_port()
        # The server refuses to run as root, so root hands it to the user that the package made.
        self.user = "postgres" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name
        if os.geteuid() == 0:
            shutil.chown(self.folder, self.user)
        try:
            self.start()
        except RuntimeError:
            shutil.rmtree(self.folder)
            raise

    def run(self, name, *arguments):
        as_user = ["runuser", "-u", self.user, "--"] if os.geteuid() == 0 else []
        run = subprocess.run([*as_user, self.bin / name, *map(str, arguments)], cwd=self.folder,
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                             stdin=subprocess.DEVNULL, check=False)
        if run.returncode != 0:
            log = self.folder / "log"
            said = log.read_text() if log.exists() else ""
            raise RuntimeError(f"{name} failed, exit {run.returncode}:\n{run.stdout}{said}")
        return run.stdout

    def start(self):
        password = self.folder / "password"
        password.write_text(PASSWORD)
        if os.geteuid() == 0:
            shutil.chown(password, self.user)
        self.run("initdb", "--no-sync", "--username=ann", f"--pwfile={password}", "--encoding=UTF8",
                 "--locale=C", "--auth-local=trust", "--auth-host=scram-sha-256",
                 f"--pgdata={self.folder / 'data'}")
        settings = (f"-k {self.folder} -p {self.port} -c listen_addresses=127.0.0.1 -c fsync=off "
                    "-c shared_buffers=8MB -c max_connections=8")
        # pg_ctl returns once the server answers; its output goes to a file, which it keeps open.
        self.run("pg_ctl", "start", "--wait", f"--pgdata={self.folder / 'data'}",
                 f"--log={self.folder / 'log'}", f"--options={settings}")

    def stop(self):
        self.run("pg_ctl", "stop", "--wait", "--mode=immediate",
                 f"--pgdata={self.folder / 'data'}")
        shutil.rmtree(self.folder)

    @property
    def address(self):
        """By the socket, which asks for no password."""
        return f"postgresql://ann@/postgres?host={self.folder}&port={self.port}"

    @property
    def loopback(self):
        return f"postgresql://ann@127.0.0.1:{self.port}/postgres"

    def execute(self, sql):
        """What it prints: rows without names of columns."""
        return self.run("psql", "--quiet", "--no-psqlrc", "--set=ON_ERROR_STOP=1", "--tuples-only",
                        "--no-align", f"--dbname={self.address}", f"--command={sql}")
