package org.cleanclaim.cli;

import java.nio.file.Path;
import org.cleanclaim.app.exchange.Home;
import org.cleanclaim.workforce.store.FigureStore;
import picocli.CommandLine.Option;

/// Where the installed pay figures lie.
final class PayStoreOptions {
  @Option(
      names = "--home",
      description = "Folder of everything. Default: ~/.cleanclaim",
      defaultValue = "${user.home}/.cleanclaim")
  Path home = Path.of(".");

  FigureStore store() {
    return FigureStore.at(new Home(home.toAbsolutePath().normalize()).workforce());
  }
}
