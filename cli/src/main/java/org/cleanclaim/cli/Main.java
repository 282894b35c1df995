package org.cleanclaim.cli;

import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;

/// The entry of the command line. Exit codes: 0 done, 1 findings, 2 misuse, 3 failure.
@Command(
    name = "cleanclaim",
    description = "Medical coding and billing, from the chart to the posted payment.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    subcommands = {
      DemoCommand.class,
      ServeCommand.class,
      PostCommand.class,
      ExchangeCommand.class,
      PrintCommand.class,
      PayerBoxCommand.class,
      X12Command.class,
      PriceCommand.class,
      ScrubCommand.class,
      CodeNoteCommand.class,
      RulesCommand.class,
      AdjudicateCommand.class,
      EstimateCommand.class,
      SearchCommand.class,
      CodeCommand.class,
      ChartCheckCommand.class,
      CodesCommand.class,
      DrgCommand.class,
      RiskCommand.class,
      NcciCommand.class,
      PayCommand.class,
      BenchCommand.class
    })
public final class Main implements Runnable {
  static final int DONE = 0;
  static final int FINDINGS = 1;
  static final int FAILURE = 3;

  @Option(
      names = "--debug",
      description = "Show where in the program a failure arose.",
      scope = CommandLine.ScopeType.INHERIT)
  boolean isDebug;

  /// Lucene says at each start that a module is not there which Java does not yet offer for good.
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene.internal.vectorization");

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /// Runs one command and gives its exit code.
  static int run(String... arguments) {
    LUCENE.setLevel(Level.SEVERE);
    var main = new Main();
    return new CommandLine(main)
        .setExecutionExceptionHandler((failure, command, result) -> main.explain(failure, command))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute(arguments);
  }

  @Override
  public void run() {
    CommandLine.usage(this, System.out);
  }

  /// A failure in one sentence; where it arose is shown to those who ask.
  private int explain(Exception failure, CommandLine command) {
    command.getErr().println("cleanclaim: " + Failures.sentence(failure));
    if (isDebug) failure.printStackTrace(command.getErr());
    return FAILURE;
  }

  /// The version that was built.
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"cleanclaim " + (version == null ? "from source" : version)};
    }
  }
}
