package org.cleanclaim.app.web.codingaudit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.cleanclaim.app.codingaudit.AuditCriteria;
import org.cleanclaim.app.codingaudit.AuditPlan;
import org.cleanclaim.app.codingaudit.AuditRefusal;
import org.cleanclaim.app.codingaudit.Sample;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// The form of a plan as it was typed.
public record PlanForm(MultiValueMap<String, String> typed) {

  /// What was typed into a field; empty when nothing was.
  public String value(String field) {
    String value = typed.getFirst(field);
    return value == null ? "" : value.strip();
  }

  /// The coders chosen; none means all.
  public List<String> coders() {
    return typed.getOrDefault("coder", List.of());
  }

  /// The plan, or a refusal that names the field.
  ///
  /// @param seed taken when none was typed
  AuditPlan plan(long seed) {
    Sample.Size size =
        value("unit").equals("percent")
            ? new Sample.Size.Percent(needed("size", Integer::valueOf, "a whole number"))
            : new Sample.Size.Count(needed("size", Integer::valueOf, "a whole number"));
    Long typedSeed = read("seed", Long::valueOf, "a whole number");
    BigDecimal goal = read("goal", BigDecimal::new, "a number such as 95");
    return new AuditPlan(
        value("name"),
        needed("from", LocalDate::parse, "a day such as 2026-03-01"),
        needed("to", LocalDate::parse, "a day such as 2026-03-31"),
        coders(),
        value("mode").equals("REVIEW") ? AuditPlan.Mode.REVIEW : AuditPlan.Mode.BLIND,
        new Sample(typedSeed == null ? seed : typedSeed, size),
        new AuditCriteria(
            read("code", Function.identity(), ""),
            read("setting", Function.identity(), ""),
            read("payer", Function.identity(), ""),
            read("over", BigDecimal::new, "dollars such as 250"),
            read("rejected", Integer::valueOf, "a whole number"),
            read("since", LocalDate::parse, "a day such as 2026-01-01")),
        goal == null ? AuditPlan.USUAL_GOAL : goal);
  }

  private <T> T needed(String field, Function<String, T> reader, String form) {
    T value = read(field, reader, form);
    if (value == null) {
      throw new AuditRefusal("The field “%s” is needed: %s.".formatted(title(field), form));
    }
    return value;
  }

  private <T> @Nullable T read(String field, Function<String, T> reader, String form) {
    String text = value(field);
    if (text.isEmpty()) return null;
    try {
      return reader.apply(text);
    } catch (NumberFormatException | DateTimeParseException e) {
      throw new AuditRefusal("The field “%s” takes %s.".formatted(title(field), form));
    }
  }

  private static String title(String field) {
    return switch (field) {
      case "from" -> "First day";
      case "to" -> "Last day";
      case "size" -> "Sample";
      case "over" -> "Charges over";
      case "rejected" -> "Rejected suggestions";
      case "since" -> "Coder since";
      default -> field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1);
    };
  }
}
