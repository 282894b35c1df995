package org.cleanclaim.app.web.codingquery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cleanclaim.app.codingquery.QueryRefusal;
import org.cleanclaim.app.encounter.Document;
import org.cleanclaim.coding.query.QueryIndicator;
import org.cleanclaim.coding.query.QueryKind;
import org.cleanclaim.coding.query.QueryOption;
import org.cleanclaim.coding.query.QueryText;
import org.cleanclaim.coding.query.YesNoPurpose;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// Between a query and the fields of its form. An option is a line, the indicators that support it
/// in brackets behind it: `Acute [1, 2]`.
public final class QueryForm {
  private static final Pattern SUPPORT = Pattern.compile("\\s*\\[([\\d,\\s]*)]\\s*$");

  private QueryForm() {}

  static QueryText read(MultiValueMap<String, String> typed, List<Document> documents) {
    var indicators = new ArrayList<QueryIndicator>();
    for (String place : typed.getOrDefault("indicator", List.of())) {
      at(place, documents).ifPresent(indicators::add);
    }
    String words = first(typed, "words").strip();
    if (!words.isEmpty()) indicators.add(quoted(words, first(typed, "document"), documents));
    String purpose = first(typed, "purpose");
    var kind =
        Arrays.stream(QueryKind.values())
            .filter(k -> k.name().equals(first(typed, "kind")))
            .findFirst()
            .orElse(QueryKind.OPEN);
    return new QueryText(
        kind,
        purpose(kind, purpose),
        first(typed, "subject").strip(),
        first(typed, "question").strip(),
        first(typed, "options").lines().filter(l -> !l.isBlank()).map(QueryForm::option).toList(),
        indicators);
  }

  private static @Nullable YesNoPurpose purpose(QueryKind kind, String name) {
    if (kind != QueryKind.YES_NO) return null;
    return Arrays.stream(YesNoPurpose.values())
        .filter(p -> p.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  /// A place as it stands in addresses and fields: document, start and end with colons between.
  static Optional<QueryIndicator> at(String place, List<Document> documents) {
    var parts = place.split(":", -1);
    if (parts.length != 3 || !Arrays.stream(parts).allMatch(p -> p.matches("\\d{1,9}"))) {
      return Optional.empty();
    }
    int start = Integer.parseInt(parts[1]);
    int end = Integer.parseInt(parts[2]);
    return documents.stream()
        .filter(d -> Long.toString(d.id()).equals(parts[0]))
        .filter(d -> start < end && end <= d.body().length())
        .findFirst()
        .map(d -> QueryIndicator.of(parts[0], d.name(), d.body(), start, end));
  }

  private static QueryIndicator quoted(String words, String documentId, List<Document> documents) {
    for (Document document : documents) {
      if (!documentId.isEmpty() && !Long.toString(document.id()).equals(documentId)) continue;
      int start = document.body().indexOf(words);
      if (start < 0) continue;
      return QueryIndicator.of(
          Long.toString(document.id()),
          document.name(),
          document.body(),
          start,
          start + words.length());
    }
    throw new QueryRefusal(
        "The documents do not hold these words as you typed them. Copy them from the note.");
  }

  private static QueryOption option(String line) {
    var support = SUPPORT.matcher(line);
    if (!support.find()) return new QueryOption(line.strip(), List.of());
    List<Integer> numbers =
        Arrays.stream(support.group(1).split("[,\\s]+"))
            .filter(n -> n.matches("\\d{1,3}"))
            .map(Integer::valueOf)
            .toList();
    return new QueryOption(line.substring(0, support.start()).strip(), numbers);
  }

  /// The options as lines of the form.
  public static String options(QueryText text) {
    return text.options().stream()
        .map(o ->
            o.supportedBy().isEmpty()
                ? o.text()
                : o.text()
                    + o.supportedBy().stream()
                        .map(Object::toString)
                        .collect(Collectors.joining(", ", " [", "]")))
        .collect(Collectors.joining("\n"));
  }

  /// The place of an indicator as [#at] reads it.
  public static String place(QueryIndicator indicator) {
    return indicator.documentId() + ":" + indicator.start() + ":" + indicator.end();
  }

  private static String first(MultiValueMap<String, String> typed, String name) {
    @Nullable String value = typed.getFirst(name);
    return value == null ? "" : value;
  }
}
