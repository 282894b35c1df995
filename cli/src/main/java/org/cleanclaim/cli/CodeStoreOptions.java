package org.cleanclaim.cli;

import java.nio.file.Path;
import org.cleanclaim.app.exchange.Home;
import org.cleanclaim.codesets.store.CodeStore;
import picocli.CommandLine.Option;

/// Where the installed code sets lie.
final class CodeStoreOptions {
  @Option(
      names = "--home",
      description = "Folder of everything. Default: ~/.cleanclaim",
      defaultValue = "${user.home}/.cleanclaim")
  Path home = Path.of(".");

  CodeStore store() {
    return at(home);
  }

  /// Those of a home.
  static CodeStore at(Path home) {
    return CodeStore.at(new Home(home.toAbsolutePath().normalize()).codesets());
  }
}
