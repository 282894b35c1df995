package org.cleanclaim.app.payerrule;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cleanclaim.edits.payerrule.PayerRule;
import org.cleanclaim.edits.payerrule.PayerRuleFiles;
import org.cleanclaim.edits.payerrule.RuleTester;

/// The text of one rule as somebody typed it, read and tried by its own examples.
///
/// @param text with plain line ends
/// @param rule empty when it cannot be read
/// @param remarks why it cannot be read; none when it can
/// @param failures examples that went wrong or are missing
public record RuleText(
    String text, Optional<PayerRule> rule, List<RuleRemark> remarks, List<RuleRemark> failures) {
  private static final String FILE = "text";
  private static final Pattern PLACED = Pattern.compile(FILE + ":(\\d+): (.*)", Pattern.DOTALL);

  public RuleText {
    remarks = List.copyOf(remarks);
    failures = List.copyOf(failures);
  }

  /// Reads what somebody typed; it has to be one rule.
  public static RuleText of(String typed) {
    String text = typed.replace("\r\n", "\n").replace('\r', '\n').strip() + "\n";
    var read = PayerRuleFiles.read(FILE, text);
    var remarks = new ArrayList<RuleRemark>();
    read.refusals().forEach(r -> remarks.add(new RuleRemark(r.line(), r.reason(), r.remedy())));
    if (remarks.isEmpty() && read.rules().isEmpty()) {
      remarks.add(new RuleRemark(1, "There is no rule.", "Write one, or begin with a copy."));
    } else if (read.rules().size() + remarks.size() > 1 && !read.rules().isEmpty()) {
      remarks.add(
          new RuleRemark(
              read.rules().getLast().line(),
              "The text holds more than one rule.",
              "Keep one of them here, and save each other by itself."));
    }
    if (!remarks.isEmpty()) return new RuleText(text, Optional.empty(), remarks, List.of());
    return new RuleText(
        text, Optional.of(read.rules().getFirst()), List.of(), failures(read.rules()));
  }

  private static List<RuleRemark> failures(List<PayerRule> rules) {
    return RuleTester.test(rules).getFirst().failures().stream().map(RuleText::placed).toList();
  }

  private static RuleRemark placed(String failure) {
    var parts = PLACED.matcher(failure);
    return parts.matches()
        ? new RuleRemark(Integer.parseInt(parts.group(1)), parts.group(2), "")
        : new RuleRemark(1, failure, "");
  }

  /// The number of examples that the rule was tried by.
  public int examples() {
    return rule.map(r -> r.examples().size()).orElse(0);
  }

  /// SHA-256 of the text.
  public String digest() {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
