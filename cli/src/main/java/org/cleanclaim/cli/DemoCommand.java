package org.cleanclaim.cli;

import java.util.concurrent.Callable;
import org.cleanclaim.app.ApplicationStart;
import org.cleanclaim.app.demo.DemoMonth;
import org.cleanclaim.app.insight.Story;
import org.cleanclaim.app.storage.OutwardJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Plays a small practice's month and serves it.
@Command(
    name = "demo",
    description = "Play a small practice's month from chart to payment, then serve it.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  @Mixin HomeOptions options = new HomeOptions();

  @Option(names = "--port", description = "Port of the pages. Default: 8080", defaultValue = "8080")
  int port = 8080;

  @Option(
      names = "--seed",
      description =
          "Where the payers' numbers begin; the same seed gives the same files. Default: 1",
      defaultValue = "1")
  int seed = 1;

  @Option(names = "--once", description = "Stop after the story.")
  boolean isOnce;

  @Option(names = "--json", description = "Print the story as JSON.")
  boolean isJson;

  @Override
  public Integer call() throws InterruptedException {
    if (seed < 1 || seed > 900_000) {
      throw new CommandFailure("A seed is a number from 1 to 900000; " + seed + " is none.");
    }
    if (!isOnce) Ports.requireFree(port);
    say("Starting the database under " + options.home.toAbsolutePath().normalize() + " ...");
    var open = options.open();
    try (var context = ApplicationStart.withoutPages(open.home(), open.database())) {
      say("Playing the month ...");
      long startedNanos = System.nanoTime();
      Story story = context.getBean(DemoMonth.class).play(seed, line -> say("  " + line));
      say("The month took " + (System.nanoTime() - startedNanos) / 1_000_000_000 + " s.");
      tell(story);
      say(
          context.getBean(DemoMonth.class).leaveForCoders()
              + " visits of the next day wait for the coders.");
    } catch (RuntimeException e) {
      open.close();
      throw e;
    }
    if (isOnce) {
      open.close();
      return Main.DONE;
    }
    say("");
    say(
        """
        Sign in as casey (coder), ines (inpatient coder), bill (biller), fran (front desk), mara (manager),
        audra (auditor), leela (provider) or adam (administrator); the password of all of them is: %s\
        """
            .formatted(DemoMonth.PASSWORD));
    ServeCommand.serve(open, port);
    return Main.DONE;
  }

  private void tell(Story story) {
    if (isJson) {
      System.out.println(
          OutwardJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(story));
    } else {
      System.out.println();
      story.lines().forEach(System.out::println);
    }
  }

  private void say(String line) {
    (isJson ? System.err : System.out).println(line);
  }
}
