package org.cleanclaim.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Measures the engines on cases whose answers are known.
@Command(
    name = "bench",
    description = "Measure the engines on cases whose answers are known.",
    mixinStandardHelpOptions = true,
    subcommands = {
      BenchBatchCommand.class,
      BenchCodingCommand.class,
      BenchPostingCommand.class,
      BenchCodingTrainCommand.class,
      BenchSearchCommand.class,
      BenchVectorsCommand.class,
      BenchWorklistsCommand.class
    })
final class BenchCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }
}
