package org.cleanclaim.app.web.encoder;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.encoder.CodeUses;
import org.cleanclaim.app.encoder.CodeViews;
import org.cleanclaim.app.encoder.EditionComparisons;
import org.cleanclaim.app.web.CsvAnswer;
import org.cleanclaim.app.web.Pages;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.codesets.change.CodeChange;
import org.cleanclaim.codesets.change.EditionChanges;
import org.cleanclaim.codesets.change.Radar;
import org.cleanclaim.codesets.store.CodeStatus;
import org.cleanclaim.kernel.code.CodeSystem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What a new edition changes, and which of the practice's own codes it breaks.
@Controller
public class RadarPages {
  private static final int ROWS = 250;

  private final Pages pages;
  private final CodeSets codeSets;
  private final EditionComparisons comparisons;
  private final CodeUses uses;
  private final AuditTrail audit;
  private final Organizations organizations;

  RadarPages(
      Pages pages,
      CodeSets codeSets,
      EditionComparisons comparisons,
      CodeUses uses,
      AuditTrail audit,
      Organizations organizations) {
    this.organizations = organizations;
    this.pages = pages;
    this.codeSets = codeSets;
    this.comparisons = comparisons;
    this.uses = uses;
    this.audit = audit;
  }

  /// What the page is asked for.
  ///
  /// @param older null for the edition before the newer one
  /// @param newer null for the latest
  record Wish(
      @Nullable String system,
      @Nullable String older,
      @Nullable String newer,
      @Nullable String kind) {}

  /// Two editions to compare, and the others of the system.
  private record Choice(
      CodeSystem system,
      List<Edition> editions,
      @Nullable Edition older,
      @Nullable Edition newer) {}

  @GetMapping("/encoder/updates")
  ResponseEntity<String> updates(
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable String system,
      @RequestParam(name = "old", required = false) @Nullable String older,
      @RequestParam(name = "new", required = false) @Nullable String newer,
      @RequestParam(required = false) @Nullable String kind) {
    EncoderPages.check();
    Choice choice = choose(new Wish(system, older, newer, kind));
    Optional<CodeChange.Kind> only = kind(kind);
    var values = new HashMap<String, Object>();
    values.put("system", choice.system());
    values.put("systems", compared());
    values.put("editions", choice.editions());
    values.put("older", choice.older() == null ? "" : choice.older().name());
    values.put("newer", choice.newer() == null ? "" : choice.newer().name());
    values.put("kind", only.map(Enum::name).orElse(""));
    Optional<EditionChanges> changes = compare(choice);
    values.put("changes", changes.orElse(null));
    values.put("counts", changes.map(RadarPages::counts).orElse(Map.of()));
    List<CodeChange> rows = changes.map(c -> rows(c, only)).orElse(List.of());
    values.put("total", rows.size());
    values.put("rows", rows.subList(0, Math.min(ROWS, rows.size())));
    values.put(
        "breaks",
        changes.map(c -> Radar.breaks(c, uses.from(c.effectiveFrom()))).orElse(List.of()));
    values.put("warnings", warnings(choice.system()));
    return pages.page(request, "encoder", "Code set updates", "encoder/updates.jte", values);
  }

  @GetMapping(value = "/encoder/updates.csv", produces = "text/csv")
  ResponseEntity<String> csv(
      @RequestParam(required = false) @Nullable String system,
      @RequestParam(name = "old", required = false) @Nullable String older,
      @RequestParam(name = "new", required = false) @Nullable String newer,
      @RequestParam(required = false) @Nullable String kind) {
    EncoderPages.check();
    Choice choice = choose(new Wish(system, older, newer, kind));
    var csv = new StringBuilder("kind,code,old_title,new_title,replacements\n");
    for (CodeChange change : compare(choice).map(c -> rows(c, kind(kind))).orElse(List.of())) {
      csv.append(change.kind()).append(',');
      csv.append(CodeViews.written(choice.system(), change.code())).append(',');
      csv.append(quoted(change.oldTitle())).append(',');
      csv.append(quoted(change.newTitle())).append(',');
      csv.append(
              String.join(
                  " ",
                  change.replacements().stream()
                      .map(code -> CodeViews.written(choice.system(), code))
                      .toList()))
          .append('\n');
    }
    audit.record("exported code changes", "code sets", choice.system().name(), null, null);
    return CsvAnswer.of("code-changes.csv", csv.toString());
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  private List<CodeSystem> compared() {
    return Arrays.stream(CodeSystem.values()).filter(s -> lists(s).size() > 1).toList();
  }

  /// The editions with a code list of their own, the oldest first.
  private List<Edition> lists(CodeSystem system) {
    var lists = new ArrayList<Edition>();
    for (Edition edition : codeSets.editions(system)) {
      boolean isSame =
          !lists.isEmpty()
              && lists.getLast().listPeriod().from().equals(edition.listPeriod().from());
      if (isSame) lists.removeLast(); // of one code list the state with the most tables
      if (!edition.starter()) lists.add(edition);
    }
    return lists;
  }

  private Choice choose(Wish wish) {
    List<CodeSystem> systems = compared();
    CodeSystem first = systems.isEmpty() ? CodeSystem.ICD10CM : systems.getFirst();
    String named = wish.system() == null ? "" : wish.system();
    CodeSystem system = Look.system(named).orElse(first);
    List<Edition> editions = lists(system);
    if (editions.size() < 2) return new Choice(system, editions, null, null);
    Edition newer = named(editions, wish.newer()).orElse(editions.getLast());
    int at = editions.indexOf(newer);
    Edition older =
        named(editions, wish.older())
            .filter(e -> editions.indexOf(e) < at)
            .orElse(at == 0 ? null : editions.get(at - 1));
    return new Choice(system, editions, older, newer);
  }

  private static Optional<Edition> named(List<Edition> editions, @Nullable String name) {
    return editions.stream().filter(edition -> edition.name().equals(name)).findFirst();
  }

  private Optional<EditionChanges> compare(Choice choice) {
    Edition older = choice.older();
    Edition newer = choice.newer();
    return older == null || newer == null
        ? Optional.empty()
        : Optional.of(comparisons.between(older, newer));
  }

  private static Optional<CodeChange.Kind> kind(@Nullable String name) {
    return Arrays.stream(CodeChange.Kind.values()).filter(k -> k.name().equals(name)).findFirst();
  }

  private static Map<CodeChange.Kind, Integer> counts(EditionChanges changes) {
    var counts = new EnumMap<CodeChange.Kind, Integer>(CodeChange.Kind.class);
    for (var kind : CodeChange.Kind.values()) counts.put(kind, 0);
    changes.changes().forEach(change -> counts.merge(change.kind(), 1, Integer::sum));
    return counts;
  }

  private static List<CodeChange> rows(EditionChanges changes, Optional<CodeChange.Kind> only) {
    return changes.changes().stream()
        .filter(change -> only.isEmpty() || change.kind() == only.get())
        .toList();
  }

  /// A kind of change, in words.
  public static String words(CodeChange.Kind kind) {
    return switch (kind) {
      case ADDED -> "Added";
      case DELETED -> "Deleted";
      case GAINED_CHILDREN -> "Needs more characters now";
      case BECAME_BILLABLE -> "Became billable";
      case RETITLED -> "New title";
    };
  }

  /// The colour of a kind of change: what breaks, what is new, what reads otherwise.
  public static String tone(CodeChange.Kind kind) {
    return switch (kind) {
      case DELETED, GAINED_CHILDREN -> "red";
      case ADDED, BECAME_BILLABLE -> "green";
      case RETITLED -> "blue";
    };
  }

  /// The sign that goes with the colour.
  public static String sign(CodeChange.Kind kind) {
    return switch (kind) {
      case DELETED -> "✗";
      case GAINED_CHILDREN -> "!";
      case ADDED -> "+";
      case BECAME_BILLABLE -> "✓";
      case RETITLED -> "≠";
    };
  }

  /// The system compared, when what is installed does not serve today.
  private List<CodeStatus> warnings(CodeSystem system) {
    var status = CodeStatus.of(codeSets, system, organizations.today());
    return status.state() == CodeStatus.State.CURRENT ? List.of() : List.of(status);
  }
}
