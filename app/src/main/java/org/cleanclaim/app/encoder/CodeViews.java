package org.cleanclaim.app.encoder;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cleanclaim.codesets.CodeCard;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.codesets.CodeHit;
import org.cleanclaim.codesets.DiseaseChapter;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.codesets.book.CodeFamily.Relative;
import org.cleanclaim.codesets.book.IndexBook;
import org.cleanclaim.codesets.book.Inherited;
import org.cleanclaim.codesets.book.Place;
import org.cleanclaim.codesets.book.ProcedureStep;
import org.cleanclaim.codesets.change.CodeChange;
import org.cleanclaim.codesets.change.EditionChanges;
import org.cleanclaim.codesets.publication.Crosswalk;
import org.cleanclaim.codesets.publication.ProcedureTables.Choice;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.code.CodeSystem;
import org.jspecify.annotations.Nullable;

/// Codes as maps for JSON: the API and the command line answer in the same shape. Codes of
/// ICD-10-CM carry their dot.
public final class CodeViews {
  private CodeViews() {}

  /// A code as people write it.
  public static String written(CodeSystem system, String code) {
    return system == CodeSystem.ICD10CM && code.length() > 3 && Character.isLetter(code.charAt(0))
        ? code.substring(0, 3) + "." + code.substring(3)
        : code;
  }

  /// A search result.
  public static Map<String, Object> hit(CodeHit hit) {
    var map = entry(hit.entry());
    map.put("score", Math.round(hit.found().score() * 1000) / 1000.0);
    map.put("reason", hit.found().reason());
    map.put("matched", hit.found().matched());
    map.put("origin", lower(hit.found().origin()));
    return map;
  }

  /// A code with its days of validity.
  public static Map<String, Object> entry(CodeEntry entry) {
    var map = new LinkedHashMap<String, Object>();
    map.put("system", entry.system().name());
    map.put("code", written(entry.system(), entry.code()));
    map.put("title", entry.title());
    map.put("billable", entry.billable());
    map.put("validFrom", entry.period().from().toString());
    map.put("validUntil", until(entry.period()));
    if (entry.system() == CodeSystem.ICD10CM) {
      map.put("chapter", DiseaseChapter.of(entry.code()).map(DiseaseChapter::number).orElse(""));
    }
    return map;
  }

  /// Everything known of one code.
  public static Map<String, Object> card(CodeCard card) {
    CodeSystem system = card.entry().system();
    var map = entry(card.entry());
    map.put("edition", card.edition().name());
    map.put("starter", card.edition().starter());
    map.put("attributes", card.entry().attributes());
    map.put("above", relatives(system, card.above()));
    map.put("below", relatives(system, card.below()));
    map.put("notes", card.notes().stream().map(note -> note(system, note)).toList());
    map.put("seventhCharacters", seventh(card));
    map.put("sides", relatives(system, card.sides()));
    map.put("encounters", relatives(system, card.encounters()));
    map.put("manifestation", card.isManifestation());
    map.put(
        "pairs",
        card.pairs().stream()
            .map(pair ->
                Map.of(
                    "etiology",
                    written(system, pair.etiology()),
                    "manifestation",
                    written(system, pair.manifestation())))
            .toList());
    map.put("poaExempt", card.poaExempt().orElse(null));
    var sex = card.sex();
    map.put("sex", sex == null ? null : sex.code());
    var ages = card.ages();
    map.put("ages", ages == null ? null : Map.of("from", ages.from(), "to", ages.to()));
    map.put("formerly", links(system, card.formerly(), true));
    map.put("later", links(system, card.later(), false));
    map.put("icd9", card.icd9().stream().map(CodeViews::equivalent).toList());
    map.put("index", card.terms().stream().map(CodeViews::line).toList());
    map.put("history", card.history().stream().map(CodeViews::span).toList());
    return map;
  }

  private static List<Map<String, Object>> seventh(CodeCard card) {
    return card.seventh().map(choices -> choices.characters()).orElse(List.of()).stream()
        .map(c -> {
          var map = new LinkedHashMap<String, Object>();
          map.put("character", String.valueOf(c.character()));
          map.put("meaning", c.meaning());
          return (Map<String, Object>) map;
        })
        .toList();
  }

  private static Map<String, Object> line(CodeCard.Line line) {
    var map = new LinkedHashMap<String, Object>();
    map.put("book", lower(line.book()));
    map.put("place", line.ordinal());
    map.put("path", line.path());
    map.put("column", line.column());
    return map;
  }

  private static Map<String, Object> span(CodeCard.Span span) {
    var map = new LinkedHashMap<String, Object>();
    map.put("edition", span.edition());
    map.put("from", span.from().toString());
    map.put("billable", span.billable());
    map.put("title", span.title());
    return map;
  }

  private static Map<String, Object> equivalent(Crosswalk.Link link) {
    var map = new LinkedHashMap<String, Object>();
    map.put("code", link.to());
    map.put("flags", link.flags());
    return map;
  }

  private static List<Map<String, Object>> links(
      CodeSystem system, List<Crosswalk.Link> links, boolean isFormer) {
    return links.stream()
        .map(link -> {
          var map = new LinkedHashMap<String, Object>();
          map.put("code", written(system, isFormer ? link.from() : link.to()));
          var since = link.since();
          map.put("since", since == null ? null : since.toString());
          return (Map<String, Object>) map;
        })
        .toList();
  }

  private static Map<String, Object> note(CodeSystem system, Inherited inherited) {
    var map = new LinkedHashMap<String, Object>();
    map.put("kind", lower(inherited.note().kind()));
    map.put("text", inherited.note().text());
    map.put("codes", inherited.note().codes().stream().map(code -> written(system, code)).toList());
    map.put("level", lower(inherited.entry().level()));
    map.put("at", written(system, inherited.entry().id()));
    return map;
  }

  private static List<Map<String, Object>> relatives(CodeSystem system, List<Relative> relatives) {
    return relatives.stream()
        .map(relative -> {
          var map = new LinkedHashMap<String, Object>();
          map.put("level", lower(relative.level()));
          boolean isCode = relative.level().name().equals("CODE");
          map.put("id", isCode ? written(system, relative.id()) : relative.id());
          map.put("title", relative.title());
          return (Map<String, Object>) map;
        })
        .toList();
  }

  /// An edition with the days on which its codes are in force.
  public static Map<String, Object> edition(Edition edition) {
    var map = new LinkedHashMap<String, Object>();
    map.put("system", edition.system().name());
    map.put("edition", edition.name());
    map.put("from", edition.listPeriod().from().toString());
    map.put("until", until(edition.listPeriod()));
    map.put("codes", edition.codes().size());
    map.put("billable", edition.codes().billableCount());
    map.put("starter", edition.starter());
    return map;
  }

  /// What differs between two editions.
  public static Map<String, Object> changes(EditionChanges changes) {
    var map = new LinkedHashMap<String, Object>();
    map.put("system", changes.system().name());
    map.put("old", changes.oldEdition());
    map.put("new", changes.newEdition());
    map.put("effectiveFrom", changes.effectiveFrom().toString());
    map.put("changes", changes.changes().stream().map(c -> change(changes.system(), c)).toList());
    return map;
  }

  private static Map<String, Object> change(CodeSystem system, CodeChange change) {
    var map = new LinkedHashMap<String, Object>();
    map.put("kind", lower(change.kind()));
    map.put("code", written(system, change.code()));
    map.put("oldTitle", change.oldTitle());
    map.put("newTitle", change.newTitle());
    map.put("replacements", change.replacements().stream().map(c -> written(system, c)).toList());
    return map;
  }

  /// A line of an index, without what stands below it.
  public static Map<String, Object> term(CodeSystem system, IndexBook book, Place place) {
    var term = book.term(place);
    var map = new LinkedHashMap<String, Object>();
    map.put("place", place.ordinal());
    map.put("title", term.title());
    map.put("nonessential", term.nonessential());
    map.put("path", book.path(place));
    map.put("codes", term.codes().stream().map(code -> written(system, code)).toList());
    map.put(
        "manifestations",
        term.manifestations().stream().map(code -> written(system, code)).toList());
    map.put(
        "references",
        term.references().stream()
            .map(r -> Map.of("kind", lower(r.kind()), "text", r.text()))
            .toList());
    map.put("hasTerms", book.hasChildren(place));
    return map;
  }

  /// How far characters lead towards a procedure code.
  public static Map<String, Object> step(ProcedureStep step) {
    var map = new LinkedHashMap<String, Object>();
    switch (step) {
      case ProcedureStep.Open open -> {
        map.put("state", "open");
        map.put("characters", open.code());
        map.put("chosen", open.chosen().stream().map(CodeViews::choice).toList());
        map.put("position", open.position());
        map.put("axis", open.axis());
        map.put("options", open.options().stream().map(CodeViews::option).toList());
      }
      case ProcedureStep.Complete complete -> {
        map.put("state", "complete");
        map.put("characters", complete.code());
        map.put("chosen", complete.chosen().stream().map(CodeViews::choice).toList());
        map.put("words", complete.words());
      }
      case ProcedureStep.Refused refused -> {
        map.put("state", "refused");
        map.put("characters", refused.code());
        map.put("position", refused.position());
        map.put("reason", refused.reason());
        map.put("remedy", refused.remedy());
      }
    }
    return map;
  }

  private static Map<String, Object> choice(Choice choice) {
    var map = new LinkedHashMap<String, Object>();
    map.put("axis", choice.axis());
    map.put("character", String.valueOf(choice.character()));
    map.put("meaning", choice.meaning());
    return map;
  }

  private static Map<String, Object> option(ProcedureStep.Option option) {
    var map = new LinkedHashMap<String, Object>();
    map.put("character", String.valueOf(option.character()));
    map.put("meaning", option.meaning());
    map.put("definition", option.definition());
    return map;
  }

  /// How a code stands on a day.
  public static Map<String, Object> standing(CodeSystem system, CodeStanding standing) {
    var map = new LinkedHashMap<String, Object>();
    switch (standing) {
      case CodeStanding.Valid valid -> map.put("state", "valid");
      case CodeStanding.Incomplete incomplete -> map.put("state", "incomplete");
      case CodeStanding.NotYet notYet -> {
        map.put("state", "not yet");
        map.put("from", notYet.from().toString());
        map.put("edition", notYet.edition());
      }
      case CodeStanding.Retired retired -> {
        map.put("state", "retired");
        map.put("since", retired.since().toString());
        map.put("edition", retired.edition());
        map.put(
            "replacements",
            retired.replacements().stream().map(r -> written(system, r.code())).toList());
      }
      case CodeStanding.Unknown unknown -> map.put("state", "unknown");
    }
    return map;
  }

  private static @Nullable String until(EffectivePeriod period) {
    var until = period.until();
    return until == null ? null : until.toString();
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
