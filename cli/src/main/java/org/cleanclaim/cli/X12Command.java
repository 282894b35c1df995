package org.cleanclaim.cli;

import picocli.CommandLine.Command;

/// What can be done with X12 files.
@Command(
    name = "x12",
    description = "Check, show, convert, count, split and de-identify X12 files.",
    mixinStandardHelpOptions = true,
    subcommands = {
      X12CheckCommand.class,
      X12ShowCommand.class,
      X12JsonCommand.class,
      X12StatsCommand.class,
      X12SplitCommand.class,
      X12DeidentifyCommand.class
    })
final class X12Command {}
