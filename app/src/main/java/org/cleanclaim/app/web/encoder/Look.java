package org.cleanclaim.app.web.encoder;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;

/// What a coder looks at in the encoder: all that its address says. What cannot be read counts as
/// not given.
public final class Look {
  private static final String PATH = "/encoder";
  private static final List<String> NAMES =
      List.of(
          "q",
          "system",
          "on",
          "book",
          "place",
          "within",
          "pcs",
          "code",
          "billable",
          "chapter",
          "sex",
          "age",
          "chart",
          "words",
          "picked");
  private static final int LONGEST_TEXT = 300;
  private static final int OLDEST = 124;

  /// What the left pane shows.
  public enum Book {
    SEARCH("Search"),
    INDEX("Index"),
    CAUSES("External causes"),
    NEOPLASMS("Neoplasms"),
    DRUGS("Drugs"),
    TABULAR("Tabular list"),
    PCS("PCS tables"),
    SHELF("My codes");

    private final String title;

    Book(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Map<String, String> given;
  private final LocalDate today;

  private Look(Map<String, String> given, LocalDate today) {
    this.given = given;
    this.today = today;
  }

  /// Reads the parameters of a request; of a repeated one the first.
  static Look of(Function<String, @Nullable String> parameter, LocalDate today) {
    var given = new LinkedHashMap<String, String>();
    for (String name : NAMES) {
      String value = parameter.apply(name);
      if (value != null && value.length() <= LONGEST_TEXT) given.put(name, value);
    }
    return new Look(given, today);
  }

  /// Reads what [#query()] wrote.
  static Look ofQuery(String query, LocalDate today) {
    var values = new LinkedHashMap<String, String>();
    for (String pair : query.split("&")) {
      int equals = pair.indexOf('=');
      if (equals < 0) continue;
      try {
        values.put(
            pair.substring(0, equals),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      } catch (IllegalArgumentException e) {
        values.remove(pair.substring(0, equals)); // a mangled value counts as not given
      }
    }
    return of(values::get, today);
  }

  private String text(String name) {
    return given.getOrDefault(name, "").strip();
  }

  /// What is typed, as it was typed.
  public String typed() {
    return given.getOrDefault("q", "");
  }

  public Optional<CodeSystem> system() {
    return system(text("system"));
  }

  static Optional<CodeSystem> system(String name) {
    return Arrays.stream(CodeSystem.values()).filter(s -> s.name().equals(name)).findFirst();
  }

  /// The system of the books to leaf through.
  public CodeSystem bookSystem() {
    return system().filter(s -> s == CodeSystem.ICD10PCS).orElse(CodeSystem.ICD10CM);
  }

  /// The date of service.
  public LocalDate on() {
    return day(text("on")).orElse(today);
  }

  static Optional<LocalDate> day(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  public Book book() {
    return Stream.of(Book.values())
        .filter(b -> b.id().equals(text("book")))
        .findFirst()
        .orElse(Book.SEARCH);
  }

  public String place() {
    return text("place");
  }

  /// The place as the number of a line.
  public Optional<Integer> line() {
    return place().matches("\\d{1,7}") ? Optional.of(Integer.valueOf(place())) : Optional.empty();
  }

  /// What is looked for below the opened term.
  public String within() {
    return given.getOrDefault("within", "");
  }

  public String pcs() {
    return text("pcs").toUpperCase(Locale.ROOT);
  }

  public String code() {
    return text("code");
  }

  public boolean isBillableOnly() {
    return text("billable").equals("on");
  }

  public String chapter() {
    return text("chapter");
  }

  public @Nullable Sex sex() {
    return switch (text("sex")) {
      case "F" -> Sex.FEMALE;
      case "M" -> Sex.MALE;
      default -> null;
    };
  }

  public @Nullable Integer age() {
    String age = text("age");
    if (!age.matches("\\d{1,3}")) return null;
    int years = Integer.parseInt(age);
    return years > OLDEST ? null : Integer.valueOf(years);
  }

  /// Whether anything narrows the search beside system and date.
  public boolean isFiltered() {
    return isBillableOnly() || !chapter().isEmpty() || sex() != null || age() != null;
  }

  /// The encounter whose chart the encoder was opened from.
  public Optional<UUID> chart() {
    try {
      return text("chart").isEmpty()
          ? Optional.empty()
          : Optional.of(UUID.fromString(text("chart")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// The words of the note from which the encoder was opened.
  public String words() {
    return text("words");
  }

  /// The codes picked so far, as [CodeName] writes them.
  public List<String> picked() {
    return Stream.of(text("picked").split(",")).filter(s -> !s.isBlank()).distinct().toList();
  }

  boolean isGiven(String name) {
    return given.containsKey(name);
  }

  /// The same with other values; an empty one takes a parameter out.
  ///
  /// @param changes names and values in turn
  public Look with(String... changes) {
    var changed = new LinkedHashMap<String, String>();
    for (String name : NAMES) {
      String value = given.get(name);
      for (int i = 0; i < changes.length; i += 2) {
        if (changes[i].equals(name)) value = changes[i + 1];
      }
      if (value != null && !value.isEmpty()) changed.put(name, value);
    }
    return new Look(changed, today);
  }

  /// Everything but defaults, as the part of an address behind the question mark.
  public String query() {
    var query = new StringBuilder();
    given.forEach((name, value) -> {
      boolean isDefault = name.equals("book") && value.equals(Book.SEARCH.id());
      if (value.isEmpty() || isDefault) return;
      append(query, name, value);
    });
    return query.toString();
  }

  /// The whole address, for links that work without script.
  public String href(String... changes) {
    String query = with(changes).query();
    return query.isEmpty() ? PATH : PATH + "?" + query;
  }

  /// The changes alone, for requests that send the form along.
  public static String change(String... changes) {
    var query = new StringBuilder();
    for (int i = 0; i < changes.length; i += 2) append(query, changes[i], changes[i + 1]);
    return PATH + "?" + query;
  }

  private static void append(StringBuilder query, String name, String value) {
    if (!query.isEmpty()) query.append('&');
    query.append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
  }
}
