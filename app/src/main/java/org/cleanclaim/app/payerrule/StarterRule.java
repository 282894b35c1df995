package org.cleanclaim.app.payerrule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.edits.payerrule.PayerRule;
import org.cleanclaim.edits.payerrule.PayerRuleFiles;

/// A rule that comes with the product, with its text, to be copied into the organization.
public record StarterRule(PayerRule rule, String text) {
  private static final String BETWEEN = "---";
  private static final List<StarterRule> ALL = read();

  /// All of them, in the order of their files; a rule with several versions stands there several
  /// times.
  public static List<StarterRule> all() {
    return ALL;
  }

  /// The text with somebody of the organization as owner.
  String ownedBy(String owner) {
    return text.replaceFirst(
        "(?m)^owner:.*$",
        java.util.regex.Matcher.quoteReplacement("owner: '" + owner.replace("'", "''") + "'"));
  }

  private static List<StarterRule> read() {
    Map<String, List<String>> files = new HashMap<>();
    var all = new ArrayList<StarterRule>();
    for (PayerRule rule : PayerRuleFiles.starter().rules()) {
      var lines = files.computeIfAbsent(rule.file(), StarterRule::lines);
      var own = lines.stream().skip(rule.line() - 1L).takeWhile(l -> !l.equals(BETWEEN)).toList();
      all.add(new StarterRule(rule, String.join("\n", own) + "\n"));
    }
    return List.copyOf(all);
  }

  private static List<String> lines(String file) {
    try (InputStream in = PayerRule.class.getResourceAsStream(file)) {
      if (in == null) throw new IllegalStateException("missing rules " + file);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
