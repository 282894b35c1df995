package org.cleanclaim.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Installs and looks after code sets.
@Command(
    name = "codes",
    description = "Install code sets, compare their editions, and look after them.",
    mixinStandardHelpOptions = true,
    subcommands = {
      CodesInstallCommand.class,
      CodesListCommand.class,
      CodesStatusCommand.class,
      CodesVerifyCommand.class,
      CodesDiffCommand.class,
      CodesRemoveCommand.class
    })
final class CodesCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }

  /// For commands that were called without what they need.
  static CommandLine.ParameterException misuse(CommandSpec spec, String sentence) {
    return new CommandLine.ParameterException(spec.commandLine(), sentence);
  }
}
