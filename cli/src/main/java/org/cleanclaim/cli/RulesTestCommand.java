package org.cleanclaim.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.cleanclaim.app.storage.OutwardJson;
import org.cleanclaim.edits.payerrule.PayerRuleFiles;
import org.cleanclaim.edits.payerrule.RuleTester;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Runs the examples that rules bring with them.
@Command(
    name = "test",
    description = "Run each rule's own examples; without a folder, those of the built-in rules.",
    mixinStandardHelpOptions = true)
final class RulesTestCommand implements Callable<Integer> {
  @Parameters(arity = "0..1", paramLabel = "FOLDER", description = "Rules as YAML files.")
  @Nullable Path folder;

  @Option(names = "--json", description = "Print the outcome as JSON.")
  boolean isJson;

  @Override
  public Integer call() throws IOException {
    var read = folder == null ? PayerRuleFiles.starter() : RuleFolder.read(folder);
    var results = RuleTester.test(read.rules());
    long proven = results.stream().filter(RuleTester.Result::isProven).count();
    int examples = results.stream().mapToInt(RuleTester.Result::examples).sum();
    if (isJson) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("rules", results.size());
      map.put("examples", examples);
      map.put("proven", proven);
      map.put("refused", read.refusals().stream().map(Object::toString).toList());
      map.put("conflicts", read.conflicts().stream().map(c -> c.reason()).toList());
      map.put("failures", results.stream().flatMap(r -> r.failures().stream()).toList());
      System.out.println(OutwardJson.mapper().writeValueAsString(map));
    } else {
      results.forEach(result -> result.failures().forEach(System.out::println));
      System.out.printf(
          "%,d rules with %,d examples: %,d proven, %,d not, %,d refused, %,d conflicts%n",
          results.size(),
          examples,
          proven,
          results.size() - proven,
          read.refusals().size(),
          read.conflicts().size());
    }
    boolean isGood =
        proven == results.size() && read.refusals().isEmpty() && read.conflicts().isEmpty();
    return isGood ? Main.DONE : Main.FINDINGS;
  }
}
