package org.cleanclaim.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.cleanclaim.edits.payerrule.PayerRule;
import org.cleanclaim.edits.payerrule.PayerRuleFiles;
import org.cleanclaim.edits.payerrule.ReadRules;
import org.jspecify.annotations.Nullable;

/// Reads a folder of rules and says on standard error what was refused.
final class RuleFolder {
  private RuleFolder() {}

  /// @throws CommandFailure when there is no such folder
  static ReadRules read(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      throw new CommandFailure("There is no folder " + folder + ". Check the name.");
    }
    ReadRules read = PayerRuleFiles.read(folder);
    read.refusals().forEach(refusal -> System.err.println("Refused: " + refusal));
    read.conflicts().forEach(c -> System.err.println("Conflict: " + c.reason() + " " + c.remedy()));
    return read;
  }

  /// The built-in rules and those of a folder, which replace built-in ones of the same id.
  static ReadRules withStarter(@Nullable Path folder) throws IOException {
    ReadRules starter = PayerRuleFiles.starter();
    if (folder == null) return starter;
    ReadRules own = read(folder);
    var ids = own.rules().stream().map(PayerRule::id).collect(Collectors.toSet());
    List<PayerRule> rules = new ArrayList<>(own.rules());
    starter.rules().stream().filter(rule -> !ids.contains(rule.id())).forEach(rules::add);
    return new ReadRules(rules, own.refusals(), own.conflicts());
  }
}
