package org.cleanclaim.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cleanclaim.app.ApplicationStart;
import org.cleanclaim.app.demo.DemoMonth;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// A home in which the demo month was played: played once for all tests of a run, and copied for
/// each class of them.
@NullUnmarked
final class PlayedHome implements AutoCloseable {
  private final Path home;

  private PlayedHome() {
    try {
      home = Files.createTempDirectory("cleanclaim-played");
      var options = new HomeOptions();
      options.home = home;
      try (var open = options.open();
          var application = ApplicationStart.withoutPages(open.home(), open.database())) {
        application.getBean(DemoMonth.class).play(1, line -> {});
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Copies with owners and rights, since the database's files belong to a user of their own.
  void copyTo(Path folder) throws IOException {
    run("cp", "--archive", home + "/.", folder.toString());
  }

  @Override
  public void close() throws IOException {
    run("rm", "--recursive", "--force", home.toString());
  }

  private static void run(String... command) throws IOException {
    try {
      int status = new ProcessBuilder(command).inheritIO().start().waitFor();
      if (status != 0) throw new IOException("exit code " + status + " of " + List.of(command));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted: " + List.of(command), e);
    }
  }

  /// Gives every class of tests the same played home.
  static final class Resolver implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == PlayedHome.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.create(PlayedHome.class))
          .computeIfAbsent(PlayedHome.class, key -> new PlayedHome());
    }
  }
}
