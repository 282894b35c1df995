package org.cleanclaim.cli;

import picocli.CommandLine.Command;

/// What can be done with rules that users write.
@Command(
    name = "rules",
    description = "Test rules by their examples, and replay them over past claims.",
    mixinStandardHelpOptions = true,
    subcommands = {RulesTestCommand.class, RulesReplayCommand.class})
final class RulesCommand {}
