package org.cleanclaim.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.cleanclaim.app.ApplicationStart;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.cli.HomeOptions.OpenDatabase;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Starts the web application.
@Command(
    name = "serve",
    description = "Start the web application.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  @Mixin HomeOptions options = new HomeOptions();

  @Option(names = "--port", description = "Port of the pages. Default: 8080", defaultValue = "8080")
  int port = 8080;

  @Override
  public Integer call() throws InterruptedException {
    Ports.requireFree(port);
    serve(options.open(), port);
    return Main.DONE;
  }

  /// Serves until the program is told to stop, then closes pages and database in order.
  static void serve(OpenDatabase open, int port) throws InterruptedException {
    ConfigurableApplicationContext context;
    try {
      context = ApplicationStart.serve(open.home(), open.database(), port);
    } catch (RuntimeException e) {
      open.close();
      throw e;
    }
    open.closeFirst(context::close);
    if (context.getBean(Organizations.class).all().isEmpty()) {
      System.out.println(
          "There is no practice in " + open.home() + " yet: cleanclaim demo makes one.");
    }
    System.out.println("Cleanclaim is at http://localhost:" + port + " (stop with Ctrl-C)");
    new CountDownLatch(1).await();
  }
}
